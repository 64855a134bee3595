#include "tests/net/ServerFixture.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace tutti;
using namespace tutti::net;
using namespace tutti::test;
using namespace std::chrono_literals;

/// WebSockets, ports and the end of everything, over real sockets.
class tst_ClassroomServer final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void carriesTextAndBinaryBothWays();
    void tellsWhatWasAskedFor();
    void answersARefusalInsteadOfTheHandshake();
    void selectsPhoenixWhenOffered();
    void closesWith1009ForAnOversizeFrame();
    void closesAnIdleConnectionWith1000();
    void cutsAPeerThatDoesNotAnswerPings();
    void keepsTheOthersGoingWhenOneStopsReading();
    void closesWithCodeAndReason();
    void saysItsCodeToAClientThatIsStillSending();
    void tellsOfADisconnectOnce();
    void movesToTheNextPortUnlessTheUserNamedIt();
    void refusesAddressesThatAreNotOurs();
    void leavesNothingAfterCloseAll();
    void changesItsAddressesAndKeepsWhoIsConnected();
    void keepsItsAddressesWhenANewOneIsNotOurs();
};

namespace {

QByteArray handshake(const QByteArray& target)
{
    return "GET " + target +
           " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
}

} // namespace

void tst_ClassroomServer::carriesTextAndBinaryBothWays()
{
    ServerFixture fixture;
    QWebSocket client;
    QSignalSpy received{&client, &QWebSocket::textMessageReceived};
    client.open(fixture.url(QStringLiteral("/clock")));
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    fixture.clock.advance(5ms);
    client.sendTextMessage(QStringLiteral("höre"));
    client.sendBinaryMessage("\x03\x00");
    QTRY_COMPARE(fixture.handler.texts, QByteArrayList{"höre"});
    QTRY_COMPARE(fixture.handler.binaries, QByteArrayList{"\x03"});
    QCOMPARE(toMicros(fixture.handler.arrived), toMicros(fixture.clock.now()));

    QVERIFY(writeText(*fixture.handler.peers[0], "hallo") == WriteResult::Sent);
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received[0][0].toString(), QStringLiteral("hallo"));
}

void tst_ClassroomServer::tellsWhatWasAskedFor()
{
    ServerFixture fixture;
    QWebSocket client;
    client.open(fixture.url(QStringLiteral("/clock?key=a%20b")));
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    QCOMPARE(fixture.handler.asked.query.queryItemValue(QStringLiteral("key"), QUrl::FullyDecoded),
             QStringLiteral("a b"));
    QCOMPARE(fixture.handler.asked.remote, QHostAddress{QHostAddress::LocalHost});
}

void tst_ClassroomServer::answersARefusalInsteadOfTheHandshake()
{
    ServerFixture fixture;
    fixture.handler.refusal = refusal(401, "API key is missing");
    const QByteArray answer = fixture.exchange(handshake("/clock"));
    QCOMPARE(statusLine(answer), QByteArray{"HTTP/1.1 401 Unauthorized"});
    QCOMPARE(bodyOf(answer), QByteArray{R"({"error":"API key is missing"})"});
}

void tst_ClassroomServer::selectsPhoenixWhenOffered()
{
    ServerFixture fixture;
    QWebSocket client;
    QWebSocketHandshakeOptions options;
    options.setSubprotocols(
        {QStringLiteral("phoenix"), QStringLiteral("base64url.bearer.phx.eyJ")});
    client.open(fixture.url(QStringLiteral("/clock")), options);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(client.subprotocol(), QStringLiteral("phoenix"));
}

void tst_ClassroomServer::closesWith1009ForAnOversizeFrame()
{
    ServerFixture fixture{{.peerLimits = {.maxFrameBytes = 1000}}};
    QWebSocket client;
    QSignalSpy closed{&client, &QWebSocket::disconnected};
    client.open(fixture.url(QStringLiteral("/clock")));
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.sendTextMessage(QString(1001, QLatin1Char('x')));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(static_cast<int>(client.closeCode()), 1009);
    QTRY_COMPARE(fixture.handler.gone.size(), 1U);
    QCOMPARE(fixture.handler.texts, QByteArrayList{});
}

void tst_ClassroomServer::closesAnIdleConnectionWith1000()
{
    ServerFixture fixture{{.peerLimits = {.pingInterval = 20ms, .idleTimeout = 60ms}}};
    QWebSocket client;
    QSignalSpy closed{&client, &QWebSocket::disconnected};
    client.open(fixture.url(QStringLiteral("/clock")));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(static_cast<int>(client.closeCode()), 1000);
    QTRY_COMPARE(fixture.handler.gone.size(), 1U);
}

void tst_ClassroomServer::cutsAPeerThatDoesNotAnswerPings()
{
    ServerFixture fixture{{.peerLimits = {.pingInterval = 20ms, .pongTimeout = 40ms}}};
    QVERIFY(fixture.exchange(handshake("/clock")).startsWith("HTTP/1.1 101 "));
    QTRY_COMPARE(fixture.handler.gone.size(), 1U);
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
}

void tst_ClassroomServer::keepsTheOthersGoingWhenOneStopsReading()
{
    ServerFixture fixture{{.peerLimits = {.maxPendingBytes = 64 * 1024 * 1024}}};
    QTcpSocket stuck;
    stuck.setReadBufferSize(1024);
    stuck.connectToHost(QHostAddress{QHostAddress::LocalHost}, fixture.port);
    stuck.write(handshake("/clock"));
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    QWebSocket reader;
    QSignalSpy received{&reader, &QWebSocket::textMessageReceived};
    reader.open(fixture.url(QStringLiteral("/clock")));
    QTRY_COMPARE(fixture.handler.peers.size(), 2U);

    const QByteArray text(30'000, 'x');
    int sent = 0;
    WriteResult result = WriteResult::Sent;
    for (; result == WriteResult::Sent && sent < 1000; ++sent) {
        result = writeText(*fixture.handler.peers[0], text);
    }
    QVERIFY(result == WriteResult::Behind);
    QVERIFY(fixture.handler.peers[0]->pendingBytes() > 0);
    QVERIFY(writeText(*fixture.handler.peers[1], "still here") == WriteResult::Sent);
    QTRY_COMPARE(received.size(), 1);
    QVERIFY(fixture.handler.writablePeers.empty());

    qsizetype drained = 0;
    stuck.setReadBufferSize(0);
    QTRY_VERIFY((drained += stuck.readAll().size()) >= sent * 30'000);
    QTRY_COMPARE(fixture.handler.writablePeers.size(), 1U);
    QCOMPARE(fixture.handler.writablePeers[0].value, fixture.handler.peers[0]->id().value);
    QCOMPARE(fixture.handler.peers[0]->pendingBytes(), std::size_t{0});
}

void tst_ClassroomServer::closesWithCodeAndReason()
{
    // A plain socket: Qt's own client reports 1013, which is younger than RFC 6455, as a protocol
    // error.
    ServerFixture fixture;
    QTcpSocket client;
    client.connectToHost(QHostAddress{QHostAddress::LocalHost}, fixture.port);
    client.write(handshake("/clock"));
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    fixture.handler.peers[0]->close(1013, "too slow");
    QVERIFY(writeText(*fixture.handler.peers[0], "late") == WriteResult::Gone);
    QVERIFY(fixture.handler.gone.empty());
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client.readAll().endsWith("\x88\x0a\x03\xf5too slow"));
    QTRY_COMPARE(fixture.handler.gone.size(), 1U);
}

void tst_ClassroomServer::saysItsCodeToAClientThatIsStillSending()
{
    ServerFixture fixture;
    QWebSocket client;
    QSignalSpy ended{&client, &QWebSocket::disconnected};
    client.open(fixture.url(QStringLiteral("/clock")));
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    for (int i = 0; i < 40; ++i) {
        client.sendTextMessage(QString(200'000, QLatin1Char('x')));
    }
    QTRY_VERIFY(!fixture.handler.texts.isEmpty());
    fixture.handler.peers[0]->close(1008, "too much");
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(int{client.closeCode()}, 1008);
    QCOMPARE(client.closeReason(), QStringLiteral("too much"));
}

void tst_ClassroomServer::tellsOfADisconnectOnce()
{
    ServerFixture fixture;
    QWebSocket client;
    client.open(fixture.url(QStringLiteral("/clock")));
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    client.abort();
    QTRY_COMPARE(fixture.handler.gone.size(), 1U);
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
    fixture.server.closeAll();
    QCOMPARE(fixture.handler.gone.size(), 1U);
}

void tst_ClassroomServer::movesToTheNextPortUnlessTheUserNamedIt()
{
    QTcpServer other;
    const QHostAddress local{QHostAddress::LocalHost};
    QVERIFY(other.listen(local));
    ManualClock clock;
    ClassroomServer server{clock};
    ClassroomServer::Config config{.port = other.serverPort(), .addresses = {local}};
    config.portIsExplicit = true;
    const auto refused = server.listen(config);
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::PortTaken);

    config.portIsExplicit = false;
    const auto moved = server.listen(config);
    QVERIFY(moved);
    QVERIFY(*moved > other.serverPort());
    QVERIFY(server.portMoved());
}

void tst_ClassroomServer::refusesAddressesThatAreNotOurs()
{
    ManualClock clock;
    ClassroomServer server{clock};
    // Reserved for documentation (RFC 5737), so no machine has it.
    const auto refused =
        server.listen({.port = 0, .addresses = {QHostAddress{QStringLiteral("192.0.2.1")}}});
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::BadAddress);
    QVERIFY(server.listen({.port = 0, .addresses = {}}).error().code == ErrorCode::BadAddress);
}

void tst_ClassroomServer::leavesNothingAfterCloseAll()
{
    ServerFixture fixture;
    QWebSocket client;
    QSignalSpy closed{&client, &QWebSocket::disconnected};
    client.open(fixture.url(QStringLiteral("/clock")));
    QTcpSocket idle;
    idle.connectToHost(QHostAddress{QHostAddress::LocalHost}, fixture.port);
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    QTRY_COMPARE(fixture.server.connectionCount(), 2);
    fixture.server.closeAll();
    QCOMPARE(fixture.handler.gone.size(), 1U);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(static_cast<int>(client.closeCode()), 1001);
    QTRY_COMPARE(idle.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
    QTcpSocket late;
    late.connectToHost(QHostAddress{QHostAddress::LocalHost}, fixture.port);
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void tst_ClassroomServer::changesItsAddressesAndKeepsWhoIsConnected()
{
    ServerFixture fixture;
    QWebSocket client;
    client.open(fixture.url(QStringLiteral("/clock")));
    QTRY_COMPARE(fixture.handler.peers.size(), 1U);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    const QHostAddress other{QStringLiteral("127.0.0.2")};
    QVERIFY(fixture.server.changeAddresses({other}));
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
    QVERIFY(writeText(*fixture.handler.peers[0], "still here") == WriteResult::Sent);

    QTcpSocket there;
    there.connectToHost(other, fixture.port);
    QTRY_COMPARE(there.state(), QAbstractSocket::ConnectedState);
    QTcpSocket here;
    here.connectToHost(QHostAddress{QHostAddress::LocalHost}, fixture.port);
    QTRY_COMPARE(here.error(), QAbstractSocket::ConnectionRefusedError);
}

void tst_ClassroomServer::keepsItsAddressesWhenANewOneIsNotOurs()
{
    ServerFixture fixture;
    const auto changed = fixture.server.changeAddresses(
        {QHostAddress{QHostAddress::LocalHost}, QHostAddress{QStringLiteral("203.0.113.1")}});
    QVERIFY(!changed && changed.error().code == ErrorCode::BadAddress);
    QTcpSocket here;
    here.connectToHost(QHostAddress{QHostAddress::LocalHost}, fixture.port);
    QTRY_COMPARE(here.state(), QAbstractSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(tst_ClassroomServer)
#include "tst_ClassroomServer.moc"
