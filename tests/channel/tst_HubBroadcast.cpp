#include "tests/channel/HubFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;
using protocol::Vsn;

namespace {

const QByteArray kTooLarge =
    R"(["1","2","realtime:song","phx_reply",{"response":{"error":"payload_size_exceeded"},"status":"error"}])";

} // namespace

/// Broadcasts on a plain topic (PROTOCOL.md 4.5).
class tst_HubBroadcast : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void reachesOthersAndNotTheSender();
    void reachesOnlyItsTopic();
    void reachesTheSenderThatAskedForIt();
    void acksAfterTheEcho();
    void keepsAcksInOrderWithWhatOthersSay();
    void speaksToEachInItsSerializer();
    void takesSupabaseJsBinaryForm();
    void relaysAnyPayload_data();
    void relaysAnyPayload();
    void refusesALargePayload_data();
    void refusesALargePayload();
    void takesAPayloadOfExactlyTheLimit();
    void neitherAnswersNorRelaysOtherEvents();
    void closesTheChannelOfWhoSendsTooMuch();
    void givesEachClientItsOwnAllowance();
};

void tst_HubBroadcast::reachesOthersAndNotTheSender()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    Tablet bear{f, 3};
    fox.join();
    owl.join();
    bear.join();
    fox.play(60);
    QCOMPARE(fox.heard(), Texts{});
    QCOMPARE(owl.heard(), Texts{noteHeard(60)});
    QCOMPARE(bear.heard(), Texts{noteHeard(60)});
}

void tst_HubBroadcast::reachesOnlyItsTopic()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join("{}", "realtime:other");
    fox.play(60);
    QCOMPARE(owl.heard(), Texts{});
}

void tst_HubBroadcast::reachesTheSenderThatAskedForIt()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join(R"({"broadcast":{"self":true}})");
    fox.play(60);
    QCOMPARE(fox.heard(), Texts{noteHeard(60)});
}

void tst_HubBroadcast::acksAfterTheEcho()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join(R"({"broadcast":{"self":true,"ack":true}})");
    fox.play(60, "7");
    QCOMPARE(fox.heard(), (Texts{noteHeard(60), okReply("7")}));
}

void tst_HubBroadcast::keepsAcksInOrderWithWhatOthersSay()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(R"({"broadcast":{"ack":true}})");
    owl.join();
    owl.play(61);
    fox.play(60, "7");
    owl.play(62);
    QCOMPARE(fox.heard(), (Texts{noteHeard(61), okReply("7"), noteHeard(62)}));
    QCOMPARE(owl.heard(), Texts{noteHeard(60)});
}

void tst_HubBroadcast::speaksToEachInItsSerializer()
{
    HubFixture f;
    Tablet fox{f, 1, Vsn::V1};
    Tablet owl{f, 2, Vsn::V2};
    Tablet bear{f, 3, Vsn::V1};
    fox.join();
    owl.join();
    bear.join();
    const QByteArray v1 =
        R"({"topic":"realtime:song","event":"broadcast","payload":{"event":"note","payload":{"midi":60},"type":"broadcast"},"ref":null})";
    owl.play(60);
    QCOMPARE(fox.heard(), Texts{v1});
    QCOMPARE(bear.heard(), Texts{v1});
    fox.play(60);
    QCOMPARE(owl.heard(), Texts{noteHeard(60)});
    QCOMPARE(bear.heard(), Texts{v1});
}

void tst_HubBroadcast::takesSupabaseJsBinaryForm()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(R"({"broadcast":{"ack":true}})");
    owl.join();
    f.hub.binaryReceived(fox.peer.id(), QByteArray{"\x03\x01\x01\x0d\x04\x00\x01", 7} +
                                            R"(17realtime:songnote{"midi":60})");
    QCOMPARE(owl.heard(), Texts{noteHeard(60)});
    QCOMPARE(fox.heard(), Texts{okReply("7")});
}

void tst_HubBroadcast::relaysAnyPayload_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("text") << QByteArray{R"("la la")"};
    QTest::newRow("null") << QByteArray{"null"};
    QTest::newRow("list") << QByteArray{"[60,62]"};
    QTest::newRow("unicode") << QByteArray{R"({"text":"Frère 🎵"})"};
}

void tst_HubBroadcast::relaysAnyPayload()
{
    QFETCH(QByteArray, payload);
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join();
    fox.say("2", "broadcast", payload);
    QCOMPARE(owl.heard(), Texts{R"([null,null,"realtime:song","broadcast",)" + payload + ']'});
}

void tst_HubBroadcast::refusesALargePayload_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<Texts>("answer");
    QTest::newRow("with ack") << QByteArray{R"({"broadcast":{"ack":true}})"} << Texts{kTooLarge};
    QTest::newRow("without ack") << QByteArray{"{}"} << Texts{};
}

void tst_HubBroadcast::refusesALargePayload()
{
    QFETCH(QByteArray, config);
    HubFixture f{{.payloadBytes = 100}};
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(config);
    owl.join();
    fox.say("2", "broadcast", '"' + QByteArray(99, 'x') + '"');
    QTEST(fox.heard(), "answer");
    QCOMPARE(owl.heard(), Texts{});
}

void tst_HubBroadcast::takesAPayloadOfExactlyTheLimit()
{
    HubFixture f{{.payloadBytes = 100}};
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join();
    fox.say("2", "broadcast", '"' + QByteArray(98, 'x') + '"');
    QCOMPARE(owl.heard().size(), 1);
}

void tst_HubBroadcast::neitherAnswersNorRelaysOtherEvents()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(R"({"broadcast":{"self":true,"ack":true}})");
    owl.join();
    fox.say("2", "note", R"({"midi":60})");
    fox.say("3", "phx_reply", "{}");
    QCOMPARE(fox.heard(), Texts{});
    QCOMPARE(owl.heard(), Texts{});
}

void tst_HubBroadcast::closesTheChannelOfWhoSendsTooMuch()
{
    HubFixture f{{.eventsPerSecondPerPeer = 2}};
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join();
    fox.play(60);
    fox.play(61);
    fox.play(62);
    QCOMPARE(fox.heard(), closedBecause("Too many messages per second"));
    QCOMPARE(owl.heard(), (Texts{noteHeard(60), noteHeard(61)}));
    QVERIFY(fox.lives());
    owl.play(63);
    QCOMPARE(fox.heard(), Texts{});
}

void tst_HubBroadcast::givesEachClientItsOwnAllowance()
{
    HubFixture f{{.eventsPerSecondPerPeer = 2}};
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join();
    for (int turn = 0; turn < 3; ++turn) {
        fox.play(60);
        owl.play(61);
        fox.play(62);
        owl.play(63);
        QCOMPARE(fox.heard(), (Texts{noteHeard(61), noteHeard(63)}));
        QCOMPARE(owl.heard(), (Texts{noteHeard(60), noteHeard(62)}));
        f.clock.advance(1s);
    }
}

QTEST_GUILESS_MAIN(tst_HubBroadcast)
#include "tst_HubBroadcast.moc"
