#include "tests/channel/HubFixture.h"

#include <QJsonArray>
#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kListens = R"({"presence":{"enabled":true,"key":"fox"}})";
const QByteArray kAda = R"({"type":"presence","event":"track","payload":{"name":"Ada"}})";
const QByteArray kUntrack = R"({"type":"presence","event":"untrack"})";

QByteArray diff(const QByteArray& joins, const QByteArray& leaves)
{
    return R"([null,null,"realtime:song","presence_diff",{"joins":)" + joins + R"(,"leaves":)" +
           leaves + "}]";
}

QByteArray meta(const QByteArray& key, const QByteArray& fields)
{
    return R"({")" + key + R"(":{"metas":[{)" + fields + "}]}}";
}

} // namespace

/// Presence on a plain topic (PROTOCOL.md 4.6).
class tst_HubPresence : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void sendsTheStateToWhoAsksForIt();
    void tellsEverybodyWhoTracks();
    void tellsEverybodyOfAChange();
    void saysNothingOfTheSameDataAgain();
    void tellsEverybodyWhoUntracks();
    void tellsTheOthersWhoIsGone_data();
    void tellsTheOthersWhoIsGone();
    void givesAKeyToWhoHasNone();
    void answers_data();
    void answers();
    void closesAfterTooManyCalls();
    void opensANewWindow();
    void closesOnTrackDataThatIsTooLarge();
};

void tst_HubPresence::sendsTheStateToWhoAsksForIt()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(kListens);
    fox.say("2", "presence", kAda);
    owl.say("1", "phx_join", R"({"config":{"presence":{"enabled":true}}})");
    QCOMPARE(
        owl.heard().value(1),
        QByteArray{
            R"(["1",null,"realtime:song","presence_state",{"fox":{"metas":[{"name":"Ada","phx_ref":"F1"}]}}])"});
    Tablet bear{f, 3};
    bear.say("1", "phx_join", "{}");
    QCOMPARE(bear.heard().size(), 1);
}

void tst_HubPresence::tellsEverybodyWhoTracks()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(kListens);
    owl.join();
    fox.say("2", "presence", kAda);
    const QByteArray came = diff(meta("fox", R"("name":"Ada","phx_ref":"F1")"), "{}");
    QCOMPARE(fox.heard(), (Texts{okReply("2"), came}));
    QCOMPARE(owl.heard(), Texts{came});
}

void tst_HubPresence::tellsEverybodyOfAChange()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(kListens);
    owl.join();
    fox.say("2", "presence", kAda);
    owl.heard();
    fox.say("3", "presence", R"({"event":"track","payload":{"name":"Bob"}})");
    QCOMPARE(owl.heard(),
             Texts{diff(meta("fox", R"("name":"Bob","phx_ref":"F2","phx_ref_prev":"F1")"),
                        meta("fox", R"("name":"Ada","phx_ref":"F1")"))});
}

void tst_HubPresence::saysNothingOfTheSameDataAgain()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(kListens);
    owl.join();
    fox.say("2", "presence", kAda);
    fox.heard();
    owl.heard();
    fox.say("3", "presence", kAda);
    QCOMPARE(fox.heard(), Texts{okReply("3")});
    QCOMPARE(owl.heard(), Texts{});
}

void tst_HubPresence::tellsEverybodyWhoUntracks()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(kListens);
    owl.join();
    fox.say("2", "presence", kAda);
    fox.heard();
    owl.heard();
    fox.say("3", "presence", kUntrack);
    const QByteArray went = diff("{}", meta("fox", R"("name":"Ada","phx_ref":"F1")"));
    QCOMPARE(fox.heard(), (Texts{okReply("3"), went}));
    QCOMPARE(owl.heard(), Texts{went});
    fox.say("4", "presence", kUntrack);
    QCOMPARE(fox.heard(), Texts{okReply("4")});
}

void tst_HubPresence::tellsTheOthersWhoIsGone_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("leave") << QByteArray{"phx_leave"};
    QTest::newRow("join again") << QByteArray{"phx_join"};
    QTest::newRow("lost connection") << QByteArray{};
}

void tst_HubPresence::tellsTheOthersWhoIsGone()
{
    QFETCH(QByteArray, event);
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join(kListens);
    owl.join();
    fox.say("2", "presence", kAda);
    owl.heard();
    if (event.isEmpty()) {
        f.hub.disconnected(fox.peer.id());
    } else {
        fox.say("3", event, "{}");
    }
    QCOMPARE(owl.heard(), Texts{diff("{}", meta("fox", R"("name":"Ada","phx_ref":"F1")"))});
}

void tst_HubPresence::givesAKeyToWhoHasNone()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join();
    fox.say("2", "presence", kAda);
    owl.say("2", "presence", kAda);
    Tablet bear{f, 3};
    bear.say("1", "phx_join", R"({"config":{"presence":{"enabled":true}}})");
    const QJsonArray state = QJsonDocument::fromJson(bear.heard().value(1)).array();
    const QStringList keys = state.at(4).toObject().keys();
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys.at(0).size(), 36);
}

void tst_HubPresence::answers_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Texts>("expected");
    const auto refused = [](const QByteArray& response) {
        return Texts{R"(["1","2","realtime:song","phx_reply",{"response":)" + response +
                     R"(,"status":"error"}])"};
    };
    const Texts here{okReply("2"), diff(meta("fox", R"("phx_ref":"F1")"), "{}")};
    const QByteArray noMap = R"({"reason":"Presence track payload must be a map"})";
    QTest::newRow("no event") << QByteArray{"{}"} << Texts{okReply("2")};
    QTest::newRow("event is null") << QByteArray{R"({"event":null})"} << Texts{okReply("2")};
    QTest::newRow("no object") << QByteArray{R"("track")"} << Texts{okReply("2")};
    QTest::newRow("unknown event") << QByteArray{R"({"event":"jump"})"} << refused("{}");
    QTest::newRow("event is a number") << QByteArray{R"({"event":5})"} << refused("{}");
    QTest::newRow("no payload") << QByteArray{R"({"event":"track"})"} << here;
    QTest::newRow("other letter case") << QByteArray{R"({"event":"TRACK","payload":{}})"} << here;
    QTest::newRow("payload is text")
        << QByteArray{R"({"event":"track","payload":"Ada"})"} << refused(noMap);
    QTest::newRow("payload is null")
        << QByteArray{R"({"event":"track","payload":null})"} << refused(noMap);
    QTest::newRow("untrack of nothing")
        << QByteArray{R"({"event":"UnTrack"})"} << Texts{okReply("2")};
}

void tst_HubPresence::answers()
{
    QFETCH(QByteArray, payload);
    HubFixture f;
    Tablet fox{f, 1};
    fox.join(kListens);
    fox.say("2", "presence", payload);
    QTEST(fox.heard(), "expected");
}

void tst_HubPresence::closesAfterTooManyCalls()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join(kListens);
    for (int i = 0; i < 5; ++i) {
        fox.say("2", "presence", "{}");
    }
    QCOMPARE(fox.heard().size(), 5);
    f.clock.advance(29'999ms);
    fox.say("2", "presence", "{}");
    QCOMPARE(fox.heard(), closedBecause("Client presence rate limit exceeded"));
    QVERIFY(fox.lives());
}

void tst_HubPresence::opensANewWindow()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join(kListens);
    for (int i = 0; i < 5; ++i) {
        fox.say("2", "presence", "{}");
    }
    f.clock.advance(30s);
    for (int i = 0; i < 5; ++i) {
        fox.say("2", "presence", "{}");
    }
    QCOMPARE(fox.heard(), Texts(10, okReply("2")));
    fox.say("2", "presence", "{}");
    QCOMPARE(fox.heard(), closedBecause("Client presence rate limit exceeded"));
}

void tst_HubPresence::closesOnTrackDataThatIsTooLarge()
{
    HubFixture f{{.payloadBytes = 100}};
    Tablet fox{f, 1};
    fox.join(kListens);
    fox.say("2", "presence",
            R"({"event":"track","payload":{"name":")" + QByteArray(90, 'x') + R"("}})");
    QCOMPARE(fox.heard(), closedBecause("Track message size exceeded"));
}

QTEST_GUILESS_MAIN(tst_HubPresence)
#include "tst_HubPresence.moc"
