#pragma once

#include "app/domain/ClassList.h"
#include "app/domain/NetworkStatus.h"
#include "app/domain/SoundStatus.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace tutti::ui {

class ClosedDoorPanel;
class ConnectionGuide;
class DoorList;
class LessonPanel;
class NetworkPanel;
class OpenDoorPanel;
class SeatGrid;
class ShortLabel;
class TodayPanel;

/// Before the lesson: the door on the left, who has joined in the middle, network and start on the right. Opening swaps
/// panels in place, and tablets at the door take the place of the network check, so nothing jumps.
class LobbyView final : public QWidget {
    Q_OBJECT

public:
    LobbyView(const ViewContext& context, SeatModel& seats, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    void setSoundStatus(const SoundStatus& status);
    void setClasses(const std::vector<ClassEntry>& classes, ClassId current);
    /// What messages may lie over: pictures, no buttons.
    QWidget* messageAnchor() const;
    /// Time went on.
    void refreshTime();
    void showHelper(bool shown);
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
    /// Whoever answers draws a word and submits ChangeCode.
    void newCodeRequested();
    void qrRequested();
    void soundTestRequested();
    /// The lesson runs already: go and teach.
    void teachRequested();
    void classChosen(tutti::ClassId id);
    void classListRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeLobby(SeatModel& seats);
    QWidget* makeSide();
    QWidget* makeSeats(SeatModel& seats);
    QWidget* makeSeatsHead();
    void wireDoor();
    void wireSide();
    void chooseAdapter(const QString& adapter);
    void showNetwork();
    void askToOpen();
    void showDoor();
    void showLock();
    void setCompact(bool compact);
    void refresh();

    ViewContext m_context;
    NetworkStatus m_status;
    /// The network the room opens on, or is open on.
    QString m_adapter;
    SeatGrid* m_grid;
    QStackedWidget* m_door;
    ClosedDoorPanel* m_closedDoor;
    OpenDoorPanel* m_openDoor;
    QWidget* m_side;
    /// In one place: today while closed, then the network, and before it whoever waits at the door.
    QStackedWidget* m_top;
    TodayPanel* m_today;
    NetworkPanel* m_network;
    DoorList* m_waiting;
    LessonPanel* m_lesson;
    QPushButton* m_guest;
    QPushButton* m_lock;
    QLabel* m_joined;
    ShortLabel* m_joinedHint;
    QProgressBar* m_progress;
    /// The lobby itself, or the connection helper in its place.
    QStackedWidget* m_pages;
    ConnectionGuide* m_helper;
    bool m_compact = false;
    /// Asked for, and neither open nor failed yet.
    bool m_opening = false;
    /// The lesson begins as soon as the room is open.
    bool m_startAtOnce = false;
};

} // namespace tutti::ui
