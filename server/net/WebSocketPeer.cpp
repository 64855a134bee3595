#include "server/net/WebSocketPeer.h"

#include "server/protocol/WsFrame.h"

#include <QTcpSocket>
#include <QWebSocket>

namespace tutti::net {

using protocol::closeFrame;

WebSocketPeer::WebSocketPeer(const Parts& parts, const Clock& clock, const PeerLimits& limits,
                             QObject* parent)
    : QObject(parent)
    , m_id(parts.id)
    , m_webSocket(parts.webSocket)
    , m_tcp(parts.tcp)
    , m_handler(parts.handler)
    , m_clock(clock)
    , m_limits(limits)
    , m_sink(makePeerSink(*parts.tcp))
{
    m_webSocket->setParent(this);
    m_webSocket->setMaxAllowedIncomingFrameSize(limits.maxFrameBytes);
    m_webSocket->setMaxAllowedIncomingMessageSize(limits.maxFrameBytes);
    listenToSocket();
}

WebSocketPeer::~WebSocketPeer()
{
    if (m_webSocket) {
        m_webSocket->disconnect(this);
    }
    if (m_tcp) {
        m_tcp->disconnect(this);
    }
}

void WebSocketPeer::listenToSocket()
{
    connect(m_webSocket, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
        m_sinceMessage = {};
        if (!m_isClosing) {
            m_handler.textReceived(m_id, text.toUtf8(), m_clock.now());
        }
    });
    connect(m_webSocket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray& bytes) {
        m_sinceMessage = {};
        if (!m_isClosing) {
            m_handler.binaryReceived(m_id, bytes, m_clock.now());
        }
    });
    connect(m_webSocket, &QWebSocket::pong, this, [this] { m_sincePong = {}; });
    connect(m_webSocket, &QWebSocket::disconnected, this, &WebSocketPeer::scheduleFinish);
    connect(m_tcp, &QTcpSocket::bytesWritten, this, &WebSocketPeer::bytesLeft);
    connect(&m_heartbeat, &QTimer::timeout, this, &WebSocketPeer::checkLiveness);
}

void WebSocketPeer::start(const SocketHandler::Connected& connected)
{
    connected(*this);
    m_heartbeat.start(m_limits.pingInterval);
    if (m_webSocket->state() == QAbstractSocket::UnconnectedState) {
        scheduleFinish();
    }
}

void WebSocketPeer::abort()
{
    m_isClosing = true;
    if (m_webSocket) {
        m_webSocket->abort();
    }
    scheduleFinish();
}

void WebSocketPeer::finishNow()
{
    m_isClosing = true;
    if (m_webSocket) {
        m_webSocket->close(QWebSocketProtocol::CloseCodeGoingAway);
    }
    finish();
}

WriteResult WebSocketPeer::write(std::span<const Bytes> pieces)
{
    if (m_isClosing || !m_tcp) {
        return WriteResult::Gone;
    }
    WriteResult result = m_sink->write(pieces);
    if (result == WriteResult::Behind && m_tcp->bytesToWrite() > m_limits.maxPendingBytes) {
        result = WriteResult::Gone;
    }
    if (result == WriteResult::Gone) {
        abort();
    }
    m_isBehind = result == WriteResult::Behind;
    return result;
}

std::size_t WebSocketPeer::pendingBytes() const
{
    return m_tcp ? static_cast<std::size_t>(m_tcp->bytesToWrite()) : 0;
}

void WebSocketPeer::close(std::uint16_t code, std::string_view reason)
{
    if (m_isClosing || !m_webSocket || !m_tcp) {
        return;
    }
    m_isClosing = true;
    m_heartbeat.stop();
    // A peer that reads nothing never lets the closing handshake end.
    QTimer::singleShot(m_limits.closeTimeout, this, &WebSocketPeer::abort);
    // QWebSocket::close() would close the socket at once, and what the peer is still sending would turn that into a
    // reset that overtakes the code. So only the frame leaves; the peer's answer closes.
    m_tcp->write(closeFrame(code, reason));
    m_tcp->flush();
}

void WebSocketPeer::checkLiveness()
{
    m_sincePong += m_limits.pingInterval;
    m_sinceMessage += m_limits.pingInterval;
    if (m_sincePong > m_limits.pongTimeout) {
        abort();
    } else if (m_sinceMessage >= m_limits.idleTimeout) {
        close(QWebSocketProtocol::CloseCodeNormal, {});
    } else {
        m_webSocket->ping();
    }
}

void WebSocketPeer::bytesLeft()
{
    if (m_isBehind && !m_isClosing && m_tcp->bytesToWrite() == 0) {
        m_isBehind = false;
        m_handler.writable(m_id);
    }
}

void WebSocketPeer::scheduleFinish()
{
    // Queued: a write or close of the handler's own may have brought us here.
    m_isClosing = true;
    m_heartbeat.stop();
    QMetaObject::invokeMethod(this, &WebSocketPeer::finish, Qt::QueuedConnection);
}

void WebSocketPeer::finish()
{
    if (m_isFinished) {
        return;
    }
    m_isFinished = true;
    m_handler.disconnected(m_id);
    emit finished(m_id);
}

} // namespace tutti::net
