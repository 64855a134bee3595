#include "server/channel/Hub.h"
#include "server/channel/Tokens.h"
#include "server/net/HubEndpoints.h"
#include "tests/net/ServerFixture.h"

#include <QAbstractEventDispatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace tutti;
using namespace tutti::net;
using namespace tutti::test;

namespace {

const QByteArray kSecret = "a secret of thirty-two characters";

/// A Hub on the network, flushed at the end of every turn of the loop.
struct HubFixture {
    HubFixture()
        : endpoints(hub)
    {
        endpoints.addTo(net.server);
        // QTRY_… polls and so never blocks: a turn begins where the program's would end.
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                         &turn, [this] { hub.flush(); });
    }
    ~HubFixture() { net.server.closeAll(); }

    QString token(const QString& role = QStringLiteral("anon")) const
    {
        const qint64 expires = net.clock.wallMillis() / 1000 + 3600;
        return channel::Tokens{kSecret}.sign(
            {{QStringLiteral("role"), role}, {QStringLiteral("exp"), expires}});
    }
    QUrl socketUrl(const QString& path, const QString& vsn = QStringLiteral("2.0.0")) const
    {
        return net.url(path + QStringLiteral("?apikey=%1&vsn=%2").arg(token(), vsn));
    }

    ServerFixture net;
    channel::Hub hub{net.clock, {.jwtSecret = kSecret}};
    HubEndpoints endpoints;
    QObject turn;
};

/// A stock client's socket, joined to a plain topic.
struct Tablet {
    explicit Tablet(const QUrl& url)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString& text) { frames.append(text); });
        socket.open(url);
    }
    bool join()
    {
        const bool isOpen =
            QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
        socket.sendTextMessage(
            QStringLiteral(R"(["1","1","realtime:song","phx_join",{"config":{}}])"));
        return isOpen &&
               QTest::qWaitFor([this] { return sees(QStringLiteral(R"("status":"ok")")); });
    }
    bool sees(const QString& text) const { return frames.join(QLatin1Char('\n')).contains(text); }

    QWebSocket socket;
    QStringList frames;
};

} // namespace

/// The Hub over real sockets: upgrade, plain topics, REST and health.
class tst_HubEndpoints final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void relaysAPlainTopic_data();
    void relaysAPlainTopic();
    void refusesWithTheAnswersOfTheProtocol_data();
    void refusesWithTheAnswersOfTheProtocol();
    void prefersTheHeaderKeyOverTheQuery();
    void broadcastsWithoutASocket_data();
    void broadcastsWithoutASocket();
    void answersHealthChecks();
};

void tst_HubEndpoints::relaysAPlainTopic_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("own path") << QStringLiteral("/socket/websocket");
    QTest::newRow("path behind a gateway") << QStringLiteral("/realtime/v1/websocket");
}

void tst_HubEndpoints::relaysAPlainTopic()
{
    QFETCH(QString, path);
    HubFixture fixture;
    Tablet fox{fixture.socketUrl(path)};
    Tablet owl{fixture.socketUrl(path)};
    QVERIFY(fox.join());
    QVERIFY(owl.join());
    fox.socket.sendTextMessage(QStringLiteral(
        R"(["1","2","realtime:song","broadcast",{"type":"broadcast","event":"note","payload":{"midi":60}}])"));
    QTRY_VERIFY(owl.sees(QStringLiteral(R"("midi":60)")));
    QVERIFY(!fox.sees(QStringLiteral(R"("midi":60)")));
}

void tst_HubEndpoints::refusesWithTheAnswersOfTheProtocol_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no key") << QByteArray{"?vsn=2.0.0"} << QByteArray{"401"}
                            << QByteArray{R"({"error":"API key is missing"})"};
    QTest::newRow("no token") << QByteArray{"?apikey=nonsense"} << QByteArray{"401"}
                              << QByteArray{R"({"error":"The token provided is not a valid JWT"})"};
    QTest::newRow("version") << QByteArray{"?vsn=3.0.0&apikey=TOKEN"} << QByteArray{"403"}
                             << QByteArray{};
}

void tst_HubEndpoints::refusesWithTheAnswersOfTheProtocol()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    HubFixture fixture;
    query.replace("TOKEN", fixture.token().toLatin1());
    const QByteArray answer = fixture.net.exchange(
        "GET /socket/websocket" + query +
        " HTTP/1.1\r\nHost: tutti.test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
    QCOMPARE(statusLine(answer).split(' ').value(1), status);
    QCOMPARE(bodyOf(answer), body);
}

void tst_HubEndpoints::prefersTheHeaderKeyOverTheQuery()
{
    HubFixture fixture;
    QNetworkRequest request{fixture.net.url(QStringLiteral("/socket/websocket?apikey=nonsense"))};
    request.setRawHeader("x-api-key", fixture.token().toLatin1());
    QWebSocket client;
    client.open(request);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
}

void tst_HubEndpoints::broadcastsWithoutASocket_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("batch")
        << QByteArray{"/api/broadcast"}
        << QByteArray{R"({"messages":[{"topic":"song","event":"note","payload":{"midi":61}}]})"};
    QTest::newRow("one, behind a gateway")
        << QByteArray{"/realtime/v1/api/broadcast/song/events/note"}
        << QByteArray{R"({"midi":61})"};
}

void tst_HubEndpoints::broadcastsWithoutASocket()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    HubFixture fixture;
    Tablet owl{fixture.socketUrl(QStringLiteral("/socket/websocket"))};
    QVERIFY(owl.join());
    const QByteArray answer = fixture.net.exchange(
        "POST " + target + "?vsn=2.0.0 HTTP/1.1\r\nHost: a\r\nConnection: close\r\napikey: " +
        fixture.token(QStringLiteral("service_role")).toLatin1() +
        "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\n\r\n" + body);
    QCOMPARE(statusLine(answer), QByteArray{"HTTP/1.1 202 Accepted"});
    QTRY_VERIFY(owl.sees(QStringLiteral(R"("midi":61)")));
}

void tst_HubEndpoints::answersHealthChecks()
{
    HubFixture fixture;
    QCOMPARE(bodyOf(fixture.net.get("/healthcheck")), QByteArray{"ok"});
    QCOMPARE(bodyOf(fixture.net.get("/api/ping")), QByteArray{R"({"message":"Success"})"});
    QCOMPARE(bodyOf(fixture.net.get("/realtime/v1/api/ping")),
             QByteArray{R"({"message":"Success"})"});
    QCOMPARE(bodyOf(fixture.net.get("/health")), QByteArray{R"({"status":"ok","room":"closed"})"});
    fixture.endpoints.setRoomOpen(true);
    QCOMPARE(bodyOf(fixture.net.get("/health")), QByteArray{R"({"status":"ok","room":"open"})"});
}

QTEST_GUILESS_MAIN(tst_HubEndpoints)
#include "tst_HubEndpoints.moc"
