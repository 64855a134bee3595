#include "app/main/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

namespace tutti::main {
namespace {

constexpr int kNameDigits = 16;
/// More than any line of ours; who sends more has something else in mind.
constexpr qint64 kLongestLine = 64;

} // namespace

QString SingleInstance::addressFor(const QString& dataFolder)
{
    const QString owner = QFileInfo{QDir::homePath()}.canonicalFilePath();
    const QString folder = QFileInfo{dataFolder}.canonicalFilePath();
    const QByteArray hash =
        QCryptographicHash::hash((owner + u'\n' + folder).toUtf8(), QCryptographicHash::Sha256);
    const QString name =
        QStringLiteral("tutti-") + QString::fromLatin1(hash.toHex().left(kNameDigits));
    // Where there is a folder for this user's sockets, nobody else can squat on the name.
    const QString sockets = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return sockets.isEmpty() ? name : QDir{sockets}.filePath(name);
}

SingleInstance::SingleInstance(QObject* parent)
    : QObject(parent)
    , m_server(this)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::welcome);
}

bool SingleInstance::listen(const QString& dataFolder)
{
    const QString address = addressFor(dataFolder);
    QLocalServer::removeServer(address);
    return m_server.listen(address);
}

void SingleInstance::close()
{
    m_server.close();
}

void SingleInstance::welcome()
{
    while (auto* socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(kLongestLine);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { hear(*socket); });
        hear(*socket);
    }
}

void SingleInstance::hear(QLocalSocket& socket)
{
    if (!m_server.isListening()) {
        socket.abort();
        return;
    }
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() >= kLongestLine) {
            socket.abort();
        }
        return;
    }
    if (socket.readLine() != "raise\n") {
        socket.abort();
        return;
    }
    socket.write("raising\n");
    socket.disconnectFromServer();
    emit raiseRequested();
}

} // namespace tutti::main
