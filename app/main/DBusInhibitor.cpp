#include "app/main/DBusInhibitor.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusUnixFileDescriptor>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace tutti::main {
namespace {

using namespace Qt::StringLiterals;

/// Services that do not answer hold up a pool thread, and the end of the program, no longer than this together.
constexpr int kPatienceMillis = 3'000;

QDBusMessage screenSaver(const QString& method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s,
                                          u"/org/freedesktop/ScreenSaver"_s,
                                          u"org.freedesktop.ScreenSaver"_s, method);
}

int millisUntil(const QDeadlineTimer& deadline)
{
    return static_cast<int>(deadline.remainingTime());
}

std::shared_ptr<void> askLogin(const QDBusConnection& system, const QString& reason,
                               const QDeadlineTimer& deadline)
{
    auto call =
        QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                       u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    call << u"idle"_s << u"Tutti"_s << reason << u"block"_s;
    const QDBusReply<QDBusUnixFileDescriptor> reply =
        system.call(call, QDBus::Block, millisUntil(deadline));
    if (!reply.isValid() || !reply.value().isValid()) {
        return {};
    }
    // The wish stands as long as the descriptor is open.
    return std::make_shared<QDBusUnixFileDescriptor>(reply.value());
}

std::shared_ptr<void> askScreenSaver(const QDBusConnection& session, const QString& reason,
                                     const QDeadlineTimer& deadline)
{
    const QDBusReply<uint> reply = session.call(screenSaver(u"Inhibit"_s) << u"Tutti"_s << reason,
                                                QDBus::Block, millisUntil(deadline));
    if (!reply.isValid()) {
        return {};
    }
    return {new uint{reply.value()}, [session](const uint* cookie) {
                session.send(screenSaver(u"UnInhibit"_s) << *cookie);
                delete cookie;
            }};
}

QDBusConnection sessionBus()
{
    // Without one, asking would start one that nobody ends.
    const bool hasBus =
        qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
        QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR", u"/nowhere"_s) + u"/bus"_s);
    return hasBus ? QDBusConnection::sessionBus() : QDBusConnection{QString{}};
}

} // namespace

Buses Buses::ofThisSession()
{
    return {[] { return QDBusConnection::systemBus(); }, sessionBus};
}

DBusInhibitor::DBusInhibitor(Buses buses, QObject* parent)
    : QObject(parent)
    , m_buses(std::move(buses))
{
}

void DBusInhibitor::hold(const QString& reason)
{
    if (*m_standing != 0) {
        return;
    }
    *m_standing = ++m_wish;
    QThreadPool::globalInstance()->start([inhibitor = QPointer{this}, buses = m_buses, reason,
                                          standing = m_standing, wish = m_wish] {
        Granted granted = ask(buses, reason, *standing, wish);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [inhibitor, wish, granted = std::move(granted)] {
                if (inhibitor) {
                    inhibitor->answered(wish, granted);
                }
            },
            Qt::QueuedConnection);
    });
}

void DBusInhibitor::release()
{
    *m_standing = 0;
    m_granted.clear();
}

DBusInhibitor::Granted DBusInhibitor::ask(const Buses& buses, const QString& reason,
                                          const Standing& standing, int wish)
{
    const QDeadlineTimer deadline{kPatienceMillis};
    Granted granted;
    if (const auto system = buses.system(); system.isConnected()) {
        granted.push_back(askLogin(system, reason, deadline));
    }
    // Withdrawn meanwhile, or no time left: the desktop is not asked.
    if (standing == wish && !deadline.hasExpired()) {
        if (const auto session = buses.session(); session.isConnected()) {
            granted.push_back(askScreenSaver(session, reason, deadline));
        }
    }
    std::erase(granted, nullptr);
    return granted;
}

void DBusInhibitor::answered(int wish, Granted granted)
{
    if (*m_standing == wish) {
        m_granted = std::move(granted);
    }
}

} // namespace tutti::main
