#include "app/main/SecondLaunch.h"

#include "app/main/SingleInstance.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace tutti::main {
namespace {

constexpr std::chrono::milliseconds kPause{100};

/// Where sockets lie in a folder for everyone, somebody else may have put one there under our name.
bool isOurs(const QLocalSocket& socket)
{
    return QFileInfo{socket.fullServerName()}.ownerId() == QFileInfo{QDir::homePath()}.ownerId();
}

} // namespace

SecondLaunch::SecondLaunch(const QString& dataFolder, Patience patience, QObject* parent)
    : QObject(parent)
    , m_address(SingleInstance::addressFor(dataFolder))
    , m_patience(patience)
    , m_socket(this)
    , m_again(this)
    , m_deadline(this)
{
    m_again.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SecondLaunch::knock);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(false); });
    connect(&m_socket, &QLocalSocket::connected, this, &SecondLaunch::greet);
    connect(&m_socket, &QLocalSocket::readyRead, this, &SecondLaunch::hear);
    // Nobody there, or gone again before it answered.
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { m_again.start(kPause); });
}

void SecondLaunch::start()
{
    m_deadline.start(m_patience.untilListening);
    // A local socket may connect at once; the answer waits for the loop all the same.
    m_again.start(0);
}

void SecondLaunch::knock()
{
    if (!m_isOver) {
        m_socket.abort();
        m_socket.connectToServer(m_address);
    }
}

void SecondLaunch::greet()
{
    if (!isOurs(m_socket)) {
        end(false);
        return;
    }
    // Once: who hangs up on every call must not be called for ever.
    if (!std::exchange(m_wasHeard, true)) {
        m_deadline.start(m_patience.untilAnswer);
    }
    m_socket.write("raise\n");
}

void SecondLaunch::hear()
{
    if (m_socket.canReadLine()) {
        end(m_socket.readLine() == "raising\n");
    }
}

void SecondLaunch::end(bool isRaised)
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    m_again.stop();
    m_deadline.stop();
    m_socket.abort();
    if (isRaised) {
        emit raised();
    } else {
        emit unanswered();
    }
}

} // namespace tutti::main
