#include "server/music/JoinDesk.h"
#include "server/music/SeatTokens.h"
#include "tests/support/FakeCommandSink.h"
#include "tests/support/ManualClock.h"

#include <QJsonDocument>
#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kSecret{"a secret of thirty-two characters"};

/// A desk before a room LARK with two seats, of which "owl" holds the second.
struct Door {
    Door()
    {
        RoomOpened opened;
        opened.classId = ClassId{1};
        opened.className = "My class";
        opened.code = {"LARK"};
        opened.lesson = LessonId{7};
        opened.seats = {{SeatId{1}, "fox", "Ada"}, {SeatId{2}, "bear", ""}};
        record(opened);
        record(SeatClaimed{SeatId{2}, "owl", 1});
        record(TabletNumbered{{"owl", 7}});
    }

    void record(Event event) { room.evolve({++seq, clock.now(), {}, std::move(event)}); }
    JoinDesk::Answer keep()
    {
        return [this](const JoinDesk::Reply& reply) { replies.push_back(reply); };
    }
    void join(const char* body, const char* from = "192.168.1.20")
    {
        desk.join(body, from, keep());
    }
    /// Knocks at the door from an address; true if the room hears it.
    bool knocks(const char* device, const char* from)
    {
        const std::size_t before = sink.commands.size();
        join((R"({"code":"LARK","device":")" + QByteArray{device} + "\"}").constData(), from);
        return sink.commands.size() > before;
    }
    void claim(int seat, const char* body) { desk.claim(SeatId{seat}, body, keep()); }
    /// The room's answer to what was asked last.
    void decide(const Answer& answer) { QVERIFY(desk.take({sink.origins.back(), answer})); }
    QJsonObject body() const { return QJsonDocument::fromJson(replies.back().body).object(); }

    ManualClock clock;
    FakeCommandSink sink;
    RoomState room;
    std::uint64_t seq = 0;
    JoinDesk desk{room, clock, sink, {kSecret, u"anon"_s}};
    std::vector<JoinDesk::Reply> replies;
};

} // namespace

class tst_JoinDesk final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void asksTheRoomBeforeItShowsAnything();
    void showsTheSeatsToWhoMayComeIn();
    void letsALockedOutTabletWaitWithoutASeat();
    void sendsAwayWhomTheTeacherDeclined();
    void takesTheDoorsWordAndNoOther();
    void letsAHolderInByItsOldWord();
    void handsOutATokenForAllSeatsOfATablet();
    void numbersATabletThatClaimsUnseen();
    void leavesTheNumberOutIfThereIsNone();
    void refusesWhatIsNoQuestion_data();
    void refusesWhatIsNoQuestion();
    void answersEachQuestionOnceAndNothingElse();
    void showsTheTeacherAFewOfEachAddressOnly();
    void letsTheNextKnockWhenOneIsLetIn();
    void letsTheNextKnockWhenOneHasGone();
};

void tst_JoinDesk::asksTheRoomBeforeItShowsAnything()
{
    Door f;
    f.join(R"({"code":"lark","device":"fox"})");
    QVERIFY(f.replies.empty());
    QCOMPARE(f.sink.last<KnockAtDoor>()->device, std::string{"fox"});
    QVERIFY(JoinDesk::asked(f.sink.origins.back()));
    QVERIFY(!JoinDesk::asked(Origin{PeerId{7}}));
}

void tst_JoinDesk::showsTheSeatsToWhoMayComeIn()
{
    Door f;
    f.join(R"({"code":"LARK","device":"owl"})");
    f.decide(DoorReply{false, 7});
    QCOMPARE(f.replies.back().status, 200);
    const QJsonObject expected{{u"room"_s, u"LARK"_s},
                               {u"class"_s, u"My class"_s},
                               {u"topic"_s, u"realtime:music_room:LARK"_s},
                               {u"anon_key"_s, u"anon"_s},
                               {u"phase"_s, u"lobby"_s},
                               {u"tablet"_s, 7},
                               {u"yours"_s, QJsonArray{2}},
                               {u"seats"_s, QJsonArray{QJsonObject{{u"seat"_s, 1},
                                                                   {u"avatar"_s, u"fox"_s},
                                                                   {u"name"_s, QJsonValue::Null},
                                                                   {u"taken"_s, false},
                                                                   {u"guest"_s, false}},
                                                       QJsonObject{{u"seat"_s, 2},
                                                                   {u"avatar"_s, u"bear"_s},
                                                                   {u"name"_s, QJsonValue::Null},
                                                                   {u"taken"_s, false},
                                                                   {u"guest"_s, false}}}}};
    QCOMPARE(f.body(), expected);
    f.join(R"({"code":"LARK","device":"fox"})");
    f.decide(DoorReply{false, 8});
    QVERIFY(f.body()["seats"_L1][1]["taken"_L1].toBool());
    QCOMPARE(f.body()["yours"_L1].toArray(), QJsonArray{});
}

void tst_JoinDesk::letsALockedOutTabletWaitWithoutASeat()
{
    Door f;
    f.join(R"({"code":"LARK","device":"fox"})");
    f.decide(DoorReply{true, 9});
    QCOMPARE(f.replies.back().status, 202);
    const QJsonObject expected{
        {u"waiting"_s, true}, {u"room"_s, u"LARK"_s}, {u"tablet"_s, 9}, {u"retry_ms"_s, 2000}};
    QCOMPARE(f.body(), expected);
}

void tst_JoinDesk::sendsAwayWhomTheTeacherDeclined()
{
    Door f;
    f.join(R"({"code":"LARK","device":"fox"})");
    f.decide(Refused{{ErrorCode::NotAdmitted}});
    QCOMPARE(f.replies.back().status, 403);
    QCOMPARE(f.body()["error"_L1]["code"_L1].toString(), u"not_admitted"_s);
    f.claim(1, R"({"code":"LARK","device":"fox"})");
    f.decide(Refused{{ErrorCode::NotAdmitted}});
    QCOMPARE(f.replies.back().status, 403);
}

void tst_JoinDesk::takesTheDoorsWordAndNoOther()
{
    Door f;
    f.record(CodeChanged{{"FERN"}});
    f.join(R"({"code":"LARK","device":"fox"})");
    QCOMPARE(f.replies.back().status, 404);
    f.claim(1, R"({"code":"LARK","device":"fox"})");
    QCOMPARE(f.replies.back().status, 404);
    QVERIFY(f.sink.commands.empty());
    f.join(R"({"code":"FERN","device":"fox"})");
    f.decide(DoorReply{false, 8});
    QCOMPARE(f.body()["room"_L1].toString(), u"FERN"_s);
    QCOMPARE(f.body()["topic"_L1].toString(), u"realtime:music_room:LARK"_s);
}

void tst_JoinDesk::letsAHolderInByItsOldWord()
{
    Door f;
    f.record(CodeChanged{{"FERN"}});
    f.join(R"({"code":"LARK","device":"owl"})");
    QVERIFY(f.sink.last<KnockAtDoor>());
    f.record(LessonEnded{});
    f.decide(DoorReply{false, 7});
    QCOMPARE(f.replies.back().status, 404);
}

void tst_JoinDesk::handsOutATokenForAllSeatsOfATablet()
{
    Door f;
    f.claim(1, R"({"code":"LARK","device":"owl","with":[2]})");
    const auto* asked = f.sink.last<ClaimSeat>();
    QCOMPARE(asked->seat, SeatId{1});
    QCOMPARE(asked->with, std::vector{SeatId{2}});
    f.record(SeatClaimed{SeatId{1}, "owl", 3});
    f.record(SeatFreed{SeatId{1}, 4});
    f.decide(SeatGranted{SeatId{1}, {{SeatId{1}, 3}, {SeatId{2}, 1}}, 7});
    const QJsonObject reply = f.body();
    QCOMPARE(reply["seat"_L1].toInt(), 1);
    QCOMPARE(reply["seats"_L1].toArray(), (QJsonArray{1, 2}));
    QCOMPARE(reply["tablet"_L1].toInt(), 7);
    QCOMPARE(reply["avatar"_L1].toString(), u"fox"_s);
    // The key of what was granted, also when the room has freed the seat since.
    QCOMPARE(reply["clock_key"_L1].toString(), clockKey(kSecret, LessonId{7}, {SeatId{1}, 3}));
    const auto claims =
        channel::Tokens{kSecret}.verify(reply["token"_L1].toString(), f.clock.wallMillis() / 1000);
    QVERIFY(claims);
    QCOMPARE(claims->all["seats"_L1].toArray(), (QJsonArray{1, 2}));
    QCOMPARE(claims->all["gens"_L1].toArray(), (QJsonArray{3, 1}));
}

void tst_JoinDesk::numbersATabletThatClaimsUnseen()
{
    Door f;
    f.claim(1, R"({"code":"LARK","device":"fox"})");
    f.record(SeatClaimed{SeatId{1}, "fox", 1});
    f.record(TabletNumbered{{"fox", 8}});
    f.decide(SeatGranted{SeatId{1}, {{SeatId{1}, 1}}, 0});
    QCOMPARE(f.body()["tablet"_L1].toInt(), 8);
}

void tst_JoinDesk::leavesTheNumberOutIfThereIsNone()
{
    Door f;
    f.join(R"({"code":"LARK","device":"fox"})");
    f.decide(DoorReply{true, 0});
    QVERIFY(f.body()["tablet"_L1].isNull());
}

void tst_JoinDesk::refusesWhatIsNoQuestion_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const QByteArray& body, int status) {
        QTest::newRow(name) << body << status;
    };
    row("nothing", "", 400);
    row("a list", "[]", 400);
    row("no device", R"({"code":"LARK"})", 400);
    row("a device too long", R"({"code":"LARK","device":")" + QByteArray(65, 'x') + "\"}", 400);
    row("with text", R"({"code":"LARK","device":"fox","with":"2"})", 400);
    row("with a number", R"({"code":"LARK","device":"fox","with":2})", 400);
    row("with three", R"({"code":"LARK","device":"fox","with":[1,2,3]})", 400);
    row("with seat 0", R"({"code":"LARK","device":"fox","with":[0]})", 400);
    row("with seat 49", R"({"code":"LARK","device":"fox","with":[49]})", 400);
    row("with half a seat", R"({"code":"LARK","device":"fox","with":[1.5]})", 400);
    row("too large", QByteArray(4097, ' '), 413);
}

void tst_JoinDesk::refusesWhatIsNoQuestion()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    Door f;
    f.claim(1, body.constData());
    QCOMPARE(f.replies.back().status, status);
    QVERIFY(f.sink.commands.empty());
}

void tst_JoinDesk::answersEachQuestionOnceAndNothingElse()
{
    Door f;
    f.join(R"({"code":"LARK","device":"fox"})");
    QVERIFY(!f.desk.take({Origin{PeerId{1}}, DoorReply{}}));
    f.decide(DoorReply{});
    QVERIFY(!f.desk.take({f.sink.origins.back(), DoorReply{}}));
    QCOMPARE(f.replies.size(), std::size_t{1});
}

void tst_JoinDesk::showsTheTeacherAFewOfEachAddressOnly()
{
    Door f;
    f.record(DoorLocked{true});
    QVERIFY(f.knocks("a", "10.0.0.1") && f.knocks("b", "10.0.0.1") && f.knocks("c", "10.0.0.1"));
    QVERIFY(!f.knocks("d", "10.0.0.1"));
    QCOMPARE(f.replies.back().status, 202);
    QVERIFY(f.body()["waiting"_L1].toBool());
    QVERIFY(f.body()["tablet"_L1].isNull());
    // Who stands there already asks on, and so does everyone elsewhere and who has a seat.
    QVERIFY(f.knocks("a", "10.0.0.1"));
    QVERIFY(f.knocks("d", "10.0.0.2"));
    QVERIFY(f.knocks("owl", "10.0.0.1"));
}

void tst_JoinDesk::letsTheNextKnockWhenOneIsLetIn()
{
    Door f;
    f.record(DoorLocked{true});
    QVERIFY(f.knocks("a", "10.0.0.1") && f.knocks("b", "10.0.0.1") && f.knocks("c", "10.0.0.1"));
    f.record(DoorKnocked{"a"});
    f.record(DoorAnswered{"a", true});
    QVERIFY(!f.knocks("d", "10.0.0.1"));
    QVERIFY(f.knocks("a", "10.0.0.1"));
    QVERIFY(f.knocks("d", "10.0.0.1"));
}

void tst_JoinDesk::letsTheNextKnockWhenOneHasGone()
{
    Door f;
    f.record(DoorLocked{true});
    QVERIFY(f.knocks("a", "10.0.0.1") && f.knocks("b", "10.0.0.1") && f.knocks("c", "10.0.0.1"));
    f.clock.advance(std::chrono::seconds{7});
    QVERIFY(f.knocks("a", "10.0.0.1") && f.knocks("b", "10.0.0.1"));
    QVERIFY(!f.knocks("d", "10.0.0.1"));
    f.clock.advance(std::chrono::seconds{1});
    QVERIFY(f.knocks("d", "10.0.0.1"));
}

QTEST_GUILESS_MAIN(tst_JoinDesk)
#include "tst_JoinDesk.moc"
