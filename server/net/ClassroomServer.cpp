#include "server/net/ClassroomServer.h"

#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <utility>

namespace tutti::net {
namespace {

constexpr int kPortMoves = 20;
constexpr int kPendingWebSockets = 1024;

} // namespace

ClassroomServer::ClassroomServer(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_caps(ConnectionLimits{})
    , m_listeners([this](QTcpSocket* socket) { accept(socket); })
    , m_webSockets(std::make_unique<QWebSocketServer>(QStringLiteral("Tutti"),
                                                      QWebSocketServer::NonSecureMode))
{
    m_webSockets->setMaxPendingConnections(kPendingWebSockets);
    // Stock phoenix offers it together with its token, and browsers insist on an answer.
    m_webSockets->setSupportedSubprotocols({QStringLiteral("phoenix")});
    connect(m_webSockets.get(), &QWebSocketServer::newConnection, this,
            &ClassroomServer::takeWebSockets);
}

ClassroomServer::~ClassroomServer()
{
    closeAll();
}

void ClassroomServer::setSite(StaticSite site)
{
    m_desk.setSite(std::move(site));
}

void ClassroomServer::addRoute(const QByteArray& method, const QString& pattern,
                               RouteHandler handler, qsizetype maxBodyBytes)
{
    m_desk.router().add(method, pattern, std::move(handler), maxBodyBytes);
}

void ClassroomServer::addSocketPath(const QString& path, SocketHandler& handler)
{
    m_desk.addSocketPath(path, handler);
}

Result<quint16> ClassroomServer::listen(const Config& config)
{
    closeAll();
    m_config = config;
    m_visitors.clear();
    m_caps = ConnectionCaps{config.connections};
    const int moves = config.portIsExplicit || config.port == 0 ? 0 : kPortMoves;
    const auto port = m_listeners.listenNear(config.addresses, config.port, moves);
    m_portMoved = port && config.port != 0 && *port != config.port;
    return port;
}

Result<void> ClassroomServer::changeAddresses(const QList<QHostAddress>& addresses)
{
    return m_listeners.changeAddresses(addresses);
}

void ClassroomServer::closeAll()
{
    m_listeners.close();
    const auto handshakes = std::exchange(m_handshakes, {});
    for (const Handshake& handshake : handshakes) {
        handshake.socket->disconnect(this);
        handshake.socket->abort();
        handshake.socket->deleteLater();
    }
    const auto requests = std::exchange(m_requests, {});
    for (HttpConnection* request : requests) {
        request->disconnect(this);
        delete request;
    }
    while (!m_peers.empty()) {
        m_peers.begin()->second->finishNow();
    }
}

void ClassroomServer::accept(QTcpSocket* socket)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, m_config.sendBufferBytes);
    countVisitor(*socket);
    serve(socket, m_caps.admit(*socket));
}

void ClassroomServer::countVisitor(const QTcpSocket& socket)
{
    const QHostAddress from = socket.peerAddress();
    const bool own = from.isLoopback() || from == socket.localAddress();
    if (own || m_visitors.contains(from) || m_visitors.size() >= kMaxVisitors) {
        return;
    }
    m_visitors.insert(from);
    emit visited(static_cast<int>(m_visitors.size()));
}

void ClassroomServer::serve(QTcpSocket* socket, bool isWelcome)
{
    auto* request = new HttpConnection{socket, m_desk, m_config.timeouts, this};
    m_requests.insert(request);
    connect(request, &HttpConnection::upgradeAdmitted, this, &ClassroomServer::upgrade);
    connect(request, &HttpConnection::finished, this, [this, request] {
        m_requests.remove(request);
        request->deleteLater();
    });
    if (isWelcome) {
        request->start();
    } else {
        request->refuse(refusal(503, "Too many connections"));
    }
}

void ClassroomServer::upgrade(QTcpSocket* socket, const Admitted& admitted)
{
    const Ends ends{socket->peerAddress(), socket->peerPort(), socket->localAddress(),
                    socket->localPort()};
    m_handshakes.insert(ends, {socket, admitted});
    connect(socket, &QTcpSocket::disconnected, this, [this, ends] { m_handshakes.remove(ends); });
    m_webSockets->handleConnection(socket);
    if (socket->bytesAvailable() > 0) {
        // The handshake is already buffered, so the socket itself has nothing more to announce.
        emit socket->readyRead();
    }
}

void ClassroomServer::takeWebSockets()
{
    while (QWebSocket* webSocket = m_webSockets->nextPendingConnection()) {
        const Ends ends{webSocket->peerAddress(), webSocket->peerPort(), webSocket->localAddress(),
                        webSocket->localPort()};
        const auto handshake = m_handshakes.constFind(ends);
        if (handshake == m_handshakes.constEnd()) {
            webSocket->abort();
            webSocket->deleteLater();
            continue;
        }
        const Handshake found = *handshake;
        m_handshakes.erase(handshake);
        startPeer(webSocket, found);
    }
}

void ClassroomServer::startPeer(QWebSocket* webSocket, const Handshake& handshake)
{
    handshake.socket->disconnect(this);
    m_lastPeer = PeerId{m_lastPeer.value + 1};
    auto* peer =
        new WebSocketPeer{{m_lastPeer, webSocket, handshake.socket, *handshake.admitted.handler},
                          m_clock,
                          m_config.peerLimits,
                          this};
    m_peers.emplace(m_lastPeer, peer);
    connect(peer, &WebSocketPeer::finished, this, &ClassroomServer::removePeer);
    peer->start(handshake.admitted.connected);
}

void ClassroomServer::removePeer(PeerId id)
{
    const auto found = m_peers.find(id);
    found->second->deleteLater();
    m_peers.erase(found);
}

} // namespace tutti::net
