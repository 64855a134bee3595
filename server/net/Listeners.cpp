#include "server/net/Listeners.h"

#include "server/net/NetworkAdapters.h"

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
    const std::string where = hostPort(address.toString().toStdString(), port);
    switch (server.serverError()) {
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {ErrorCode::BadAddress, where};
    case QAbstractSocket::SocketAccessError:
        return {ErrorCode::PortForbidden, where};
    default:
        return {ErrorCode::PortTaken, where};
    }
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
        auto opened = open(address, port);
        if (!opened) {
            close();
            return tl::unexpected{opened.error()};
        }
        port = (*opened)->serverPort();
        m_servers.push_back(std::move(*opened));
    }
    return port;
}

Result<void> Listeners::changeAddresses(const QList<QHostAddress>& addresses)
{
    if (m_servers.empty() || addresses.isEmpty()) {
        return tl::unexpected{Error{ErrorCode::BadAddress, "nothing is listening"}};
    }
    const quint16 port = m_servers.front()->serverPort();
    const auto isHeld = [this](const QHostAddress& address) {
        return std::any_of(m_servers.begin(), m_servers.end(),
                           [&](const auto& server) { return server->serverAddress() == address; });
    };
    std::vector<std::unique_ptr<QTcpServer>> added;
    for (const QHostAddress& address : addresses) {
        if (isHeld(address)) {
            continue;
        }
        auto opened = open(address, port);
        if (!opened) {
            return tl::unexpected{opened.error()};
        }
        added.push_back(std::move(*opened));
    }
    std::erase_if(m_servers, [&addresses](const auto& server) {
        return !addresses.contains(server->serverAddress());
    });
    std::move(added.begin(), added.end(), std::back_inserter(m_servers));
    return {};
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

Result<std::unique_ptr<QTcpServer>> Listeners::open(const QHostAddress& address, quint16 port)
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
    return server;
}

void Listeners::drain(QTcpServer& server)
{
    while (QTcpSocket* socket = server.nextPendingConnection()) {
        socket->setParent(nullptr);
        m_accepted(socket);
    }
}

} // namespace tutti::net
