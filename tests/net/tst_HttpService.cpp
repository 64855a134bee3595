#include "tests/net/ServerFixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti::net;
using namespace tutti::test;
using namespace std::chrono_literals;

/// Page and REST over real sockets.
class tst_HttpService final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void servesThePageWithItsPolicies();
    void leavesOutTheBodyOfHead();
    void routesWithAndWithoutThePrefix_data();
    void routesWithAndWithoutThePrefix();
    void refuses_data();
    void refuses();
    void refusesForeignHosts();
    void answersPreflight();
    void answersSeveralRequestsOnOneConnection();
    void refusesABodyOverTheLimitInTheFormOfTheApi();
    void refusesAnEndlessHead();
    void cutsOffASlowHead();
    void cutsOffASlowBody();
    void closesAnIdleConnectionSilently();
    void answersLater();
    void answers500ForAnUnansweredRequest();
    void answers503WhenTheHandlerTakesTooLong();
    void dropsALateAnswerToAGoneClient();
    void refusesConnectionsOverTheCap();
};

void tst_HttpService::servesThePageWithItsPolicies()
{
    QTemporaryDir folder;
    QFile index{folder.filePath(QStringLiteral("index.html"))};
    QVERIFY(index.open(QIODevice::WriteOnly));
    QCOMPARE(index.write("<p>Tutti"), 8);
    index.close();
    ServerFixture fixture;
    fixture.server.setSite(StaticSite::fromFolder(folder.path()));

    const QByteArray answer = fixture.get("/?c=LARK", "music.local:4000");
    QCOMPARE(statusLine(answer), QByteArray{"HTTP/1.1 200 OK"});
    QCOMPARE(bodyOf(answer), QByteArray{"<p>Tutti"});
    QVERIFY(answer.contains("\r\nContent-Security-Policy: default-src 'self';"));
    QVERIFY(!answer.contains("unsafe-inline"));
    QVERIFY(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
    QVERIFY(answer.contains("\r\nReferrer-Policy: no-referrer\r\n"));
    QVERIFY(answer.contains("\r\nETag: \""));
}

void tst_HttpService::leavesOutTheBodyOfHead()
{
    ServerFixture fixture;
    fixture.server.addRoute("GET", QStringLiteral("/x"),
                            [](const auto&, const auto& respond) { respond({.body = "12345"}); });
    const QByteArray answer =
        fixture.exchange("HEAD /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QVERIFY(answer.contains("\r\nContent-Length: 5\r\n"));
    QCOMPARE(bodyOf(answer), QByteArray{});
}

void tst_HttpService::routesWithAndWithoutThePrefix_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("plain") << QByteArray{"/api/v1/seats/3/claim"};
    QTest::newRow("prefixed") << QByteArray{"/realtime/v1/api/v1/seats/3/claim"};
    QTest::newRow("query") << QByteArray{"/api/v1/seats/3/claim?apikey=x&vsn=2.0.0"};
    QTest::newRow("escaped") << QByteArray{"/api/v1/seats/%33/claim"};
}

void tst_HttpService::routesWithAndWithoutThePrefix()
{
    QFETCH(QByteArray, target);
    ServerFixture fixture;
    fixture.server.addRoute("POST", QStringLiteral("/api/v1/seats/{seat}/claim"),
                            [](const HttpRequest& request, const HttpResponder& respond) {
                                respond({.body = request.parameters[0].toUtf8() + request.body});
                            });
    const QByteArray answer = fixture.exchange(
        "POST " + target +
        " HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody");
    QCOMPARE(statusLine(answer), QByteArray{"HTTP/1.1 200 OK"});
    QCOMPARE(bodyOf(answer), QByteArray{"3body"});
}

void tst_HttpService::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char* name, const QByteArray& first, const QByteArray& rest,
                        const char* status) {
        QTest::newRow(name) << first + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + rest +
                                   "\r\n"
                            << QByteArray{status};
    };
    row("unknown path", "GET /nothing", "", "404");
    row("traversal", "GET /../../etc/passwd", "", "404");
    row("encoded traversal", "GET /%2e%2e/%2e%2e/etc/passwd", "", "404");
    row("wrong method", "GET /only-post", "", "405");
    row("delete", "DELETE /only-post", "", "405");
    row("method of nobody", "BREW /", "", "501");
    row("POST to the page", "POST /", "Content-Length: 0\r\n", "404");
    row("body where none belongs", "GET /nothing", "Content-Length: 5\r\n", "413");
    row("chunked", "POST /only-post", "Transfer-Encoding: chunked\r\n", "411");
    row("no length", "POST /only-post", "", "411");
    row("garbage", "\x16\x03\x01", "", "400");
    row("socket path without upgrade", "GET /clock", "", "400");
    row("socket path with POST", "POST /clock", "Content-Length: 0\r\n", "400");
    row("upgrade without key", "GET /clock", "Upgrade: websocket\r\nConnection: Upgrade\r\n",
        "400");
}

void tst_HttpService::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    ServerFixture fixture;
    fixture.server.addRoute("POST", QStringLiteral("/only-post"),
                            [](const auto&, const auto& respond) { respond({}); });
    const QByteArray answer = fixture.exchange(request);
    QCOMPARE(statusLine(answer).split(' ').value(1), status);
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
}

void tst_HttpService::refusesForeignHosts()
{
    ServerFixture fixture;
    QVERIFY(statusLine(fixture.get("/", "evil.example")).contains(" 421 "));
    QVERIFY(statusLine(fixture.get("/clock", "evil.example:4000")).contains(" 421 "));
}

void tst_HttpService::answersPreflight()
{
    ServerFixture fixture;
    fixture.server.addRoute("POST", QStringLiteral("/api/v1/join"),
                            [](const auto&, const auto& respond) { respond({}); });
    const QByteArray answer = fixture.exchange(
        "OPTIONS /realtime/v1/api/v1/join HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QCOMPARE(statusLine(answer), QByteArray{"HTTP/1.1 204 No Content"});
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Origin: *\r\n"));
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Methods: POST, OPTIONS\r\n"));
    QVERIFY(answer.contains("authorization, apikey, content-type, x-client-info\r\n"));
}

void tst_HttpService::answersSeveralRequestsOnOneConnection()
{
    ServerFixture fixture;
    fixture.server.addRoute("GET", QStringLiteral("/n/{n}"),
                            [](const HttpRequest& request, const HttpResponder& respond) {
                                respond({.body = "<" + request.parameters[0].toUtf8() + ">"});
                            });
    const QByteArray answer =
        fixture.exchange("GET /n/1 HTTP/1.1\r\nHost: a\r\n\r\nGET /n/2 HTTP/1.1\r\nHost: a\r\n\r\n"
                         "GET /n/3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const qsizetype first = answer.indexOf("<1>");
    const qsizetype second = answer.indexOf("<2>", first);
    QVERIFY(first > 0 && second > first && answer.endsWith("<3>"));
}

void tst_HttpService::refusesABodyOverTheLimitInTheFormOfTheApi()
{
    ServerFixture fixture;
    bool called = false;
    fixture.server.addRoute(
        "POST", QStringLiteral("/api/v1/join"),
        [&called](const auto&, const auto& respond) {
            called = true;
            respond({});
        },
        4096);
    const QByteArray answer =
        fixture.exchange("POST /api/v1/join HTTP/1.1\r\nHost: a\r\nContent-Length: 4097\r\n\r\n" +
                         QByteArray(4097, ' '));
    QVERIFY(statusLine(answer).contains(" 413 "));
    QVERIFY(bodyOf(answer).contains(R"("code":"too_large")"));
    QVERIFY(!called);
}

void tst_HttpService::refusesAnEndlessHead()
{
    ServerFixture fixture;
    const QByteArray answer =
        fixture.exchange("GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(kMaxHeadBytes, 'x'));
    QVERIFY(statusLine(answer).contains(" 431 "));
}

void tst_HttpService::cutsOffASlowHead()
{
    ServerFixture fixture{{.timeouts = {.head = 50ms}}};
    QVERIFY(statusLine(fixture.exchange("GET / HTTP/1.1\r\nHos")).contains(" 408 "));
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
}

void tst_HttpService::cutsOffASlowBody()
{
    ServerFixture fixture{{.timeouts = {.body = 50ms}}};
    fixture.server.addRoute("POST", QStringLiteral("/x"),
                            [](const auto&, const auto& respond) { respond({}); });
    const QByteArray answer =
        fixture.exchange("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nfive!");
    QVERIFY(statusLine(answer).contains(" 408 "));
}

void tst_HttpService::closesAnIdleConnectionSilently()
{
    ServerFixture fixture{{.timeouts = {.head = 50ms}}};
    QCOMPARE(fixture.exchange({}), QByteArray{});
}

void tst_HttpService::answersLater()
{
    ServerFixture fixture;
    QTimer later;
    later.setSingleShot(true);
    fixture.server.addRoute("GET", QStringLiteral("/x"),
                            [&later](const HttpRequest&, const HttpResponder& respond) {
                                QObject::connect(&later, &QTimer::timeout, &later, [respond] {
                                    respond({.body = "first"});
                                    respond({.body = "second"});
                                });
                                later.start(0);
                            });
    QCOMPARE(bodyOf(fixture.get("/x")), QByteArray{"first"});
}

void tst_HttpService::answers500ForAnUnansweredRequest()
{
    ServerFixture fixture;
    fixture.server.addRoute("GET", QStringLiteral("/x"), [](const auto&, const auto&) {});
    QVERIFY(statusLine(fixture.get("/x")).contains(" 500 "));
}

void tst_HttpService::answers503WhenTheHandlerTakesTooLong()
{
    ServerFixture fixture{{.timeouts = {.answer = 50ms}}};
    std::optional<HttpResponder> kept;
    fixture.server.addRoute("GET", QStringLiteral("/x"),
                            [&kept](const auto&, const auto& respond) { kept = respond; });
    QVERIFY(statusLine(fixture.get("/x")).contains(" 503 "));
}

void tst_HttpService::dropsALateAnswerToAGoneClient()
{
    ServerFixture fixture;
    std::optional<HttpResponder> kept;
    fixture.server.addRoute("GET", QStringLiteral("/x"),
                            [&kept](const auto&, const auto& respond) { kept = respond; });
    QTcpSocket client;
    client.connectToHost(QHostAddress{QHostAddress::LocalHost}, fixture.port);
    client.write("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_VERIFY(kept);
    client.abort();
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
    (*kept)({.body = "too late"});
}

void tst_HttpService::refusesConnectionsOverTheCap()
{
    ServerFixture fixture{{.connections = {.total = 10, .perAddress = 1}}};
    QTcpSocket first;
    first.connectToHost(QHostAddress{QHostAddress::LocalHost}, fixture.port);
    QTRY_COMPARE(fixture.server.connectionCount(), 1);
    QVERIFY(statusLine(fixture.get("/")).contains(" 503 "));
    first.abort();
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
    QVERIFY(statusLine(fixture.get("/")).contains(" 404 "));
}

QTEST_GUILESS_MAIN(tst_HttpService)
#include "tst_HttpService.moc"
