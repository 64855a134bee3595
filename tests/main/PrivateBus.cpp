#include "tests/main/PrivateBus.h"

#include <QFile>
#include <QTest>

namespace tutti::test {
namespace {

constexpr int kPatienceMillis = 10'000;

/// Everyone may own and call everything; no folder of services to start.
QByteArray configFor(const QString& folder)
{
    return QStringLiteral("<busconfig><type>session</type><listen>unix:dir=%1</listen>"
                          "<auth>EXTERNAL</auth><policy context='default'>"
                          "<allow own='*'/><allow send_destination='*'/>"
                          "<allow receive_sender='*'/></policy></busconfig>")
        .arg(folder)
        .toUtf8();
}

} // namespace

PrivateBus::~PrivateBus()
{
    if (m_daemon.state() == QProcess::NotRunning) {
        return;
    }
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(kPatienceMillis)) {
        m_daemon.kill();
        m_daemon.waitForFinished(kPatienceMillis);
    }
}

bool PrivateBus::start()
{
    QFile config{m_folder.filePath(QStringLiteral("bus.conf"))};
    if (!config.open(QIODevice::WriteOnly)) {
        return false;
    }
    config.write(configFor(m_folder.path()));
    config.close();
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                    QStringLiteral("--print-address"),
                    QStringLiteral("--config-file=") + config.fileName()});
    const auto hasAddress = [this] { return m_daemon.canReadLine(); };
    if (!m_daemon.waitForStarted() || !QTest::qWaitFor(hasAddress, kPatienceMillis)) {
        return false;
    }
    m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    return true;
}

QDBusConnection PrivateBus::connection(const QString& name) const
{
    return QDBusConnection::connectToBus(m_address, name);
}

} // namespace tutti::test
