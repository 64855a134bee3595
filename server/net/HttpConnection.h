#pragma once

#include "server/net/HttpRequest.h"
#include "server/net/HttpResponder.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QTcpSocket;

namespace tutti::net {

class HttpDesk;
struct Admitted;

/// How long each phase of a request may take (slow senders and readers are cut off).
struct HttpTimeouts {
    std::chrono::milliseconds head{5000};
    std::chrono::milliseconds body{5000};
    /// Without an answer from its handler for this long a request gets 503.
    std::chrono::milliseconds answer{10000};
    /// How long a refused client may go on sending.
    std::chrono::milliseconds linger{500};
};

/// One accepted connection: HTTP requests one after another, until one of them becomes a WebSocket.
/// Thread: classroom. Owns the socket until it is handed over.
class HttpConnection final : public QObject {
    Q_OBJECT

public:
    HttpConnection(QTcpSocket* socket, HttpDesk& desk, const HttpTimeouts& timeouts,
                   QObject* parent);

    /// Looks at what has already arrived.
    void start();
    /// Answers once and closes, whatever was asked.
    void refuse(const HttpResponse& response);

signals:
    /// A good handshake waits unread in the socket, which no longer belongs to this object.
    void upgradeAdmitted(QTcpSocket* socket, const tutti::net::Admitted& admitted);
    /// The connection is over or handed over.
    void finished();

private:
    enum class Phase { Head, Body, Answer, Closing };

    void readMore();
    void readHead();
    void readBody();
    void begin(HttpRequest request, qsizetype headBytes);
    void handOver(const HttpRequest& request);
    void bytesLeft();
    void dispatch();
    void send(const HttpResponse& response);
    void sendAndClose(const HttpResponse& response);
    void enter(Phase phase, std::chrono::milliseconds limit);
    void expire();

    QPointer<QTcpSocket> m_socket;
    HttpDesk& m_desk;
    const HttpTimeouts m_timeouts;
    QTimer m_deadline;
    Phase m_phase = Phase::Head;
    HttpRequest m_request;
    /// Tells a late answer to an earlier request from one to this request.
    quint64 m_turn = 0;
};

} // namespace tutti::net
