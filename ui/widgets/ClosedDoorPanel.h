#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

#include <array>

class QPushButton;

namespace tutti::ui {

class CheckLine;
class NetworkButton;

/// The door while it is closed: one large button where the QR code will be, and the checks that need no listening.
class ClosedDoorPanel final : public QFrame {
    Q_OBJECT

public:
    ClosedDoorPanel(const ViewContext& context, QWidget* parent = nullptr);

    /// `status.adapter` is the network the room would open on.
    void setNetworkStatus(const NetworkStatus& status);
    void setOpening(bool opening);

signals:
    void openRequested();
    void adapterChosen(const QString& adapter);

private:
    static constexpr std::size_t kLines = 2;

    QWidget* makeBadge(const ViewContext& context);

    QPushButton* m_open;
    NetworkButton* m_change;
    std::array<CheckLine*, kLines> m_lines{};
};

} // namespace tutti::ui
