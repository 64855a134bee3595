#include "app/main/GuiApplication.h"

#include <QApplication>

#include <algorithm>

namespace tutti::main {
namespace {

bool concernsClick(const EventEnvelope& envelope)
{
    return std::visit(Overloaded{
                          [](const RoomOpened&) { return true; },
                          [](const TimelineChanged&) { return true; },
                          [](const QuietStarted&) { return true; },
                          [](const QuietReleased&) { return true; },
                          [](const QuietEnded&) { return true; },
                          [](const LessonEnded&) { return true; },
                          [](const auto&) { return false; },
                      },
                      envelope.event);
}

} // namespace

GuiApplication::GuiApplication(Backend& backend)
    : m_backend(backend)
    , m_sink(backend.world())
    , m_click(backend.clock())
    , m_window({m_mirror, m_sink, backend.clock(), &m_settings})
{
    m_mirror.setClassPlan(QString::fromStdString(backend.roster().name), backend.roster().seats);
    wireBackend();
    wireWindow();
    wireClick();
    showClosed();
}

GuiApplication::~GuiApplication()
{
    // The classroom thread may be in feedClick at this moment; it must not be afterwards.
    QMetaObject::invokeMethod(
        &m_backend.world(), [this] { disconnect(m_clickFeed); }, Qt::BlockingQueuedConnection);
}

void GuiApplication::show()
{
    m_window.show();
    m_click.start();
}

void GuiApplication::quit()
{
    m_backend.stop();
}

void GuiApplication::wireBackend()
{
    connect(&m_backend, &Backend::recorded, &m_mirror, &ui::RoomMirror::apply);
    connect(&m_backend, &Backend::networkChanged, &m_window, &ui::MainWindow::setNetworkStatus);
    connect(&m_backend, &Backend::failed, &m_window, &ui::MainWindow::showMessage);
    connect(&m_backend, &Backend::storeRecovered, &m_window,
            [this] { m_window.withdrawMessage(ErrorCode::StoreUnavailable); });
    connect(&m_backend, &Backend::stopped, qApp, &QApplication::quit);
    // Closing the window ends the lesson properly: tablets hear good-bye, the store is written.
    qApp->setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, &GuiApplication::quit);
}

void GuiApplication::wireWindow()
{
    connect(&m_window, &ui::MainWindow::openRoomRequested, this,
            [this](const QString& adapter) { m_backend.openRoom(adapter, false); });
    connect(&m_window, &ui::MainWindow::adapterChosen, this,
            [this](const QString& adapter) { m_backend.changeAdapter(adapter); });
}

void GuiApplication::wireClick()
{
    ClassroomWorld& world = m_backend.world();
    m_clickFeed = connect(&world, &ClassroomWorld::recorded, &world,
                          [this](const Batch& batch) { feedClick(batch); });
    const auto applyVolume = [this, &world] {
        const double volume = m_clickOn ? m_volume : 0.0;
        QMetaObject::invokeMethod(&world, [this, volume] { m_click.setVolume(volume); });
    };
    connect(&m_window, &ui::MainWindow::clickVolumeChanged, this,
            [this, applyVolume](double volume) {
                m_volume = volume;
                applyVolume();
            });
    connect(&m_window, &ui::MainWindow::clickEnabledChanged, this, [this, applyVolume](bool on) {
        m_clickOn = on;
        applyVolume();
    });
    connect(&m_click, &midi::LaptopClick::available, this, [this](bool yes) {
        m_window.setClickStatus(yes, yes ? tr("Laptop speakers")
                                         : tr("No sound output found. The lesson goes on without "
                                              "the click."));
    });
}

void GuiApplication::feedClick(const Batch& batch)
{
    if (std::any_of(batch.begin(), batch.end(), concernsClick)) {
        const RoomState& room = m_backend.world().mirror();
        m_click.setTimeline(room.timeline);
        m_click.setQuiet(room.quiet);
    }
}

void GuiApplication::showClosed()
{
    NetworkStatus status;
    status.adapters = m_backend.adapters();
    m_window.setNetworkStatus(status);
}

} // namespace tutti::main
