#include "server/net/HttpConnection.h"

#include "server/net/HttpDesk.h"

#include <QTcpSocket>

#include <utility>

namespace tutti::net {

HttpConnection::HttpConnection(QTcpSocket* socket, HttpDesk& desk, const HttpTimeouts& timeouts,
                               QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_desk(desk)
    , m_timeouts(timeouts)
{
    m_socket->setParent(this);
    // What we do not read stays with the sender.
    m_socket->setReadBufferSize(2 * kMaxHeadBytes);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::expire);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::bytesLeft);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::finished);
    enter(Phase::Head, m_timeouts.head);
}

void HttpConnection::start()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState) {
        emit finished();
    } else if (m_socket->bytesAvailable() > 0) {
        readMore();
    }
}

void HttpConnection::refuse(const HttpResponse& response)
{
    sendAndClose(response);
}

void HttpConnection::readMore()
{
    if (!m_socket) {
        return;
    }
    switch (m_phase) {
    case Phase::Head:
        return readHead();
    case Phase::Body:
        return readBody();
    case Phase::Answer:
        return; // the next request waits its turn
    case Phase::Closing:
        m_socket->readAll();
        return;
    }
}

void HttpConnection::readHead()
{
    const QByteArray bytes = m_socket->peek(kMaxHeadBytes);
    const auto length = headLength(bytes);
    if (!length) {
        if (bytes.size() >= kMaxHeadBytes) {
            sendAndClose(refusal(431, "Request header too large"));
        }
        return;
    }
    auto request = parseHead(QByteArrayView{bytes}.first(*length));
    if (!request) {
        return sendAndClose(refusal(request.error(), reasonPhrase(request.error())));
    }
    request->remote = m_socket->peerAddress();
    begin(std::move(*request), *length);
}

void HttpConnection::begin(HttpRequest request, qsizetype headBytes)
{
    if (const auto refused = m_desk.refuse(request)) {
        return sendAndClose(*refused);
    }
    if (m_desk.isSocketPath(request)) {
        return handOver(request);
    }
    m_socket->skip(headBytes);
    ++m_turn;
    m_request = std::move(request);
    m_request.body.reserve(m_request.contentLength);
    enter(Phase::Body, m_timeouts.body);
    readBody();
}

void HttpConnection::handOver(const HttpRequest& request)
{
    const auto admitted = m_desk.admit(request);
    if (!admitted) {
        return sendAndClose(admitted.error());
    }
    m_deadline.stop();
    QTcpSocket* socket = m_socket;
    socket->disconnect(this);
    socket->setParent(nullptr);
    // A frame may be longer than the buffer; QWebSocket has its own limit.
    socket->setReadBufferSize(0);
    m_socket = nullptr;
    emit upgradeAdmitted(socket, *admitted);
    emit finished();
}

void HttpConnection::readBody()
{
    const qsizetype missing = m_request.contentLength - m_request.body.size();
    m_request.body += m_socket->read(missing);
    if (m_request.body.size() == m_request.contentLength) {
        dispatch();
    }
}

void HttpConnection::dispatch()
{
    enter(Phase::Answer, m_timeouts.answer);
    m_desk.handle(m_request, HttpResponder{[self = QPointer<HttpConnection>{this},
                                            turn = m_turn](const HttpResponse& response) {
                      if (self && self->m_turn == turn && self->m_phase == Phase::Answer) {
                          self->send(response);
                      }
                  }});
}

void HttpConnection::send(const HttpResponse& response)
{
    const bool headOnly = m_request.method == "HEAD";
    if (m_request.headerLists("connection", "close")) {
        m_socket->write(toBytes(response, {.keepAlive = false, .headOnly = headOnly}));
        enter(Phase::Closing, m_timeouts.answer);
        m_socket->disconnectFromHost();
        return;
    }
    m_socket->write(toBytes(response, {.keepAlive = true, .headOnly = headOnly}));
    enter(Phase::Head, m_timeouts.head);
    if (m_socket->bytesAvailable() > 0) {
        // Queued: a client that sends many requests at once must not deepen the stack.
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
    }
}

void HttpConnection::sendAndClose(const HttpResponse& response)
{
    m_socket->write(toBytes(response, {.keepAlive = false}));
    // What is still coming in is thrown away for a moment: closing on unread bytes would reset the
    // connection and could take the answer with it.
    enter(Phase::Closing, m_timeouts.linger);
    m_socket->readAll();
}

void HttpConnection::enter(Phase phase, std::chrono::milliseconds limit)
{
    m_phase = phase;
    m_deadline.start(limit);
}

void HttpConnection::bytesLeft()
{
    // A slow download is fine as long as it moves.
    const bool isBetweenRequests = m_phase == Phase::Head && m_socket->bytesAvailable() == 0;
    if (isBetweenRequests || m_phase == Phase::Closing) {
        m_deadline.start();
    }
}

void HttpConnection::expire()
{
    if (!m_socket) {
        return;
    }
    const bool isIdle = m_phase == Phase::Head && m_socket->bytesAvailable() == 0;
    if (m_phase == Phase::Closing || isIdle) {
        const bool isStuck = m_socket->bytesToWrite() > 0;
        isStuck ? m_socket->abort() : m_socket->disconnectFromHost();
    } else if (m_phase == Phase::Answer) {
        sendAndClose(refusal(503, "No answer in time"));
    } else {
        sendAndClose(refusal(408, "Request not complete in time"));
    }
}

} // namespace tutti::net
