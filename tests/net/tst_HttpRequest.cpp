#include "server/net/HttpRequest.h"

#include <QTest>

using namespace tutti::net;

/// What a strict reader of HTTP heads takes and refuses.
class tst_HttpRequest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void refusesMalformedHeads_data();
    void refusesMalformedHeads();
    void readsAGoodHead();
    void keepsAnEncodedSlashInsideItsSegment();
    void dropsTheGatewayPrefixOfApiAndSocketOnly();
    void prefersTheBearerTokenOverTheApiKey();
    void findsTheEndOfTheHead();
};

namespace {

void row(const char* name, const QByteArray& head, int status)
{
    QTest::newRow(name) << head << status;
}

void addRequestLines()
{
    const auto line = [](const QByteArray& first) { return first + "\r\nHost: a\r\n\r\n"; };
    row("empty", "\r\n\r\n", 400);
    row("no version", line("GET /"), 400);
    row("only a word", line("GET"), 400);
    row("lower case method", line("get / HTTP/1.1"), 400);
    row("long method", line(QByteArray(17, 'A') + " / HTTP/1.1"), 400);
    row("two spaces", line("GET  / HTTP/1.1"), 400);
    row("space in target", line("GET /a b HTTP/1.1"), 400);
    row("absolute target", line("GET http://a/ HTTP/1.1"), 400);
    row("asterisk target", line("OPTIONS * HTTP/1.1"), 400);
    row("fragment", line("GET /#x HTTP/1.1"), 400);
    row("raw byte in target", line("GET /\xc3\xa9 HTTP/1.1"), 400);
    row("tab in target", line("GET /a\tb HTTP/1.1"), 400);
    row("broken escape", line("GET /%4 HTTP/1.1"), 400);
    row("escape that is no number", line("GET /%zz HTTP/1.1"), 400);
    row("escaped NUL", line("GET /a%00b HTTP/1.1"), 400);
    row("escaped line feed", line("GET /a%0Ab HTTP/1.1"), 400);
    row("invalid UTF-8 in path", line("GET /%c3%28 HTTP/1.1"), 400);
    row("HTTP/1.0", line("GET / HTTP/1.0"), 505);
    row("HTTP/2", line("PRI / HTTP/2.0"), 505);
    row("another protocol", line("GET / RTSP/1.0"), 400);
    row("target over 8 KiB", line("GET /" + QByteArray(9000, 'a') + " HTTP/1.1"), 414);
}

void addHeaders()
{
    const auto field = [](const QByteArray& header) {
        return "GET / HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n";
    };
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two Hosts", field("Host: b"), 400);
    row("header without colon", field("Broken"), 400);
    row("header without name", field(": x"), 400);
    row("space before colon", field("A : x"), 400);
    row("folded line", field("A: x\r\n y"), 400);
    row("control in value", field(QByteArray{"A: x\x01y"}), 400);
    row("NUL in value", field(QByteArray{"A: x\0y", 6}), 400);
    row("bare line feed", field("A: x\nB: y"), 400);
    row("header line over 8 KiB", field("A: " + QByteArray(9000, 'a')), 431);
    row("over a hundred headers", field(QByteArray{"A: b\r\n"}.repeated(101) + "A: b"), 431);
    row("chunked", field("Transfer-Encoding: chunked"), 411);
    row("POST without length", "POST / HTTP/1.1\r\nHost: a\r\n\r\n", 411);
    row("negative length", field("Content-Length: -1"), 400);
    row("length with sign", field("Content-Length: +1"), 400);
    row("two lengths", field("Content-Length: 1\r\nContent-Length: 2"), 400);
    row("list of lengths", field("Content-Length: 1, 1"), 400);
    row("empty length", field("Content-Length:"), 400);
    row("length beyond numbers", field("Content-Length: 99999999999999999999"), 413);
    row("unfinished", "GET / HTTP/1.1\r\nHost: a\r\n", 400);
}

} // namespace

void tst_HttpRequest::refusesMalformedHeads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    addRequestLines();
    addHeaders();
}

void tst_HttpRequest::refusesMalformedHeads()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    const auto request = parseHead(head);
    QVERIFY(!request);
    QCOMPARE(request.error(), status);
}

void tst_HttpRequest::readsAGoodHead()
{
    const auto request =
        parseHead("POST /api/v1/join?x=1&y=%20z HTTP/1.1\r\nHost: 10.0.0.2:4000\r\n"
                  "Content-Length: 12\r\nConnection: Upgrade, keep-alive\r\n"
                  "X-Empty:\r\n\r\n");
    QVERIFY(request);
    QCOMPARE(request->method, QByteArray{"POST"});
    QCOMPARE(request->path(), QStringLiteral("/api/v1/join"));
    QCOMPARE(request->query.queryItemValue(QStringLiteral("y"), QUrl::FullyDecoded),
             QStringLiteral(" z"));
    QCOMPARE(request->contentLength, 12);
    QVERIFY(request->headerLists("connection", "upgrade"));
    QVERIFY(!request->headerLists("connection", "close"));
    QCOMPARE(request->header("x-empty"), QByteArray{});
}

void tst_HttpRequest::keepsAnEncodedSlashInsideItsSegment()
{
    const auto request =
        parseHead("GET /api/broadcast/room%3A%C3%A91%2Fa/events/n HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(request);
    QCOMPARE(request->segments.size(), 5);
    QCOMPARE(request->segments[2], QStringLiteral("room:é1/a"));
}

void tst_HttpRequest::dropsTheGatewayPrefixOfApiAndSocketOnly()
{
    const auto stripped = [](const QString& path) {
        return withoutGatewayPrefix(path.split(QLatin1Char('/'))).join(QLatin1Char('/'));
    };
    QCOMPARE(stripped(QStringLiteral("realtime/v1/api/ping")), QStringLiteral("api/ping"));
    QCOMPARE(stripped(QStringLiteral("realtime/v1/websocket")), QStringLiteral("socket/websocket"));
    QCOMPARE(stripped(QStringLiteral("realtime/v1/health")), QStringLiteral("realtime/v1/health"));
    QCOMPARE(stripped(QStringLiteral("realtime/v1")), QStringLiteral("realtime/v1"));
    QCOMPARE(stripped(QStringLiteral("api/ping")), QStringLiteral("api/ping"));
}

void tst_HttpRequest::prefersTheBearerTokenOverTheApiKey()
{
    HttpRequest request;
    request.headers = {{"apikey", "anon"}};
    QCOMPARE(request.token(), QStringLiteral("anon"));
    request.headers.emplace_back("authorization", "Bearer mine");
    QCOMPARE(request.token(), QStringLiteral("mine"));
}

void tst_HttpRequest::findsTheEndOfTheHead()
{
    QCOMPARE(headLength("GET / HTTP/1.1\r\n\r\nrest"), std::optional<qsizetype>{18});
    QCOMPARE(headLength("GET / HTTP/1.1\r\n"), std::optional<qsizetype>{});
}

QTEST_GUILESS_MAIN(tst_HttpRequest)
#include "tst_HttpRequest.moc"
