#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace tutti::ui {

class NetworkPanel;
class OpenDoorPanel;
class SeatGrid;

/// Before the lesson: the door on the left, who has joined in the middle, network and start on the right. Opening swaps the
/// left panel in place, so nothing jumps.
class LobbyView final : public QWidget {
    Q_OBJECT

public:
    LobbyView(const ViewContext& context, SeatModel& seats, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    /// Opens the room or starts the lesson, whichever is next.
    void next();
    /// The room could not be opened; it may be tried again.
    void openingFailed();
    /// Puts the keyboard where a stray key changes nothing.
    void restKeyboard();

signals:
    /// The adapter is empty where there was no choice.
    void openRoomRequested(const QString& adapter);
    void adapterChosen(const QString& adapter);
    /// The lesson runs already: go and teach.
    void teachRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeClosedDoor();
    QWidget* makeSeats(SeatModel& seats);
    QWidget* makeStart();
    void askToOpen();
    void showDoor();
    void refresh();

    ViewContext m_context;
    SeatGrid* m_grid;
    QStackedWidget* m_door;
    OpenDoorPanel* m_openDoor;
    NetworkPanel* m_network;
    QPushButton* m_open;
    QPushButton* m_start;
    QLabel* m_startHint;
    QLabel* m_joined;
    QLabel* m_joinedHint;
    QProgressBar* m_progress;
    QWidget* m_side;
    /// Asked for, and neither open nor failed yet.
    bool m_opening = false;
};

} // namespace tutti::ui
