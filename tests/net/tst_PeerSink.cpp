#include "server/net/PeerSink.h"
#include "server/net/QtSink.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <memory>

using namespace tutti;
using namespace tutti::net;

/// Bytes arrive whole and in order whichever way they leave.
class tst_PeerSink final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void init();
    void keepsOrderAcrossSinksAndTheSocketItself();
    void writesMoreThanOneCallTakes();
    void tellsThatThePeerIsGone();

private:
    QByteArray receive(qsizetype size);

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<QTcpSocket> m_socket;
};

namespace {

Bytes piece(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

void tst_PeerSink::init()
{
    m_socket.reset();
    m_client = std::make_unique<QTcpSocket>();
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress{QHostAddress::LocalHost}));
    m_client->connectToHost(QHostAddress{QHostAddress::LocalHost}, m_server->serverPort());
    QTRY_VERIFY(m_server->hasPendingConnections());
    m_socket.reset(m_server->nextPendingConnection());
    m_socket->setParent(nullptr);
    m_socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, 16 * 1024);
}

QByteArray tst_PeerSink::receive(qsizetype size)
{
    QByteArray received;
    const bool complete = QTest::qWaitFor([&] {
        received += m_client->readAll();
        return received.size() >= size;
    });
    return complete ? received : QByteArray{};
}

void tst_PeerSink::keepsOrderAcrossSinksAndTheSocketItself()
{
    const auto native = makePeerSink(*m_socket);
    QtSink portable{*m_socket};
    QByteArray expected;
    bool wasBehind = false;
    for (int i = 0; i < 600; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(8, '.');
        const QByteArray filler(1 + (i * 37) % 9000, static_cast<char>('a' + i % 26));
        const std::array pieces{piece(number), piece(filler)};
        expected += number + filler;
        if (i % 7 == 3) {
            // What QWebSocket does for its own pong and close frames.
            QCOMPARE(m_socket->write(number + filler), number.size() + filler.size());
        } else {
            PeerSink& sink = i % 2 == 0 ? *native : static_cast<PeerSink&>(portable);
            const WriteResult result = sink.write(pieces);
            QVERIFY(result != WriteResult::Gone);
            wasBehind = wasBehind || result == WriteResult::Behind;
        }
    }
    QVERIFY(wasBehind);
    QCOMPARE(receive(expected.size()), expected);
}

void tst_PeerSink::writesMoreThanOneCallTakes()
{
    const auto sink = makePeerSink(*m_socket);
    std::vector<QByteArray> texts;
    std::vector<Bytes> pieces;
    QByteArray expected;
    for (int i = 0; i < 200; ++i) {
        texts.push_back(QByteArray::number(i) + ' ');
        expected += texts.back();
    }
    for (const QByteArray& text : texts) {
        pieces.push_back(piece(text));
    }
    QVERIFY(sink->write(pieces) == WriteResult::Sent);
    QCOMPARE(receive(expected.size()), expected);
}

void tst_PeerSink::tellsThatThePeerIsGone()
{
    const auto native = makePeerSink(*m_socket);
    QtSink portable{*m_socket};
    m_client->abort();
    QTRY_COMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
    const QByteArray text{"x"};
    const std::array pieces{piece(text)};
    QVERIFY(native->write(pieces) == WriteResult::Gone);
    QVERIFY(portable.write(pieces) == WriteResult::Gone);
}

QTEST_GUILESS_MAIN(tst_PeerSink)
#include "tst_PeerSink.moc"
