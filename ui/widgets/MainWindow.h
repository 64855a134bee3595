#pragma once

#include "app/domain/NetworkStatus.h"
#include "app/domain/SoundStatus.h"
#include "ui/models/Edits.h"
#include "ui/models/Message.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/ViewContext.h"

#include <QMainWindow>
#include <QTimer>

class QSettings;
class QStackedWidget;

namespace tutti::ui {

class ClassListView;
class EndLessonOverlay;
class Header;
class KeyBindings;
class LobbyView;
class MessageBar;
class QrOverlay;
class ShortcutsOverlay;
class SoundOverlay;
class TeachView;

/// The dashboard. It reads the mirror and submits commands; what needs the network, sound or a drawn code it asks for by signal.
/// Thread: the GUI thread. Owns: every widget; mirror, sink, clock and settings must outlive it.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        RoomMirror& mirror;
        CommandSink& sink;
        const Clock& clock;
        /// Null: the choice of colours lasts as long as the window.
        QSettings* settings = nullptr;
    };

    explicit MainWindow(const Parts& parts);

public slots:
    void setNetworkStatus(const tutti::NetworkStatus& status);
    void setClasses(const std::vector<tutti::ClassEntry>& classes, tutti::ClassId current);
    void setRoster(const tutti::ClassRoster& roster);
    void setSoundStatus(const tutti::SoundStatus& status);
    void showMessage(const tutti::Error& error);
    /// Takes back what is no longer true.
    void withdrawMessage(tutti::ErrorCode code);
    /// A message of the caller's own, until it is closed or withdrawn; one a key. See noticeAction.
    void showNotice(const QString& key, const tutti::ui::Message& message);
    void withdrawNotice(const QString& key);

signals:
    /// The button of a notice was pressed.
    void noticeAction(const QString& key);
    /// Whoever answers draws code and lesson and submits OpenRoom. The adapter is empty where there was no choice.
    void openRoomRequested(const QString& adapter);
    /// Comes only while no room is open.
    void classChosen(tutti::ClassId id);
    void classCreated(const QString& name, int seats);
    void classRenamed(tutti::ClassId id, const QString& name);
    void rosterEdited(const tutti::ClassRoster& roster);
    /// Another network was picked; while the room is open, QR and address must follow.
    void adapterChosen(const QString& adapter);
    /// Whoever answers draws a word and submits ChangeCode.
    void newCodeRequested();
    /// Ids of SoundDevice; an empty keyboard is none.
    void outputChosen(const QString& id);
    void keyboardChosen(const QString& id);
    void soundTestRequested();
    void playsClassChanged(bool on);
    /// 0 to 1.
    void roleLevelChanged(tutti::Role role, double level);
    void clickVolumeChanged(double volume);
    void clickEnabledChanged(bool enabled);

private:
    void build();
    void wire();
    void wireSound();
    void wireMessages();
    void placeMessages();
    void wireClasses();
    /// Ends an open room first, after asking.
    void chooseClass(ClassId id);
    void wireFrames();
    void bindKeys();
    void applyLook();
    void followPhase();
    void toggleQr();
    void askToEnd();
    void next();
    void pressEnter();
    void showView(int tab);
    void restKeyboard();
    /// Goes to a tab and takes the keyboard along.
    void goTo(int tab);
    bool isTeaching() const;
    /// A card is up; what lies under it keeps still.
    bool isCovered() const;

    Look m_look;
    ViewContext m_context;
    SeatModel m_seats;
    Edits m_edits;
    KeyBindings* m_keys;
    QTimer m_frames;
    QTimer m_clockTicks;
    NetworkStatus m_status;
    RoomPhase m_phase = RoomPhase::Closed;
    /// The class to switch to if the teacher ends the lesson, and the one to switch to now that it ends.
    ClassId m_wantedClass;
    ClassId m_nextClass;
    Header* m_header = nullptr;
    QStackedWidget* m_views = nullptr;
    LobbyView* m_lobby = nullptr;
    ClassListView* m_classList = nullptr;
    TeachView* m_teach = nullptr;
    MessageBar* m_messages = nullptr;
    ShortcutsOverlay* m_shortcuts = nullptr;
    QrOverlay* m_qr = nullptr;
    SoundOverlay* m_sound = nullptr;
    EndLessonOverlay* m_end = nullptr;
};

} // namespace tutti::ui
