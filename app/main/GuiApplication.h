#pragma once

#include "app/domain/NetworkStatus.h"
#include "app/main/Backend.h"
#include "app/main/PowerWatch.h"
#include "app/main/QueuedCommandSink.h"
#include "app/main/SleepInhibitor.h"
#include "app/main/TeacherSound.h"
#include "ui/models/RoomMirror.h"
#include "ui/widgets/MainWindow.h"

#include <QObject>
#include <QSettings>

namespace tutti::main {

/// The teacher's app: the backend, its mirror, the window and the laptop it runs on, wired together.
/// Thread: GUI.
class GuiApplication final : public QObject {
    Q_OBJECT

public:
    explicit GuiApplication(Backend& backend);

    void show();
    /// Brings the window to the front, out of the task bar too; nothing once it is closed.
    void raise();
    /// Ends a running lesson, then the program.
    void quit();

private:
    void wireBackend();
    void wireWindow();
    void wireClasses();
    void wireLaptop();
    void showClosed();
    void followNetwork(const NetworkStatus& status);
    void followLesson();

    Backend& m_backend;
    QSettings m_settings;
    ui::RoomMirror m_mirror;
    QueuedCommandSink m_sink;
    SleepInhibitor m_sleep;
    PowerWatch m_power;
    ui::MainWindow m_window;
    TeacherSound m_sound;
    NetworkStatus m_network;
};

} // namespace tutti::main
