#pragma once

#include "app/domain/NetworkStatus.h"

#include <QPushButton>

namespace tutti::ui {

/// "Change": the networks of this laptop in a menu. Greyed where there is nothing to choose.
class NetworkButton final : public QPushButton {
    Q_OBJECT

public:
    explicit NetworkButton(QWidget* parent = nullptr);

    /// The networks there are; `chosen` is the system's name of one.
    void setNetworks(const std::vector<NetworkAdapter>& adapters, const QString& chosen);

signals:
    void adapterChosen(const QString& adapter);

private:
    void openMenu();

    std::vector<NetworkAdapter> m_adapters;
    QString m_chosen;
};

} // namespace tutti::ui
