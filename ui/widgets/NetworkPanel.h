#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QLabel;

namespace tutti::ui {

class Choice;
class ShortLabel;

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
    Choice* m_choice;
    ShortLabel* m_state;
    QLabel* m_detail;
};

} // namespace tutti::ui
