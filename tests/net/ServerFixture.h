#pragma once

#include "server/net/ClassroomServer.h"
#include "tests/net/RecordingHandler.h"
#include "tests/support/ManualClock.h"

#include <QTcpSocket>
#include <QTest>
#include <QUrl>

namespace tutti::test {

/// A server on a port of its own, with a handler at /clock.
struct ServerFixture {
    explicit ServerFixture(net::ClassroomServer::Config config = {})
    {
        config.port = 0;
        config.timeouts.linger = std::chrono::milliseconds{10};
        config.addresses = {QHostAddress{QHostAddress::LocalHost}};
        server.addSocketPath(QStringLiteral("/clock"), handler);
        const auto opened = server.listen(config);
        port = opened.value_or(quint16{0});
    }

    QUrl url(const QString& path) const
    {
        return QUrl{QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(path)};
    }

    /// Everything the server says to these bytes until it closes.
    QByteArray exchange(const QByteArray& bytes) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
        socket.write(bytes);
        QByteArray received;
        const bool closed = QTest::qWaitFor([&] {
            received += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        });
        return closed ? received : QByteArray{"still open"};
    }

    QByteArray get(const QByteArray& target, const QByteArray& host = "127.0.0.1") const
    {
        return exchange("GET " + target + " HTTP/1.1\r\nHost: " + host +
                        "\r\nConnection: close\r\n\r\n");
    }

    ManualClock clock;
    RecordingHandler handler;
    net::ClassroomServer server{clock};
    quint16 port = 0;
};

inline QByteArray statusLine(const QByteArray& answer)
{
    return answer.left(answer.indexOf('\r'));
}

inline QByteArray bodyOf(const QByteArray& answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

} // namespace tutti::test
