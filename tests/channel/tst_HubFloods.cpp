#include "tests/channel/HubFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

/// Clients that send too much, of whatever kind: they are thrown out, the others never notice.
class tst_HubFloods final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void closesAFlood_data();
    void closesAFlood();
    void closesAFloodOfBytes();
    void takesOneFrameOfTheLargestSize();
    void takesWhatIsSpreadOverTime();
    void leavesTheJoinsOfTheClassToTheOthers();
    void refusesWhatIsTooLargeToKeep_data();
    void refusesWhatIsTooLargeToKeep();
};

void tst_HubFloods::closesAFlood_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("heartbeats") << QByteArray{R"([null,"1","phoenix","heartbeat",{}])"};
    QTest::newRow("nonsense") << QByteArray{"{"};
    QTest::newRow("leaves") << QByteArray{R"(["1","1","realtime:song","phx_leave",{}])"};
    QTest::newRow("pushes to nowhere") << QByteArray{R"(["1","1","realtime:x","note",{}])"};
}

void tst_HubFloods::closesAFlood()
{
    QFETCH(QByteArray, frame);
    HubFixture f{{.framesPerSecondPerPeer = 10}};
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    owl.join();
    for (int i = 0; i < 10; ++i) {
        fox.say(frame);
    }
    f.hub.flush();
    QVERIFY(!fox.peer.closedWith);
    fox.say(frame);
    f.hub.flush();
    QVERIFY(fox.peer.closedWith);
    QCOMPARE(int{fox.peer.closedWith->first}, 1008);
    QVERIFY(owl.lives());
}

void tst_HubFloods::closesAFloodOfBytes()
{
    HubFixture f{{.maxFrameBytes = 1000, .bytesPerSecondPerPeer = 1000}};
    Tablet fox{f, 1};
    fox.say(QByteArray(1000, 'x'));
    f.hub.flush();
    QVERIFY(!fox.peer.closedWith);
    fox.say("x");
    f.hub.flush();
    QCOMPARE(int{fox.peer.closedWith.value().first}, 1008);
}

void tst_HubFloods::takesOneFrameOfTheLargestSize()
{
    HubFixture f{{.maxFrameBytes = 1000, .bytesPerSecondPerPeer = 100}};
    Tablet fox{f, 1};
    fox.say(QByteArray(1000, 'x'));
    f.hub.flush();
    QVERIFY(!fox.peer.closedWith);
}

void tst_HubFloods::takesWhatIsSpreadOverTime()
{
    HubFixture f{{.framesPerSecondPerPeer = 10}};
    Tablet fox{f, 1};
    for (int i = 0; i < 100; ++i) {
        fox.say("{");
        f.clock.advance(100ms);
    }
    QVERIFY(fox.lives());
}

void tst_HubFloods::leavesTheJoinsOfTheClassToTheOthers()
{
    HubFixture f{{.joinsPerSecond = 20, .joinsPerSecondPerPeer = 5}};
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    for (int i = 0; i < 50; ++i) {
        fox.say(R"(["1","1","realtime:song","phx_join",{}])");
    }
    f.hub.flush();
    QCOMPARE(int{fox.peer.closedWith.value().first}, 1001);
    owl.say(R"(["1","1","realtime:song","phx_join",{}])");
    QVERIFY(owl.heard().first().contains(R"("status":"ok")"));
}

void tst_HubFloods::refusesWhatIsTooLargeToKeep_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("reason");
    const QByteArray longName(250, 'a');
    QTest::newRow("topic") << R"(["1","1","realtime:)" + longName + R"(","phx_join",{}])"
                           << QByteArray{"TopicTooLong: A topic has at most 255 characters"};
    QTest::newRow("presence key")
        << R"(["1","1","realtime:x","phx_join",{"config":{"presence":{"key":")" + longName +
               R"("}}}])"
        << QByteArray{"PresenceKeyTooLong: A presence key has at most 64 characters"};
    QTest::newRow("join") << R"(["1","1","realtime:x","phx_join",{"more":")" +
                                 QByteArray(2000, 'a') + R"("}])"
                          << QByteArray{"PayloadTooLarge: A join has at most 1000 bytes"};
}

void tst_HubFloods::refusesWhatIsTooLargeToKeep()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, reason);
    HubFixture f{{.payloadBytes = 1000}};
    Tablet fox{f, 1};
    fox.say(frame);
    const Texts heard = fox.heard();
    QCOMPARE(heard.size(), 1);
    QVERIFY2(heard[0].contains(reason), heard[0].constData());
    QVERIFY(fox.lives());
}

QTEST_GUILESS_MAIN(tst_HubFloods)
#include "tst_HubFloods.moc"
