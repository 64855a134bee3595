#pragma once

#include "app/domain/NetworkStatus.h"
#include "app/main/Backend.h"
#include "app/main/QueuedCommandSink.h"
#include "midi/LaptopClick.h"
#include "ui/models/RoomMirror.h"
#include "ui/widgets/MainWindow.h"

#include <QObject>
#include <QSettings>

namespace tutti::main {

/// The teacher's app: the backend, its mirror, the window and the laptop's click, wired together.
/// Thread: GUI.
class GuiApplication final : public QObject {
    Q_OBJECT

public:
    explicit GuiApplication(Backend& backend);
    ~GuiApplication() override;

    void show();
    /// Ends a running lesson, then the program.
    void quit();

private:
    void wireBackend();
    void wireWindow();
    void wireClick();
    void showClosed();
    /// Thread: classroom, so that a painting stall never delays a click.
    void feedClick(const Batch& batch);

    Backend& m_backend;
    QSettings m_settings;
    ui::RoomMirror m_mirror;
    QueuedCommandSink m_sink;
    midi::LaptopClick m_click;
    QMetaObject::Connection m_clickFeed;
    double m_volume = 0.8;
    bool m_clickOn = true;
    ui::MainWindow m_window;
};

} // namespace tutti::main
