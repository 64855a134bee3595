#pragma once

#include "app/domain/Clock.h"
#include "app/domain/Peer.h"
#include "server/net/PeerSink.h"
#include "server/net/SocketHandler.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>

class QTcpSocket;
class QWebSocket;

namespace tutti::net {

/// What a connected WebSocket may do and when it counts as lost.
struct PeerLimits {
    quint64 maxFrameBytes = 1024 * 1024;
    /// Bytes that may wait in this process before the connection is dropped.
    qint64 maxPendingBytes = 4 * 1024 * 1024;
    std::chrono::milliseconds pingInterval{5000};
    std::chrono::milliseconds pongTimeout{15000};
    /// Without a message from the client for this long the connection closes with 1000.
    std::chrono::milliseconds idleTimeout{60000};
    /// How long a closing connection may take to send what it still holds.
    std::chrono::milliseconds closeTimeout{3000};
};

/// One tablet's WebSocket: Qt reads and answers pings, we write whole frames past it through a
/// PeerSink. Thread: classroom. Owns the QWebSocket, which owns the QTcpSocket.
class WebSocketPeer final : public QObject, public Peer {
    Q_OBJECT

public:
    struct Parts {
        PeerId id;
        QWebSocket* webSocket;
        QTcpSocket* tcp;
        SocketHandler& handler;
    };
    WebSocketPeer(const Parts& parts, const Clock& clock, const PeerLimits& limits,
                  QObject* parent);
    ~WebSocketPeer() override;

    /// Hands the peer to its handler and starts reading.
    void start(const SocketHandler::Connected& connected);
    /// Cuts the connection without a closing handshake.
    void abort();
    /// Says goodbye (1001) without waiting for an answer; the handler is told before this returns.
    void finishNow();

    PeerId id() const override { return m_id; }
    WriteResult write(std::span<const Bytes> pieces) override;
    std::size_t pendingBytes() const override;
    void close(std::uint16_t code, std::string_view reason) override;

signals:
    /// The handler has been told; nothing is called any more.
    void finished(tutti::PeerId id);

private:
    void listenToSocket();
    void checkLiveness();
    void bytesLeft();
    void scheduleFinish();
    void finish();

    const PeerId m_id;
    QPointer<QWebSocket> m_webSocket;
    QPointer<QTcpSocket> m_tcp;
    SocketHandler& m_handler;
    const Clock& m_clock;
    const PeerLimits m_limits;
    std::unique_ptr<PeerSink> m_sink;
    QTimer m_heartbeat;
    std::chrono::milliseconds m_sincePong{0};
    std::chrono::milliseconds m_sinceMessage{0};
    /// Something waited, so the handler wants to hear when it is gone.
    bool m_isBehind = false;
    bool m_isClosing = false;
    bool m_isFinished = false;
};

} // namespace tutti::net
