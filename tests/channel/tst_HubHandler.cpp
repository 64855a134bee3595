#include "tests/channel/HubFixture.h"
#include "tests/channel/RecordingTopic.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kRoom = "realtime:music_room:LARK";

QByteArray reply(const QByteArray& ref, const QByteArray& status = "ok",
                 const QByteArray& response = "{}")
{
    return R"(["1",")" + ref + R"(",")" + kRoom + R"(","phx_reply",{"response":)" + response +
           R"(,"status":")" + status + R"("}])";
}

const QByteArray kClose = R"(["1","1",")" + kRoom + R"(","phx_close",{}])";

/// A Hub with a handler, and two tablets that have joined its room.
struct Room : HubFixture {
    explicit Room(const channel::Limits& limits = {})
        : HubFixture(limits)
    {
        hub.addHandler(rooms);
    }
    void join()
    {
        fox.join(R"({"broadcast":{"ack":true}})", kRoom);
        owl.join("{}", kRoom);
        rooms.log.clear();
    }
    QByteArray tokenJson(const QString& role) const
    {
        return R"({"access_token":")" + token(role).toLatin1() + R"("})";
    }
    void foxSays(const QByteArray& event, const QByteArray& payload)
    {
        fox.sayOn(kRoom, "1", "7", event, payload);
    }

    RecordingTopic rooms;
    Tablet fox{*this, 1};
    Tablet owl{*this, 2};
};

} // namespace

/// Topics that a handler owns.
class tst_HubHandler : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void asksBeforeAJoinAndTellsAfterIt();
    void answersWithTheHandlersReason();
    void asksNothingWhenTheTokenIsBad();
    void letsTheHandlerPushBehindTheReply();
    void tellsOfEveryEnd_data();
    void tellsOfEveryEnd();
    void endsTheOldMemberBeforeANewJoin();
    void handsOverEventsAndRelaysNone_data();
    void handsOverEventsAndRelaysNone();
    void acksBehindWhatTheHandlerSays();
    void doesNotHandOverWhatIsTooLarge_data();
    void doesNotHandOverWhatIsTooLarge();
    void handsOverTrackData();
    void closesAfterTooManyPresenceCalls();
    void hasOneRoomForPublicAndPrivate();
    void survivesAHandlerThatClosesTheSender();
    void limitsWhatItHandsOver();
    void tellsOfANewToken();
    void closesWhenTheHandlerRefusesANewToken();
    void leavesOtherTopicsAlone();
};

void tst_HubHandler::asksBeforeAJoinAndTellsAfterIt()
{
    Room f;
    QByteArrayList heardBefore;
    f.rooms.whenJoined = [&](const channel::Member&) { heardBefore = f.fox.peer.takeTexts(); };
    f.fox.sayOn(kRoom, "1", "1", "phx_join", "{}");
    QCOMPARE(f.rooms.log, (QByteArrayList{"join 1", "joined 1"}));
    QCOMPARE(heardBefore, Texts{reply("1", "ok", R"({"postgres_changes":[]})")});
}

void tst_HubHandler::answersWithTheHandlersReason()
{
    Room f;
    f.rooms.refusal = u"RoomNotFound: There is no room LARK"_s;
    f.fox.sayOn(kRoom, "1", "1", "phx_join", "{}");
    QCOMPARE(f.fox.heard(),
             Texts{reply("1", "error", R"({"reason":"RoomNotFound: There is no room LARK"})")});
    QCOMPARE(f.rooms.log, QByteArrayList{"join 1"});
    f.foxSays("raise_hand", "{}");
    QVERIFY(f.fox.heard().value(0).contains("unmatched topic"));
}

void tst_HubHandler::asksNothingWhenTheTokenIsBad()
{
    Room f;
    f.fox.sayOn(kRoom, "1", "1", "phx_join", R"({"access_token":"junk"})");
    QCOMPARE(f.rooms.log, QByteArrayList{});
}

void tst_HubHandler::letsTheHandlerPushBehindTheReply()
{
    Room f;
    f.rooms.whenJoined = [&](const channel::Member& member) {
        f.hub.push(member.peer, member.topic, u"room_state"_s, {}, channel::Lane::State);
    };
    f.fox.sayOn(kRoom, "1", "1", "phx_join", R"({"config":{"presence":{"enabled":true}}})");
    QCOMPARE(
        f.fox.heard(),
        (Texts{reply("1", "ok", R"({"postgres_changes":[]})"),
               R"(["1",null,")" + kRoom + R"(","presence_state",{}])",
               R"(["1",null,")" + kRoom +
                   R"(","broadcast",{"event":"room_state","payload":{},"type":"broadcast"}])"}));
}

void tst_HubHandler::tellsOfEveryEnd_data()
{
    using End = std::function<void(Room&)>;
    QTest::addColumn<End>("end");
    QTest::newRow("leave") << End{[](Room& f) { f.foxSays("phx_leave", "{}"); }};
    QTest::newRow("lost connection") << End{[](Room& f) { f.hub.disconnected(f.fox.peer.id()); }};
    QTest::newRow("write that finds it gone") << End{[](Room& f) {
        f.fox.peer.result = WriteResult::Gone;
        f.fox.say(R"([null,"6","phoenix","heartbeat",{}])");
    }};
    QTest::newRow("token that ran out") << End{[](Room& f) {
        f.clock.advance(3599s);
        f.owl.sayOn(kRoom, "1", "7", "access_token", f.tokenJson(u"anon"_s));
        f.rooms.log.clear();
        f.clock.advance(1s);
    }};
    QTest::newRow("token that is junk")
        << End{[](Room& f) { f.foxSays("access_token", R"({"access_token":"junk"})"); }};
    QTest::newRow("the handler's own wish")
        << End{[](Room& f) { f.hub.closeMember(f.fox.peer.id(), QString::fromLatin1(kRoom)); }};
}

void tst_HubHandler::tellsOfEveryEnd()
{
    QFETCH(std::function<void(Room&)>, end);
    Room f;
    f.join();
    end(f);
    f.hub.flush();
    QCOMPARE(f.rooms.log, QByteArrayList{"left 1"});
}

void tst_HubHandler::endsTheOldMemberBeforeANewJoin()
{
    Room f;
    f.join();
    f.fox.sayOn(kRoom, "2", "2", "phx_join", "{}");
    QCOMPARE(f.rooms.log, (QByteArrayList{"left 1", "join 1", "joined 1"}));
}

void tst_HubHandler::handsOverEventsAndRelaysNone_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("handed");
    const auto row = [](const char* name, const QByteArray& event, const QByteArray& payload,
                        const QByteArray& handed) {
        QTest::newRow(name) << event << payload << "received 1 " + handed + " ref 7";
    };
    row("broadcast", "broadcast",
        R"({"type":"broadcast","event":"play_note","payload":{"midi":60}})",
        R"(play_note {"midi":60})");
    row("raw event", "play_note", R"({"midi":60})", R"(play_note {"midi":60})");
    row("payload is text", "broadcast", R"({"event":"play_note","payload":"la"})",
        "play_note {} no object");
    row("no payload", "broadcast", R"({"event":"play_note"})", "play_note {} no object");
    row("raw payload is a list", "play_note", "[60]", "play_note {} no object");
    row("broadcast of no event", "broadcast", R"({"payload":{}})", " {}");
    row("broadcast of a bare text", "broadcast", R"("la")", " {} no object");
}

void tst_HubHandler::handsOverEventsAndRelaysNone()
{
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, handed);
    Room f;
    f.join();
    f.foxSays(event, payload);
    QCOMPARE(f.rooms.log, QByteArrayList{handed});
    QCOMPARE(f.owl.heard(), Texts{});
}

void tst_HubHandler::acksBehindWhatTheHandlerSays()
{
    Room f;
    f.join();
    f.rooms.whenReceived = [&](const channel::Member& member) {
        f.hub.push(member.peer, member.topic, u"refused"_s, {}, channel::Lane::State);
    };
    f.foxSays("broadcast", R"({"event":"play_note","payload":{}})");
    const Texts heard = f.fox.heard();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard.at(0).contains("refused"));
    QCOMPARE(heard.at(1), reply("7"));
}

void tst_HubHandler::doesNotHandOverWhatIsTooLarge_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<Texts>("answer");
    QTest::newRow("broadcast with ack")
        << QByteArray{"broadcast"}
        << Texts{reply("7", "error", R"({"error":"payload_size_exceeded"})")};
    QTest::newRow("raw event") << QByteArray{"play_note"} << Texts{};
}

void tst_HubHandler::doesNotHandOverWhatIsTooLarge()
{
    QFETCH(QByteArray, event);
    Room f{{.payloadBytes = 100}};
    f.join();
    f.foxSays(event, R"({"event":"play_note","payload":{"text":")" + QByteArray(100, 'x') + "\"}}");
    QCOMPARE(f.rooms.log, QByteArrayList{});
    QTEST(f.fox.heard(), "answer");
}

void tst_HubHandler::handsOverTrackData()
{
    Room f;
    f.join();
    f.foxSays("presence", R"({"event":"track","payload":{"name":"Ada"}})");
    f.foxSays("presence", R"({"event":"untrack"})");
    QCOMPARE(f.rooms.log, (QByteArrayList{R"(tracked 1 {"name":"Ada"})", "tracked 1 {}"}));
    QCOMPARE(f.fox.heard(), (Texts{reply("7"), reply("7")}));
    QCOMPARE(f.owl.heard(), Texts{});
}

void tst_HubHandler::closesAfterTooManyPresenceCalls()
{
    Room f;
    f.join();
    for (int i = 0; i < 6; ++i) {
        f.foxSays("presence", R"({"event":"untrack"})");
    }
    QCOMPARE(f.rooms.log, QByteArrayList(5, "tracked 1 {}") + QByteArrayList{"left 1"});
    QVERIFY(f.fox.heard().contains(kClose));
}

void tst_HubHandler::hasOneRoomForPublicAndPrivate()
{
    Room f;
    f.fox.join(R"({"private":true})", kRoom);
    f.owl.join("{}", kRoom);
    f.hub.broadcast(QString::fromLatin1(kRoom), u"beat"_s, {}, channel::Lane::Notes);
    QCOMPARE(f.fox.heard().size(), 1);
    QCOMPARE(f.owl.heard().size(), 1);
}

void tst_HubHandler::survivesAHandlerThatClosesTheSender()
{
    Room f;
    f.join();
    f.rooms.whenReceived = [&](const channel::Member& member) {
        f.hub.closeMember(member.peer, member.topic);
    };
    f.foxSays("broadcast", R"({"event":"play_note","payload":{}})");
    QCOMPARE(f.fox.heard(), Texts{kClose});
    QVERIFY(f.fox.lives());
}

void tst_HubHandler::limitsWhatItHandsOver()
{
    Room f{{.eventsPerSecondPerPeer = 2}};
    f.join();
    f.foxSays("raise_hand", "{}");
    f.foxSays("raise_hand", "{}");
    f.foxSays("raise_hand", "{}");
    QCOMPARE(f.rooms.log.size(), 3);
    QCOMPARE(f.rooms.log.last(), QByteArray{"left 1"});
    QVERIFY(f.fox.heard().contains(kClose));
}

void tst_HubHandler::tellsOfANewToken()
{
    Room f;
    f.join();
    f.foxSays("access_token", f.tokenJson(u"teacher"_s));
    QCOMPARE(f.rooms.log, QByteArrayList{"reauthorized 1 teacher"});
    QCOMPARE(f.fox.heard(), Texts{});
    QString role;
    f.rooms.whenReceived = [&](const channel::Member& member) { role = member.claims.role; };
    f.foxSays("raise_hand", "{}");
    QCOMPARE(role, u"teacher"_s);
}

void tst_HubHandler::closesWhenTheHandlerRefusesANewToken()
{
    Room f;
    f.join();
    f.rooms.tokenRefusal = u"LessonOver: No"_s;
    f.foxSays("access_token", f.tokenJson(u"seat"_s));
    QCOMPARE(f.rooms.log, (QByteArrayList{"reauthorized 1 seat", "left 1"}));
    const Texts heard = f.fox.heard();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard.at(0).contains(R"("message":"LessonOver: No","status":"error")"));
    QCOMPARE(heard.at(1), kClose);
}

void tst_HubHandler::leavesOtherTopicsAlone()
{
    Room f;
    f.fox.join();
    f.owl.join();
    f.fox.play(60);
    QCOMPARE(f.owl.heard(), Texts{noteHeard(60)});
    QCOMPARE(f.rooms.log, QByteArrayList{});
}

QTEST_GUILESS_MAIN(tst_HubHandler)
#include "tst_HubHandler.moc"
