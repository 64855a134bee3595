#include "tests/classroom/RoomFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

const std::string& deviceOf(const RoomFixture& f, int seat)
{
    return f.state().seat(SeatId{seat})->device;
}

} // namespace

class tst_RoomTablets : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void seatsTwoChildrenAtOneTablet()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(ClaimSeat{SeatId{3}, "a"});
        f.submit(ClaimSeat{SeatId{2}, "a", {SeatId{3}}});
        const SeatGranted both{SeatId{2}, {{SeatId{2}, 1}, {SeatId{3}, 1}}, 1};
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)), both);
        QVERIFY(f.submit(ClaimSeat{SeatId{2}, "a", {SeatId{3}}}).empty());
        QVERIFY(f.submit(ClaimSeat{SeatId{3}, "a", {SeatId{2}}}).empty());
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)).seats, both.seats);
        QVERIFY(f.state().seatsOf("a") == (std::vector{SeatId{2}, SeatId{3}}));
    }

    void leavesTheSeatsItDoesNotName()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(ClaimSeat{SeatId{1}, "a"});
        f.submit(ClaimSeat{SeatId{2}, "a", {SeatId{1}}});
        f.submit(ClaimSeat{SeatId{3}, "a", {SeatId{1}, SeatId{2}}});
        QCOMPARE(f.state().seatsOf("a").size(), std::size_t{2});
        QCOMPARE(deviceOf(f, 3), std::string{"a"});
        f.submit(ClaimSeat{SeatId{3}, "a"});
        QVERIFY(f.state().seatsOf("a") == std::vector{SeatId{3}});
    }

    void takesNoSeatOfAnotherTabletAlong()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(ClaimSeat{SeatId{1}, "a"});
        f.submit(ClaimSeat{SeatId{2}, "b", {SeatId{1}}});
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)).seats,
                 (std::vector<SeatGen>{{SeatId{2}, 1}}));
        QCOMPARE(deviceOf(f, 1), std::string{"a"});
    }

    void givesASeatToATablet()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        f.seat(2, "b");
        QCOMPARE(f.submit(GiveSeat{SeatId{2}, "a"}).size(), std::size_t{2});
        QVERIFY(f.state().seatsOf("a") == (std::vector{SeatId{1}, SeatId{2}}));
        QCOMPARE(f.state().seat(SeatId{2})->gen, 2u);
        QVERIFY(f.submit(GiveSeat{SeatId{2}, "a"}).empty());
        f.submit(GiveSeat{SeatId{3}, "a"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::TabletFull});
        f.submit(GiveSeat{SeatId{3}, ""});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
        f.submit(FreeSeat{SeatId{2}});
        f.submit(GiveSeat{SeatId{2}, "b"});
        QCOMPARE(deviceOf(f, 2), std::string{"b"});
    }

    void swapsTheTabletsOfTwoSeats()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        f.seat(2, "b");
        f.submit(SwapSeats{SeatId{1}, SeatId{2}});
        QCOMPARE(deviceOf(f, 1), std::string{"b"});
        QCOMPARE(deviceOf(f, 2), std::string{"a"});
        QCOMPARE(f.state().seat(SeatId{1})->gen, 2u);
        QCOMPARE(f.state().seat(SeatId{2})->gen, 2u);
        f.submit(SwapSeats{SeatId{2}, SeatId{3}});
        QCOMPARE(deviceOf(f, 3), std::string{"a"});
        QVERIFY(!f.state().seat(SeatId{2})->isClaimed());
        f.submit(SwapSeats{SeatId{2}, SeatId{3}});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
        f.submit(GiveSeat{SeatId{4}, "a"});
        f.submit(SwapSeats{SeatId{3}, SeatId{4}});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadMove});
    }

    void keepsTheNewTabletHereWhenTheOldOneHangsUpLate()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(ClaimSeat{SeatId{1}, "a"});
        f.submit(ConnectSeat{SeatId{1}}, PeerId{1});
        f.submit(GiveSeat{SeatId{1}, "b"});
        f.submit(ConnectSeat{SeatId{1}}, PeerId{2});
        QVERIFY(f.submit(DisconnectSeat{SeatId{1}}, PeerId{1}).empty());
        QCOMPARE(f.state().seat(SeatId{1})->presence, Presence::Here);
        QCOMPARE(f.submit(DisconnectSeat{SeatId{1}}, PeerId{2}).size(), std::size_t{1});
        QCOMPARE(f.state().seat(SeatId{1})->presence, Presence::Rejoining);
    }

    void undoesNothingWhenATabletReconnects()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(StartGame{"beat_ring"});
        f.seat(1, "a");
        f.seat(2, "b");
        f.submit(MuteSeats{{SeatId{1}}, true});
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        f.submit(SoloRole{Role::Bass});
        f.submit(BeQuiet{});
        f.submit(DisconnectSeat{SeatId{1}});
        f.now += 20s;
        f.submit(ClaimSeat{SeatId{1}, "a"});
        f.submit(ConnectSeat{SeatId{1}});
        f.submit(ReportDevice{SeatId{1}, {true, true, 10.0, 1.0}});
        const Seat& seat = *f.state().seat(SeatId{1});
        QVERIFY(seat.muted);
        QCOMPARE(seat.role, Role::Conductor);
        QCOMPARE(f.state().solo, std::optional{Role::Bass});
        QVERIFY(f.state().quiet.holdsAt(f.now));
        QCOMPARE(seat.gen, 1u);
    }

    void tellsHowWellATabletKnowsTheTime()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        f.submit(ReportDevice{SeatId{1}, {true, true, 10.0, 30.0}});
        f.now += 5s;
        QVERIFY(f.submit(ReportDevice{SeatId{1}, {true, true, 10.0, 39.9}}).empty());
        QCOMPARE(f.submit(ReportDevice{SeatId{1}, {true, true, 10.0, 40.0}}).size(),
                 std::size_t{1});
    }

    void tellsWhenTheSoundCheckFailed()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        f.submit(ReportDevice{SeatId{1}, {true, true, 10.0, 1.0, false}});
        QVERIFY(f.state().seat(SeatId{1})->heardNothing);
        QVERIFY(f.submit(ReportDevice{SeatId{1}, {true, true, 10.0, 1.0}}).empty());
        f.now += 1s;
        f.submit(ReportDevice{SeatId{1}, {true, true, 10.0, 1.0, true}});
        QVERIFY(!f.state().seat(SeatId{1})->heardNothing);
    }
};

QTEST_GUILESS_MAIN(tst_RoomTablets)
#include "tst_RoomTablets.moc"
