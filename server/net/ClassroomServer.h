#pragma once

#include "app/domain/Clock.h"
#include "app/domain/Error.h"
#include "server/net/ConnectionCaps.h"
#include "server/net/HttpConnection.h"
#include "server/net/HttpDesk.h"
#include "server/net/Listeners.h"
#include "server/net/WebSocketPeer.h"

#include <QObject>
#include <QSet>
#include <map>
#include <memory>

class QWebSocket;
class QWebSocketServer;

namespace tutti::net {

/// The one port of the classroom: page, REST and WebSockets.
/// Thread: all of it on the classroom thread, where it is made.
/// Owns its sockets and peers, not the socket handlers.
class ClassroomServer final : public QObject {
    Q_OBJECT

public:
    struct Config {
        quint16 port = 4000;
        /// A port the user named is never moved.
        bool portIsExplicit = false;
        QList<QHostAddress> addresses = {};
        HttpTimeouts timeouts = {};
        PeerLimits peerLimits = {};
        ConnectionLimits connections = {};
        /// Kernel send buffer of a socket; small, so that a slow peer shows early.
        int sendBufferBytes = 64 * 1024;
    };

    explicit ClassroomServer(const Clock& clock, QObject* parent = nullptr);
    ~ClassroomServer() override;

    void setSite(StaticSite site);
    void addRoute(const QByteArray& method, const QString& pattern, RouteHandler handler,
                  qsizetype maxBodyBytes = Router::kDefaultBodyBytes);
    /// The handler must outlive the server or the next closeAll().
    void addSocketPath(const QString& path, SocketHandler& handler);

    /// Answers the port it listens on. Errors: PortTaken (after 20 more ports if it may move),
    /// BadAddress.
    Result<quint16> listen(const Config& config);
    /// Listens on other addresses with the same port; who is connected stays. An error changes nothing.
    /// Errors: PortTaken, PortForbidden, BadAddress.
    Result<void> changeAddresses(const QList<QHostAddress>& addresses);
    /// The port in use is not the one first asked for.
    bool portMoved() const { return m_portMoved; }
    /// Stops listening and cuts every connection; handlers hear disconnected() before it returns.
    /// Not to be called from inside a handler.
    void closeAll();
    /// Open connections of every kind.
    int connectionCount() const { return m_caps.total(); }

signals:
    /// One more other device has reached this laptop since listen(); devices beyond kMaxVisitors are not told apart.
    void visited(int visitors);

private:
    static constexpr qsizetype kMaxVisitors = 500;

    /// Both ends of a TCP connection: names it while QWebSocketServer holds it.
    struct Ends {
        QHostAddress peer;
        quint16 peerPort;
        QHostAddress local;
        quint16 localPort;
        friend bool operator==(const Ends&, const Ends&) = default;
        friend size_t qHash(const Ends& ends, size_t seed = 0)
        {
            return qHashMulti(seed, ends.peer, ends.peerPort, ends.local, ends.localPort);
        }
    };
    struct Handshake {
        QTcpSocket* socket;
        Admitted admitted;
    };

    void accept(QTcpSocket* socket);
    void countVisitor(const QTcpSocket& socket);
    void serve(QTcpSocket* socket, bool isWelcome);
    void upgrade(QTcpSocket* socket, const Admitted& admitted);
    void takeWebSockets();
    void startPeer(QWebSocket* webSocket, const Handshake& handshake);
    void removePeer(PeerId id);

    const Clock& m_clock;
    Config m_config;
    ConnectionCaps m_caps;
    HttpDesk m_desk;
    Listeners m_listeners;
    std::unique_ptr<QWebSocketServer> m_webSockets;
    QSet<HttpConnection*> m_requests;
    QHash<Ends, Handshake> m_handshakes;
    std::map<PeerId, WebSocketPeer*> m_peers;
    PeerId m_lastPeer{0};
    QSet<QHostAddress> m_visitors;
    bool m_portMoved = false;
};

} // namespace tutti::net
