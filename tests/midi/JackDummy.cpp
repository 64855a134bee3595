#include "tests/midi/JackDummy.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>

namespace tutti::test {
namespace {

constexpr int kStopMillis = 5000;

} // namespace

JackDummy::JackDummy()
    : m_name(QStringLiteral("tutti-test-%1").arg(QCoreApplication::applicationPid()))
{
    qputenv("JACK_DEFAULT_SERVER", m_name.toLatin1());
    qputenv("JACK_NO_START_SERVER", "1");
    qputenv("JACK_NO_AUDIO_RESERVATION", "1");
}

JackDummy::~JackDummy()
{
    // A killed server leaves its shared memory to the next one of its name.
    if (m_process.exitStatus() == QProcess::CrashExit) {
        start();
    }
    stop();
    // Semaphores of those who died with a server stay for ever.
    QDir memory{QStringLiteral("/dev/shm")};
    for (const QString& name :
         memory.entryList({u'*' + m_name + u'*'}, QDir::AllEntries | QDir::System)) {
        memory.remove(name);
    }
}

bool JackDummy::isInstalled()
{
    return !QStandardPaths::findExecutable(QStringLiteral("jackd")).isEmpty();
}

bool JackDummy::start()
{
    // Should the test itself die, its server does too.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    // Longer periods than music wants, and every block waits for its clients: else a busy machine
    // loses messages.
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral("jackd"),
                    {QStringLiteral("-n"), m_name, QStringLiteral("-r"), QStringLiteral("-S"),
                     QStringLiteral("-t"), QStringLiteral("5000"), QStringLiteral("-d"),
                     QStringLiteral("dummy"), QStringLiteral("-r"), QStringLiteral("48000"),
                     QStringLiteral("-p"), QStringLiteral("1024")});
    return m_process.waitForStarted() && waitForServer();
}

bool JackDummy::waitForServer() const
{
    QProcess wait;
    wait.setStandardOutputFile(QProcess::nullDevice());
    wait.setStandardErrorFile(QProcess::nullDevice());
    wait.start(QStringLiteral("jack_wait"), {QStringLiteral("-s"), m_name, QStringLiteral("-w"),
                                             QStringLiteral("-t"), QStringLiteral("10")});
    return wait.waitForFinished(20'000) && wait.exitCode() == 0;
}

void JackDummy::stop()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(kStopMillis)) {
            kill();
        }
    }
}

void JackDummy::kill()
{
    m_process.kill();
    m_process.waitForFinished(kStopMillis);
}

} // namespace tutti::test
