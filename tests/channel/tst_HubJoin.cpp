#include "tests/channel/HubFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using protocol::Vsn;

namespace {

const QByteArray kJoined =
    R"(["1","1","realtime:song","phx_reply",{"response":{"postgres_changes":[]},"status":"ok"}])";
const QString kNoSuchChanges = QStringLiteral(
    "Unable to subscribe to changes with given parameters. Please check Realtime is enabled for "
    "the given connect parameters: [{\"event\":\"*\",\"table\":\"t\"}]");

} // namespace

/// Joins, leaves, heartbeats and frames that go nowhere (PROTOCOL.md 4.4).
class tst_HubJoin : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void answersAJoin_data();
    void answersAJoin();
    void takesTheRefOfAJoinWithoutJoinRef();
    void echoesPostgresChangesAndSaysThereAreNone();
    void numbersPostgresChangesAcrossJoins();
    void replacesAJoinOfTheSameTopic();
    void endsTheOldChannelWhenItsReplacementIsRefused();
    void keepsPublicAndPrivateApart();
    void answersALeaveAndCloses();
    void leavesWithoutAJoinRef();
    void ignoresTheLeaveOfAJoinThatWasReplaced();
    void answersTheLeaveOfATopicNeverJoined();
    void takesEventsWithAStaleJoinRef();
    void answersAHeartbeat_data();
    void answersAHeartbeat();
    void refusesWhatMatchesNoTopic_data();
    void refusesWhatMatchesNoTopic();
    void dropsMalformedFramesInSilence_data();
    void dropsMalformedFramesInSilence();
    void saysThatBinaryPayloadsAreNotSupported();
    void answersAnUnknownBinaryFrameOnTheSocketsOwnTopic();
};

void tst_HubJoin::answersAJoin_data()
{
    QTest::addColumn<Vsn>("vsn");
    QTest::addColumn<QByteArray>("push");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("2.0.0") << Vsn::V2 << QByteArray{R"(["1","1","realtime:song","phx_join",{}])"}
                           << kJoined;
    QTest::newRow("1.0.0")
        << Vsn::V1
        << QByteArray{R"({"topic":"realtime:song","event":"phx_join","payload":{},"ref":"4"})"}
        << QByteArray{
               R"({"topic":"realtime:song","event":"phx_reply","payload":{"response":{"postgres_changes":[]},"status":"ok"},"ref":"4"})"};
}

void tst_HubJoin::answersAJoin()
{
    QFETCH(Vsn, vsn);
    QFETCH(QByteArray, push);
    QFETCH(QByteArray, reply);
    HubFixture f;
    Tablet fox{f, 1, vsn};
    fox.say(push);
    QCOMPARE(fox.heard(), Texts{reply});
}

void tst_HubJoin::takesTheRefOfAJoinWithoutJoinRef()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.say(R"([null,"4","realtime:song","phx_join",{}])");
    QCOMPARE(
        fox.heard(),
        Texts{
            R"(["4","4","realtime:song","phx_reply",{"response":{"postgres_changes":[]},"status":"ok"}])"});
}

void tst_HubJoin::echoesPostgresChangesAndSaysThereAreNone()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.say("1", "phx_join", R"({"config":{"postgres_changes":[{"event":"*","table":"t"},null]}})");
    const Texts heard = fox.heard();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard.at(0).contains(
        R"({"postgres_changes":[{"event":"*","id":1,"table":"t"}]},"status":"ok"})"));
    const QJsonObject message = QJsonDocument::fromJson(heard.at(1))[4].toObject();
    QCOMPARE(message.value(QLatin1String("extension")).toString(),
             QStringLiteral("postgres_changes"));
    QCOMPARE(message.value(QLatin1String("message")).toString(), kNoSuchChanges);
    fox.say("2", "phx_leave", "{}"); // the channel lives
    QCOMPARE(fox.heard().first(), okReply("2"));
}

void tst_HubJoin::numbersPostgresChangesAcrossJoins()
{
    HubFixture f;
    Tablet fox{f, 1};
    const QByteArray asks = R"({"config":{"postgres_changes":[{"table":"a"},{"table":"b"}]}})";
    fox.say("1", "phx_join", asks);
    QVERIFY(fox.heard().first().contains(R"([{"id":1,"table":"a"},{"id":2,"table":"b"}])"));
    fox.sayOn("realtime:other", "2", "2", "phx_join", asks);
    QVERIFY(fox.heard().first().contains(R"([{"id":3,"table":"a"},{"id":4,"table":"b"}])"));
}

void tst_HubJoin::replacesAJoinOfTheSameTopic()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    fox.sayOn("realtime:song", "2", "2", "phx_join", R"({"config":{"presence":{"enabled":true}}})");
    QCOMPARE(
        fox.heard(),
        (Texts{
            R"(["2","2","realtime:song","phx_reply",{"response":{"postgres_changes":[]},"status":"ok"}])",
            R"(["1","1","realtime:song","phx_close",{}])",
            R"(["2",null,"realtime:song","presence_state",{}])"}));
}

void tst_HubJoin::endsTheOldChannelWhenItsReplacementIsRefused()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    fox.sayOn("realtime:song", "2", "2", "phx_join", R"({"access_token":"junk"})");
    QCOMPARE(
        fox.heard(),
        (Texts{
            R"(["2","2","realtime:song","phx_reply",{"response":{"reason":"MalformedJWT: The token provided is not a valid JWT"},"status":"error"}])",
            R"(["1","1","realtime:song","phx_close",{}])"}));
    Tablet owl{f, 2};
    owl.join();
    owl.play(60);
    QCOMPARE(fox.heard(), Texts{});
}

void tst_HubJoin::keepsPublicAndPrivateApart()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    Tablet bear{f, 3};
    fox.join(R"({"private":true})");
    owl.join();
    bear.join(R"({"private":"TRUE"})");
    fox.play(60);
    QCOMPARE(owl.heard(), Texts{});
    QCOMPARE(bear.heard(), Texts{noteHeard(60)});
}

void tst_HubJoin::answersALeaveAndCloses()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join();
    fox.say("9", "phx_leave", "{}");
    QCOMPARE(fox.heard(), (Texts{okReply("9"), R"(["1","1","realtime:song","phx_close",{}])"}));
    owl.play(60);
    QCOMPARE(fox.heard(), Texts{});
}

void tst_HubJoin::leavesWithoutAJoinRef()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    fox.say(R"([null,"9","realtime:song","phx_leave",{}])");
    QCOMPARE(fox.heard(), (Texts{okReply("9"), R"(["1","1","realtime:song","phx_close",{}])"}));
}

void tst_HubJoin::ignoresTheLeaveOfAJoinThatWasReplaced()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    fox.sayOn("realtime:song", "2", "2", "phx_join", "{}");
    fox.heard();
    fox.say("9", "phx_leave", "{}");
    QCOMPARE(fox.heard(), Texts{});
    owl.join();
    owl.play(60);
    QCOMPARE(fox.heard(), Texts{noteHeard(60)});
}

void tst_HubJoin::answersTheLeaveOfATopicNeverJoined()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.say("9", "phx_leave", "{}");
    QCOMPARE(fox.heard(), Texts{okReply("9")});
}

void tst_HubJoin::takesEventsWithAStaleJoinRef()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    fox.say(R"(["0","9","realtime:song","presence",{}])");
    fox.say(R"([null,"10","realtime:song","presence",{}])");
    QCOMPARE(fox.heard(), (Texts{okReply("9"), okReply("10")}));
}

void tst_HubJoin::answersAHeartbeat_data()
{
    QTest::addColumn<Vsn>("vsn");
    QTest::addColumn<QByteArray>("push");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("2.0.0")
        << Vsn::V2 << QByteArray{R"([null,"18","phoenix","heartbeat",{}])"}
        << QByteArray{R"([null,"18","phoenix","phx_reply",{"response":{},"status":"ok"}])"};
    QTest::newRow("1.0.0")
        << Vsn::V1
        << QByteArray{R"({"topic":"phoenix","event":"heartbeat","payload":{},"ref":"18"})"}
        << QByteArray{
               R"({"topic":"phoenix","event":"phx_reply","payload":{"response":{},"status":"ok"},"ref":"18"})"};
}

void tst_HubJoin::answersAHeartbeat()
{
    QFETCH(Vsn, vsn);
    QFETCH(QByteArray, push);
    QFETCH(QByteArray, reply);
    HubFixture f;
    Tablet fox{f, 1, vsn};
    fox.say(push);
    QCOMPARE(fox.heard(), Texts{reply});
}

void tst_HubJoin::refusesWhatMatchesNoTopic_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("join without prefix") << QByteArray{"song"} << QByteArray{"phx_join"};
    QTest::newRow("join of phoenix") << QByteArray{"phoenix"} << QByteArray{"phx_join"};
    QTest::newRow("prefix in capitals") << QByteArray{"Realtime:song"} << QByteArray{"phx_join"};
    QTest::newRow("broadcast before a join")
        << QByteArray{"realtime:song"} << QByteArray{"broadcast"};
    QTest::newRow("token before a join")
        << QByteArray{"realtime:song"} << QByteArray{"access_token"};
    QTest::newRow("another event on phoenix") << QByteArray{"phoenix"} << QByteArray{"hello"};
}

void tst_HubJoin::refusesWhatMatchesNoTopic()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, event);
    HubFixture f;
    Tablet fox{f, 1};
    fox.sayOn(topic, "1", "7", event, "{}");
    QCOMPARE(fox.heard(),
             Texts{R"([null,"7",")" + topic +
                   R"(","phx_reply",{"response":{"reason":"unmatched topic"},"status":"error"}])"});
}

void tst_HubJoin::dropsMalformedFramesInSilence_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray{};
    QTest::newRow("a word") << QByteArray{"hello"};
    QTest::newRow("four items") << QByteArray{R"(["1","2","realtime:song","broadcast"])"};
    QTest::newRow("another serializer")
        << QByteArray{R"({"topic":"realtime:song","event":"x","payload":{},"ref":"1"})"};
}

void tst_HubJoin::dropsMalformedFramesInSilence()
{
    QFETCH(QByteArray, text);
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    fox.say(text);
    QCOMPARE(fox.heard(), Texts{});
    fox.say("9", "presence", "{}");
    QCOMPARE(fox.heard(), Texts{okReply("9")});
}

void tst_HubJoin::saysThatBinaryPayloadsAreNotSupported()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    f.hub.binaryReceived(fox.peer.id(), QByteArray{"\x03\x01\x01\x0d\x04\x00\x00"
                                                   "12realtime:songnote\x01\x02",
                                                   28});
    QCOMPARE(
        fox.heard(),
        Texts{
            R"(["1",null,"realtime:song","system",{"channel":"song","extension":"system","message":"Binary payloads are not supported","status":"error"}])"});
    fox.say("9", "presence", "{}");
    QCOMPARE(fox.heard(), Texts{okReply("9")});
}

void tst_HubJoin::answersAnUnknownBinaryFrameOnTheSocketsOwnTopic()
{
    HubFixture f;
    Tablet fox{f, 1};
    f.hub.binaryReceived(fox.peer.id(), "\x09");
    QCOMPARE(
        fox.heard(),
        Texts{
            R"([null,null,"phoenix","system",{"channel":"phoenix","extension":"system","message":"Binary payloads are not supported","status":"error"}])"});
}

QTEST_GUILESS_MAIN(tst_HubJoin)
#include "tst_HubJoin.moc"
