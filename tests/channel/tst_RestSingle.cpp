#include "tests/channel/HubFixture.h"
#include "tests/channel/RecordingTopic.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kJson = "application/json";

channel::HttpReply post(HubFixture& f, const QByteArray& body, const QByteArray& type = kJson)
{
    return f.hub.restBroadcastOne(u"song"_s, u"note"_s, false, type, body, f.token());
}

QByteArray heardAs(const QByteArray& payload)
{
    return R"([null,null,"realtime:song","broadcast",{"event":"note","payload":)" + payload +
           R"(,"type":"broadcast"}])";
}

} // namespace

/// POST /api/broadcast/{topic}/events/{event} (PROTOCOL.md 4.8).
class tst_RestSingle : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void sendsTheBodyAsPayload_data();
    void sendsTheBodyAsPayload();
    void reachesThePrivateRoom();
    void goesThroughTheHandlerOfARoomEvenAsPrivate();
    void refusesOtherContentTypes_data();
    void refusesOtherContentTypes();
    void refusesABody_data();
    void refusesABody();
    void refusesAnInvalidToken();
    void refusesWhatTheCallerMayNotWrite_data();
    void refusesWhatTheCallerMayNotWrite();
    void limitsTheRate();
};

void tst_RestSingle::sendsTheBodyAsPayload_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("payload");
    const auto row = [](const char* name, const QByteArray& type, const QByteArray& body,
                        const QByteArray& payload) {
        QTest::newRow(name) << type << body << payload;
    };
    row("object", kJson, R"({"midi":60})", R"({"midi":60})");
    row("with a charset", "Application/JSON; charset=utf-8", R"({"midi":60})", R"({"midi":60})");
    row("list", kJson, "[60]", R"({"_json":[60]})");
    row("text", kJson, R"("la")", R"({"_json":"la"})");
    row("empty body", kJson, "", "{}");
    row("no content type: not read", "", R"({"midi":60})", "{}");
}

void tst_RestSingle::sendsTheBodyAsPayload()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, payload);
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    const auto reply = post(f, body, type);
    QCOMPARE(reply.status, 202);
    QCOMPARE(reply.body, QByteArray{});
    QCOMPARE(fox.heard(), Texts{heardAs(payload)});
}

void tst_RestSingle::reachesThePrivateRoom()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join(R"({"private":true})");
    f.hub.restBroadcastOne(u"song"_s, u"note"_s, true, kJson, "{}", f.token());
    QCOMPARE(fox.heard(), Texts{});
    QCOMPARE(owl.heard(), Texts{heardAs("{}")});
}

void tst_RestSingle::goesThroughTheHandlerOfARoomEvenAsPrivate()
{
    HubFixture f;
    RecordingTopic rooms;
    f.hub.addHandler(rooms);
    Tablet fox{f, 1};
    fox.join("{}", "realtime:music_room:LARK");
    f.hub.restBroadcastOne(u"music_room:LARK"_s, u"note"_s, true, kJson, "{}",
                           f.token(u"service_role"_s));
    QCOMPARE(rooms.log.last(), QByteArray{"rest realtime:music_room:LARK service_role note {}"});
    QCOMPARE(fox.heard(), Texts{});
}

void tst_RestSingle::refusesOtherContentTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("text") << QByteArray{"text/plain"};
    QTest::newRow("form") << QByteArray{"application/x-www-form-urlencoded"};
    QTest::newRow("binary") << QByteArray{"application/octet-stream"};
    QTest::newRow("longer") << QByteArray{"application/json2"};
}

void tst_RestSingle::refusesOtherContentTypes()
{
    QFETCH(QByteArray, type);
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    const auto reply = post(f, "{}", type);
    QCOMPARE(reply.status, 415);
    QCOMPARE(reply.body, QByteArray{R"({"error":"Unsupported Media Type. Use application/json"})"});
    QCOMPARE(fox.heard(), Texts{});
}

void tst_RestSingle::refusesABody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no JSON") << QByteArray{"la la"} << 400
                             << QByteArray{R"({"message":"The body is not JSON"})"};
    QTest::newRow("cut off") << QByteArray{R"({"midi":)"} << 400
                             << QByteArray{R"({"message":"The body is not JSON"})"};
    QTest::newRow("one byte too much")
        << '"' + QByteArray(99, 'x') + '"' << 422
        << QByteArray{R"({"errors":{"payload":["Payload size exceeds tenant limit"]}})"};
}

void tst_RestSingle::refusesABody()
{
    QFETCH(QByteArray, body);
    HubFixture f{{.payloadBytes = 100}};
    Tablet fox{f, 1};
    fox.join();
    const auto reply = post(f, body);
    QTEST(reply.status, "status");
    QTEST(reply.body, "answer");
    QCOMPARE(fox.heard(), Texts{});
}

void tst_RestSingle::refusesAnInvalidToken()
{
    HubFixture f;
    const auto reply = f.hub.restBroadcastOne(u"a"_s, u"e"_s, false, kJson, "{}", u"junk"_s);
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.body, QByteArray{R"({"message":"Unauthorized"})"});
}

void tst_RestSingle::refusesWhatTheCallerMayNotWrite_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("status");
    QTest::newRow("public, anon") << u"song"_s << false << u"anon"_s << 202;
    QTest::newRow("private, anon") << u"song"_s << true << u"anon"_s << 403;
    QTest::newRow("private, seat") << u"song"_s << true << u"seat"_s << 403;
    QTest::newRow("private, teacher") << u"song"_s << true << u"teacher"_s << 202;
    QTest::newRow("room, teacher") << u"music_room:LARK"_s << false << u"teacher"_s << 403;
    QTest::newRow("room, service") << u"music_room:LARK"_s << false << u"service_role"_s << 202;
}

void tst_RestSingle::refusesWhatTheCallerMayNotWrite()
{
    QFETCH(QString, topic);
    QFETCH(bool, isPrivate);
    QFETCH(QString, role);
    QFETCH(int, status);
    HubFixture f{{}, false};
    RecordingTopic rooms;
    f.hub.addHandler(rooms);
    const auto reply =
        f.hub.restBroadcastOne(topic, u"note"_s, isPrivate, kJson, "{}", f.token(role));
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.body,
             status == 403 ? QByteArray{R"({"message":"Unauthorized"})"} : QByteArray{});
}

void tst_RestSingle::limitsTheRate()
{
    HubFixture f{{.restMessagesPerSecond = 1}};
    QCOMPARE(post(f, "{}").status, 202);
    const auto reply = post(f, "{}");
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.body, QByteArray{R"({"message":"You have exceeded your rate limit"})"});
    f.clock.advance(std::chrono::seconds{1});
    QCOMPARE(post(f, "{}").status, 202);
}

QTEST_GUILESS_MAIN(tst_RestSingle)
#include "tst_RestSingle.moc"
