#include "tests/channel/HubFixture.h"
#include "tests/channel/RecordingTopic.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kNote = R"({"topic":"song","event":"note","payload":{"midi":60}})";

QByteArray batch(const QByteArray& messages)
{
    return R"({"messages":[)" + messages + "]}";
}

} // namespace

/// POST /api/broadcast (PROTOCOL.md 4.8).
class tst_RestBatch : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void reachesEveryMember();
    void reachesSeveralTopics();
    void passesOnAnId();
    void choosesBetweenPublicAndPrivate();
    void takesTokensWithAndWithoutBearer_data();
    void takesTokensWithAndWithoutBearer();
    void refusesAnInvalidToken_data();
    void refusesAnInvalidToken();
    void refusesInvalidMessages_data();
    void refusesInvalidMessages();
    void sendsNothingOfABatchWithAnInvalidMessage();
    void skipsWhatTheCallerMayNotWrite_data();
    void skipsWhatTheCallerMayNotWrite();
    void handsOverWhatIsForAHandler();
    void limitsTheRate();
    void refusesABatchThatIsMoreThanIsLeft();
};

void tst_RestBatch::reachesEveryMember()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2, protocol::Vsn::V1};
    fox.join();
    owl.join();
    const auto reply = f.hub.restBroadcast(batch(kNote), f.token());
    QCOMPARE(reply.status, 202);
    QCOMPARE(reply.body, QByteArray{});
    QCOMPARE(fox.heard(), Texts{noteHeard(60)});
    QCOMPARE(
        owl.heard(),
        Texts{
            R"({"topic":"realtime:song","event":"broadcast","payload":{"event":"note","payload":{"midi":60},"type":"broadcast"},"ref":null})"});
}

void tst_RestBatch::reachesSeveralTopics()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join("{}", "realtime:other");
    f.hub.restBroadcast(batch(kNote +
                              R"(,{"topic":"other","event":"a","payload":{}},)"
                              R"({"topic":"nobody","event":"a","payload":{}},)" +
                              kNote),
                        f.token());
    QCOMPARE(fox.heard(), (Texts{noteHeard(60), noteHeard(60)}));
    QCOMPARE(owl.heard().size(), 1);
}

void tst_RestBatch::passesOnAnId()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    f.hub.restBroadcast(batch(R"({"topic":"song","event":"note","payload":{},"id":"x-1"})"),
                        f.token());
    QCOMPARE(
        fox.heard(),
        Texts{
            R"([null,null,"realtime:song","broadcast",{"event":"note","meta":{"id":"x-1"},"payload":{},"type":"broadcast"}])"});
}

void tst_RestBatch::choosesBetweenPublicAndPrivate()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join(R"({"private":true})");
    f.hub.restBroadcast(
        batch(R"({"topic":"song","event":"note","payload":{"midi":61},"private":true})"),
        f.token());
    QCOMPARE(fox.heard(), Texts{});
    QCOMPARE(owl.heard(), Texts{noteHeard(61)});
    f.hub.restBroadcast(batch(kNote), f.token());
    QCOMPARE(fox.heard(), Texts{noteHeard(60)});
    QCOMPARE(owl.heard(), Texts{});
}

void tst_RestBatch::takesTokensWithAndWithoutBearer_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::newRow("bare") << QString{};
    QTest::newRow("Bearer") << u"Bearer "_s;
    QTest::newRow("lower case") << u"bearer "_s;
}

void tst_RestBatch::takesTokensWithAndWithoutBearer()
{
    QFETCH(QString, prefix);
    HubFixture f;
    QCOMPARE(f.hub.restBroadcast(batch(kNote), prefix + f.token()).status, 202);
}

void tst_RestBatch::refusesAnInvalidToken_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("none") << QString{};
    QTest::newRow("only Bearer") << u"Bearer "_s;
    QTest::newRow("junk") << u"junk"_s;
    QTest::newRow("expired") << HubFixture{}.token(u"service_role"_s, 0);
    QTest::newRow("another installation's")
        << channel::Tokens{"other"}.sign({{u"role"_s, u"service_role"_s}, {u"exp"_s, 1900000000}});
}

void tst_RestBatch::refusesAnInvalidToken()
{
    QFETCH(QString, token);
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    const auto reply = f.hub.restBroadcast(batch(kNote), token);
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.body, QByteArray{R"({"message":"Unauthorized"})"});
    QCOMPARE(fox.heard(), Texts{});
}

void tst_RestBatch::refusesInvalidMessages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("problems");
    const auto row = [](const char* name, const QByteArray& body, const QByteArray& problems) {
        QTest::newRow(name) << body << problems;
    };
    row("empty body", "", R"(["can't be blank"])");
    row("no JSON", "hello", R"(["can't be blank"])");
    row("no messages", "{}", R"(["can't be blank"])");
    row("messages is an object", R"({"messages":{}})", R"(["can't be blank"])");
    row("nothing in a message", batch("{}"),
        R"([{"event":["can't be blank"],"payload":["can't be blank"],"topic":["can't be blank"]}])");
    row("message is no object", batch("7"),
        R"([{"event":["can't be blank"],"payload":["can't be blank"],"topic":["can't be blank"]}])");
    row("empty texts", batch(R"({"topic":"","event":"","payload":{}})"),
        R"([{"event":["can't be blank"],"topic":["can't be blank"]}])");
    row("other types", batch(R"({"topic":1,"event":[],"payload":"la"})"),
        R"([{"event":["is invalid"],"payload":["is invalid"],"topic":["is invalid"]}])");
    row("nulls", batch(R"({"topic":null,"event":"e","payload":null})"),
        R"([{"payload":["can't be blank"],"topic":["can't be blank"]}])");
    row("one problem for each message", batch(kNote + R"(,{"topic":"a","payload":{}})"),
        R"([{},{"event":["can't be blank"]}])");
    row("large payload",
        batch(R"({"topic":"a","event":"e","payload":{"text":")" + QByteArray(100, 'x') + R"("}})"),
        R"([{"payload":["Payload size exceeds tenant limit"]}])");
}

void tst_RestBatch::refusesInvalidMessages()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, problems);
    HubFixture f{{.payloadBytes = 100}};
    const auto reply = f.hub.restBroadcast(body, f.token());
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.body, R"({"errors":{"messages":)" + problems + "}}");
}

void tst_RestBatch::sendsNothingOfABatchWithAnInvalidMessage()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    QCOMPARE(f.hub.restBroadcast(batch(kNote + ",{}"), f.token()).status, 422);
    QCOMPARE(fox.heard(), Texts{});
}

void tst_RestBatch::skipsWhatTheCallerMayNotWrite_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("publicFrames");
    QTest::addColumn<int>("privateFrames");
    QTest::newRow("anon") << u"anon"_s << 1 << 0;
    QTest::newRow("teacher") << u"teacher"_s << 1 << 1;
    QTest::newRow("service") << u"service_role"_s << 1 << 1;
}

void tst_RestBatch::skipsWhatTheCallerMayNotWrite()
{
    QFETCH(QString, role);
    HubFixture f{{}, false};
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.joinWith(f.token(u"teacher"_s), R"({"private":true})");
    const QByteArray messages =
        R"({"topic":"song","event":"note","payload":{},"private":true},)" + kNote;
    QCOMPARE(f.hub.restBroadcast(batch(messages), f.token(role)).status, 202);
    QTEST(static_cast<int>(fox.heard().size()), "publicFrames");
    QTEST(static_cast<int>(owl.heard().size()), "privateFrames");
}

void tst_RestBatch::handsOverWhatIsForAHandler()
{
    HubFixture f;
    RecordingTopic rooms;
    f.hub.addHandler(rooms);
    Tablet fox{f, 1};
    fox.join("{}", "realtime:music_room:LARK");
    rooms.log.clear();
    const QByteArray messages =
        R"({"topic":"music_room:LARK","event":"play_note","payload":{"midi":60},"private":true})";
    QCOMPARE(f.hub.restBroadcast(batch(messages), f.token(u"seat"_s)).status, 202);
    QCOMPARE(rooms.log,
             QByteArrayList{R"(rest realtime:music_room:LARK seat play_note {"midi":60})"});
    QCOMPARE(fox.heard(), Texts{});
}

void tst_RestBatch::limitsTheRate()
{
    HubFixture f{{.restMessagesPerSecond = 2}};
    Tablet fox{f, 1};
    fox.join();
    QCOMPARE(f.hub.restBroadcast(batch(kNote + ',' + kNote), f.token()).status, 202);
    const auto reply = f.hub.restBroadcast(batch(kNote), f.token());
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.body, QByteArray{R"({"message":"You have exceeded your rate limit"})"});
    f.clock.advance(500ms);
    QCOMPARE(f.hub.restBroadcast(batch(kNote), f.token()).status, 202);
    QCOMPARE(fox.heard().size(), 3);
}

void tst_RestBatch::refusesABatchThatIsMoreThanIsLeft()
{
    HubFixture f{{.restMessagesPerSecond = 2}};
    Tablet fox{f, 1};
    fox.join();
    const auto reply = f.hub.restBroadcast(batch(kNote + ',' + kNote + ',' + kNote), f.token());
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.body,
             QByteArray{
                 R"({"message":"Too many messages to broadcast, please reduce the batch size"})"});
    QCOMPARE(fox.heard(), Texts{});
}

QTEST_GUILESS_MAIN(tst_RestBatch)
#include "tst_RestBatch.moc"
