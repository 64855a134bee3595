#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/ViewContext.h"

#include <QMainWindow>
#include <QTimer>

class QSettings;
class QStackedWidget;

namespace tutti::ui {

class EndLessonOverlay;
class Header;
class LobbyView;
class MessageBar;
class QrOverlay;
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
    /// `text` names the output, or says why the click cannot be heard.
    void setClickStatus(bool available, const QString& text);
    void showMessage(const tutti::Error& error);
    /// Takes back what is no longer true.
    void withdrawMessage(tutti::ErrorCode code);

signals:
    /// Whoever answers draws code and lesson and submits OpenRoom. The adapter is empty where there was no choice.
    void openRoomRequested(const QString& adapter);
    /// Another network was picked; while the room is open, QR and address must follow.
    void adapterChosen(const QString& adapter);
    /// 0 to 1.
    void clickVolumeChanged(double volume);
    void clickEnabledChanged(bool enabled);

private:
    void build();
    void wire();
    void wireFrames();
    void bindKeys();
    void bindTeachKeys(class KeyBindings& keys);
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
    QTimer m_frames;
    QTimer m_clockTicks;
    NetworkStatus m_status;
    RoomPhase m_phase = RoomPhase::Closed;
    Header* m_header = nullptr;
    QStackedWidget* m_views = nullptr;
    LobbyView* m_lobby = nullptr;
    TeachView* m_teach = nullptr;
    MessageBar* m_messages = nullptr;
    QrOverlay* m_qr = nullptr;
    EndLessonOverlay* m_end = nullptr;
};

} // namespace tutti::ui
