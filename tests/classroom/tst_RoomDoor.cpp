#include "tests/classroom/RoomFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

DoorReply knock(RoomFixture& f, const std::string& device)
{
    f.submit(KnockAtDoor{device});
    return f.answers.empty() ? DoorReply{} : std::get<DoorReply>(f.answers.at(0));
}

} // namespace

class tst_RoomDoor : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void letsEverybodyInAndNumbersWhoSitsDown()
    {
        RoomFixture f;
        f.open();
        QVERIFY(f.submit(KnockAtDoor{"a"}).empty());
        QCOMPARE(knock(f, "a"), (DoorReply{false, 0}));
        f.submit(ClaimSeat{SeatId{1}, "a"});
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)).tablet, 1);
        f.submit(GiveSeat{SeatId{2}, "b"});
        QCOMPARE(knock(f, "a"), (DoorReply{false, 1}));
        QCOMPARE(knock(f, "b"), (DoorReply{false, 2}));
        QVERIFY(f.state().door.knocks.empty());
    }

    void goesOnWithTheNumbersOfEarlierLessons()
    {
        RoomFixture f;
        OpenRoom command{ClassId{1}, "My class", false, {"LARK"}, LessonId{7}, 0, {}};
        command.seats = {{SeatId{1}, "fox", ""}, {SeatId{2}, "owl", ""}};
        command.tablets = {{"old", 2}, {"older", 1}, {"oldest", 4}};
        f.submit(command);
        QCOMPARE(knock(f, "old"), (DoorReply{false, 2}));
        f.submit(ClaimSeat{SeatId{1}, "new"});
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)).tablet, 3);
        f.submit(ClaimSeat{SeatId{2}, "newer"});
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)).tablet, 5);
    }

    void numbersNoMoreTabletsThanThereCanBe()
    {
        RoomFixture f;
        f.open();
        for (std::size_t i = 0; i < kMaxTablets + 5; ++i) {
            knock(f, "made up" + std::to_string(i));
        }
        QVERIFY(f.state().tablets.empty());
        for (std::size_t i = 0; i < kMaxTablets + 5; ++i) {
            f.submit(GiveSeat{SeatId{1}, "d" + std::to_string(i)});
        }
        QCOMPARE(f.state().tablets.size(), kMaxTablets);
        f.submit(ClaimSeat{SeatId{2}, "one more"});
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)).tablet, 0);
    }

    void keepsNewTabletsWaitingWhileLocked()
    {
        RoomFixture f;
        f.open();
        f.seat(1, "inside");
        QCOMPARE(f.submit(LockRoom{true}).size(), std::size_t{1});
        QVERIFY(f.submit(LockRoom{true}).empty());
        QCOMPARE(knock(f, "a"), (DoorReply{true, 0}));
        QCOMPARE(f.state().door.knocks.size(), std::size_t{1});
        f.submit(ClaimSeat{SeatId{2}, "a"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotAdmitted});
        QVERIFY(!knock(f, "inside").waits);
        f.submit(ClaimSeat{SeatId{1}, "inside"});
        QVERIFY(!f.refusal);
        f.submit(LockRoom{false});
        QVERIFY(f.state().door.knocks.empty());
        QVERIFY(!knock(f, "a").waits);
    }

    void admitsAndDeclinesWhoWaits()
    {
        RoomFixture f;
        f.open();
        f.submit(LockRoom{true});
        knock(f, "a");
        knock(f, "b");
        QCOMPARE(f.submit(AnswerDoor{"a", true}).size(), std::size_t{1});
        f.submit(AnswerDoor{"b", false});
        QVERIFY(f.submit(AnswerDoor{"stranger", true}).empty());
        QVERIFY(f.state().door.knocks.empty());
        QCOMPARE(knock(f, "a"), (DoorReply{false, 0}));
        f.submit(ClaimSeat{SeatId{2}, "a"});
        QVERIFY(!f.refusal);
        knock(f, "b");
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotAdmitted});
        f.submit(ClaimSeat{SeatId{3}, "b"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotAdmitted});
        f.submit(LockRoom{false});
        QVERIFY(!knock(f, "b").waits);
        QVERIFY(!f.refusal);
    }

    void forgetsWhoStoppedKnocking()
    {
        RoomFixture f;
        f.open();
        f.submit(LockRoom{true});
        knock(f, "a");
        const ServerTime first = f.now;
        f.now = first + 2s;
        QVERIFY(f.submit(KnockAtDoor{"a"}).empty());
        f.now = first + 4s;
        knock(f, "a");
        knock(f, "b");
        QCOMPARE(f.room.nextDue(), std::optional{first + 12s});
        f.now = first + 8s;
        knock(f, "b");
        f.now = first + 12s - 1ns;
        QVERIFY(f.submit(Tick{}).empty());
        f.now = first + 12s;
        QCOMPARE(f.submit(Tick{}).size(), std::size_t{1});
        QVERIFY(!f.state().door.knockOf("a"));
        QVERIFY(f.state().door.knockOf("b"));
        QVERIFY(f.state().door.knockOf("b")->since == first + 4s);
    }

    void listsOnlySoManyWhoWait()
    {
        RoomFixture f;
        f.open();
        f.submit(LockRoom{true});
        for (std::size_t i = 0; i < kMaxKnocks + 5; ++i) {
            QVERIFY(knock(f, "d" + std::to_string(i)).waits);
        }
        QCOMPARE(f.state().door.knocks.size(), kMaxKnocks);
    }

    void changesTheWordButNotTheTopic()
    {
        RoomFixture f;
        f.open();
        QCOMPARE(f.submit(ChangeCode{{"WREN"}}).size(), std::size_t{1});
        QVERIFY(f.submit(ChangeCode{{"WREN"}}).empty());
        QCOMPARE(f.state().code, RoomCode{"LARK"});
        QCOMPARE(f.state().doorCode, RoomCode{"WREN"});
        f.submit(ChangeCode{{}});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadPayload});
    }

    void addsGuestsForThisLessonOnly()
    {
        RoomFixture f;
        f.open(47);
        QCOMPARE(f.submit(AddGuest{"pig"}).size(), std::size_t{1});
        const Seat& guest = *f.state().seat(SeatId{48});
        QVERIFY(guest.guest);
        QCOMPARE(guest.avatar, std::string{"pig"});
        f.submit(AddGuest{});
        QCOMPARE(f.refusal, std::optional{ErrorCode::RoomFull});
        f.submit(EndLesson{});
        QCOMPARE(f.state().seats.size(), std::size_t{47});
    }

    void givesAGuestAPictureThatNobodyHas()
    {
        RoomFixture f;
        f.open(3);
        f.submit(AddGuest{});
        QCOMPARE(f.state().seat(SeatId{4})->avatar, avatarNames()[3]);
        f.submit(AddGuest{"dragon"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadPayload});
        f.submit(ClaimSeat{SeatId{4}, "g"});
        QVERIFY(!f.refusal);
    }

    void renamesASeat()
    {
        RoomFixture f;
        f.open();
        QCOMPARE(f.submit(RenameSeat{SeatId{2}, "Zoë"}).size(), std::size_t{1});
        QCOMPARE(f.state().seat(SeatId{2})->name, std::string{"Zoë"});
        QVERIFY(f.submit(RenameSeat{SeatId{2}, "Zoë"}).empty());
        f.submit(RenameSeat{SeatId{2}, "two\nlines"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadPayload});
        f.submit(RenameSeat{SeatId{2}, std::string(65, 'a')});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadPayload});
        f.submit(RenameSeat{SeatId{9}, "A"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
    }
};

QTEST_GUILESS_MAIN(tst_RoomDoor)
#include "tst_RoomDoor.moc"
