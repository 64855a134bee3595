#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QComboBox;
class QLabel;

namespace tutti::ui {

/// Which network the tablets come in by, and how that stands.
class NetworkPanel final : public QFrame {
    Q_OBJECT

public:
    NetworkPanel(const ViewContext& context, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    /// The system's name of the chosen adapter; empty if there is none.
    QString adapter() const;

signals:
    void adapterChosen(const QString& adapter);

private:
    void fill();
    void refresh();

    ViewContext m_context;
    NetworkStatus m_status;
    QComboBox* m_choice;
    QLabel* m_state;
    QLabel* m_detail;
};

} // namespace tutti::ui
