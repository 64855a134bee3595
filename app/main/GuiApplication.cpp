#include "app/main/GuiApplication.h"

#include "app/classroom/JoinCodes.h"
#include "app/main/DeviceMessages.h"
#include "ui/models/NetworkChecks.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QScreen>

#include <algorithm>

namespace tutti::main {
namespace {

const NetworkAdapter* adapterNamed(const NetworkStatus& status, const std::string& name)
{
    const auto found =
        std::find_if(status.adapters.begin(), status.adapters.end(),
                     [&](const NetworkAdapter& adapter) { return adapter.name == name; });
    return found == status.adapters.end() ? nullptr : &*found;
}

/// Whether the laptop still has the address tablets came in by.
bool hasAddress(const NetworkStatus& status, const std::string& joined)
{
    return std::any_of(
        status.adapters.begin(), status.adapters.end(),
        [&](const NetworkAdapter& adapter) { return joined.rfind(adapter.address + ":", 0) == 0; });
}

QString networkName(const NetworkStatus& status)
{
    const NetworkAdapter* adapter = adapterNamed(status, status.adapter);
    return adapter ? ui::adapterWord(*adapter) : QString::fromStdString(status.adapter);
}

} // namespace

GuiApplication::GuiApplication(Backend& backend)
    : m_backend(backend)
    , m_sink(backend.world())
    , m_window({m_mirror, m_sink, backend.clock(), &m_settings})
    , m_sound(backend, m_window)
{
    m_mirror.setClassPlan(backend.roster());
    wireBackend();
    wireWindow();
    wireClasses();
    wireLaptop();
    showClosed();
}

void GuiApplication::show()
{
    // On a small laptop nothing may hang over the edge, least of all the quiet button.
    m_window.resize(m_window.size().boundedTo(m_window.screen()->availableSize()));
    m_window.show();
    m_sound.start();
    m_power.start();
}

void GuiApplication::raise()
{
    if (!m_window.isVisible()) {
        return;
    }
    // Not showNormal(): a window that filled the screen fills it again.
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
}

void GuiApplication::quit()
{
    m_backend.stop();
}

void GuiApplication::wireBackend()
{
    connect(&m_backend, &Backend::recorded, &m_mirror, &ui::RoomMirror::apply);
    connect(&m_backend, &Backend::networkChanged, this, &GuiApplication::followNetwork);
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
    connect(&m_window, &ui::MainWindow::newCodeRequested, this, [this] {
        m_sink.submit(ChangeCode{classroom::codeFor(QRandomGenerator::system()->generate64())}, {});
    });
}

void GuiApplication::wireClasses()
{
    connect(&m_window, &ui::MainWindow::classChosen, &m_backend, &Backend::chooseClass);
    connect(&m_window, &ui::MainWindow::classCreated, &m_backend, &Backend::createClass);
    connect(&m_window, &ui::MainWindow::classRenamed, &m_backend, &Backend::renameClass);
    connect(&m_window, &ui::MainWindow::rosterEdited, &m_backend, &Backend::saveRoster);
    connect(&m_backend, &Backend::classesChanged, &m_window, &ui::MainWindow::setClasses);
    connect(&m_backend, &Backend::rosterChanged, this, [this](const ClassRoster& roster) {
        m_mirror.setClassPlan(roster);
        m_window.setRoster(roster);
    });
    m_window.setClasses(m_backend.classes(), m_backend.currentClass());
    m_window.setRoster(m_backend.roster());
}

void GuiApplication::wireLaptop()
{
    const QString battery = QStringLiteral("battery");
    connect(&m_power, &PowerWatch::low, this, [this, battery](int percent) {
        m_window.showNotice(battery, lowBatteryMessage(percent));
    });
    connect(&m_power, &PowerWatch::recovered, this,
            [this, battery] { m_window.withdrawNotice(battery); });
    connect(&m_mirror, &ui::RoomMirror::changed, this, &GuiApplication::followLesson);
}

void GuiApplication::followLesson()
{
    if (m_mirror.state().phase == RoomPhase::Lesson) {
        m_sleep.hold(tr("A lesson is running"));
    } else {
        m_sleep.release();
    }
}

void GuiApplication::followNetwork(const NetworkStatus& status)
{
    const QString key = QStringLiteral("network");
    const bool wasThere = adapterNamed(m_network, m_network.adapter) != nullptr;
    const bool isThere = adapterNamed(status, status.adapter) != nullptr;
    if (status.listening && wasThere && !isThere) {
        m_window.showNotice(key, networkLostMessage(networkName(m_network)));
    } else if (status.listening && m_network.listening && isThere &&
               status.address != m_network.address) {
        m_window.showNotice(key, addressChangedMessage(QString::fromStdString(status.address),
                                                       hasAddress(status, m_network.address)));
    } else if (!status.listening || (isThere && !wasThere)) {
        m_window.withdrawNotice(key);
    }
    m_network = status;
    m_window.setNetworkStatus(status);
}

void GuiApplication::showClosed()
{
    NetworkStatus status;
    status.adapters = m_backend.adapters();
    m_window.setNetworkStatus(status);
}

} // namespace tutti::main
