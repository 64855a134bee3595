#include "server/net/Listeners.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace tutti::net {
namespace {

/// A whole class presses "Join" at once; the kernel trims this to what it allows.
constexpr int kBacklog = 1024;
constexpr std::chrono::seconds kAcceptPause{1};

Error listenError(const QTcpServer& server, const QHostAddress& address, quint16 port)
{
    const bool isForeign = server.serverError() == QAbstractSocket::SocketAddressNotAvailableError;
    const QString where = QStringLiteral("%1:%2").arg(address.toString()).arg(port);
    return {isForeign ? ErrorCode::BadAddress : ErrorCode::PortTaken, where.toStdString()};
}

} // namespace

Listeners::Listeners(Accepted accepted)
    : m_accepted(std::move(accepted))
{
}

Listeners::~Listeners() = default;

Result<quint16> Listeners::listen(const QList<QHostAddress>& addresses, quint16 port)
{
    close();
    if (addresses.isEmpty()) {
        return tl::unexpected{Error{ErrorCode::BadAddress, "no address to listen on"}};
    }
    for (const QHostAddress& address : addresses) {
        const auto opened = open(address, port);
        if (!opened) {
            close();
            return opened;
        }
        port = *opened;
    }
    return port;
}

Result<quint16> Listeners::listenNear(const QList<QHostAddress>& addresses, quint16 port, int moves)
{
    const int last = std::min<int>(port + moves, std::numeric_limits<quint16>::max());
    auto opened = listen(addresses, port);
    for (int next = port + 1; next <= last; ++next) {
        if (opened || opened.error().code != ErrorCode::PortTaken) {
            return opened;
        }
        opened = listen(addresses, static_cast<quint16>(next));
    }
    return opened;
}

void Listeners::close()
{
    m_servers.clear();
}

Result<quint16> Listeners::open(const QHostAddress& address, quint16 port)
{
    auto server = std::make_unique<QTcpServer>();
    server->setListenBacklogSize(kBacklog);
    server->setMaxPendingConnections(kBacklog);
    if (!server->listen(address, port)) {
        return tl::unexpected{listenError(*server, address, port)};
    }
    QObject::connect(server.get(), &QTcpServer::newConnection, server.get(),
                     [this, raw = server.get()] { drain(*raw); });
    // Qt stops accepting when the process runs out of descriptors and does not start again by itself.
    QObject::connect(server.get(), &QTcpServer::acceptError, server.get(), [raw = server.get()] {
        QTimer::singleShot(kAcceptPause, raw, &QTcpServer::resumeAccepting);
    });
    m_servers.push_back(std::move(server));
    return m_servers.back()->serverPort();
}

void Listeners::drain(QTcpServer& server)
{
    while (QTcpSocket* socket = server.nextPendingConnection()) {
        socket->setParent(nullptr);
        m_accepted(socket);
    }
}

} // namespace tutti::net
