#include "tests/games/RingFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;

class tst_RingScore : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void countsAPassThatEverybodyPlayed()
    {
        RingFixture f;
        f.play();
        f.playWell(1, 16);
        QCOMPARE(f.ring().bars, 2);
        QCOMPARE(f.ring().held, 2);
        QCOMPARE(f.ring().best, 2);
        QCOMPARE(f.ring().offered, 16);
        QCOMPARE(f.ring().inTime, 16);
        QCOMPARE(f.rows.size(), std::size_t{16});
        QCOMPARE(f.rowRound, 1);
        const Opportunity& row = f.rows[1];
        QCOMPARE(row.seat, SeatId{2});
        QVERIFY(row.expected == f.timeOf(2));
        QVERIFY(row.from == f.timeOf(2) - 250ms && row.to == f.timeOf(2) + 250ms);
        QVERIFY(*row.asynchrony == 0us && *row.touched == f.timeOf(2) + 30ms);
        QVERIFY(row.hit == 120ms && row.close == 180ms);
    }

    void tellsCloseFromInTimeAndFromMissed_data()
    {
        QTest::addColumn<int>("off");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<bool>("inTime");
        QTest::newRow("early") << -119 << true << true;
        QTest::newRow("at the edge") << 120 << true << true;
        QTest::newRow("close") << 121 << true << false;
        QTest::newRow("close and early") << -179 << true << false;
        QTest::newRow("outside") << 180 << false << false;
    }

    void tellsCloseFromInTimeAndFromMissed()
    {
        QFETCH(int, off);
        QFETCH(bool, answered);
        QFETCH(bool, inTime);
        RingFixture f{1};
        f.play();
        f.tap(1, 9, std::chrono::milliseconds{off});
        f.runPast(9);
        const Opportunity row = f.rowsOf(1).back();
        QCOMPARE(row.isAnswered(), answered);
        QCOMPARE(row.isInTime(), inTime);
        QCOMPARE(f.ring().answered, answered ? 1 : 0);
        QCOMPARE(f.ring().inTime, inTime ? 1 : 0);
        QCOMPARE(f.ring().offered, 2);
    }

    void takesTheTapClosestToTheBeat()
    {
        RingFixture f{1};
        f.play();
        f.tap(1, 1, -150ms);
        f.tap(1, 1, 20ms);
        f.tap(1, 1, 100ms);
        f.runPast(1);
        QVERIFY(*f.rowsOf(1).at(0).asynchrony == 20ms);
        QCOMPARE(f.ring().answered, 1);
    }

    void keepsTheWindowWithinTheBeat()
    {
        RingFixture f{2};
        f.submit(ChangeTempo{Tempo::fromBpm(300)});
        f.now += 1s;
        f.play();
        f.tap(1, 1, 95ms);
        f.runPast(2);
        QVERIFY(f.rows.at(0).close == 90ms);
        QVERIFY(f.rows.at(0).hit == 90ms);
        QVERIFY(!f.rows.at(0).isAnswered());
    }

    void waitsForNotesOnTheirWayButNotForever()
    {
        RingFixture f{2};
        f.play();
        f.tap(1, 1, 0ms, 400ms);
        f.runPast(1);
        QVERIFY(f.rowsOf(1).at(0).isAnswered());
        f.tap(2, 2, 0ms, 1900ms);
        QVERIFY(!f.refusal);
        QVERIFY(!f.rowsOf(2).at(0).isAnswered());
        const auto answered = f.ring().answered;
        f.runPast(8);
        QCOMPARE(f.ring().answered, answered);
        QCOMPARE(f.rowsOf(2).size(), std::size_t{1});
    }

    void lightsABeatThatHalfOfItsOwnersPlayed()
    {
        RingFixture f{16};
        f.play();
        f.tap(1, 1);
        f.runPast(2);
        QCOMPARE(f.ring().lit[0], std::optional{true});
        QCOMPARE(f.ring().lit[1], std::optional{false});
        QCOMPARE(f.ring().lit[2], std::nullopt);
        f.runPast(8);
        QCOMPARE(f.ring().bars, 1);
        QCOMPARE(f.ring().held, 0);
        QCOMPARE(f.ring().offered, 16);
    }

    void asksOwnersWhoAreAwayButCountsOnlyWhoIsHere()
    {
        RingFixture f{16};
        f.submit(ReportDevice{SeatId{9}, {false, true, 10.0, 1.0}});
        f.submit(MuteSeats{{SeatId{10}}, true});
        f.submit(DisconnectSeat{SeatId{3}});
        f.submit(DisconnectSeat{SeatId{11}});
        f.play();
        f.tap(1, 1);
        f.tap(2, 2);
        f.runPast(3);
        QCOMPARE(f.rows.size(), std::size_t{6});
        QCOMPARE(f.ring().offered, 2);
        QCOMPARE(f.ring().lit[0], std::optional{true});
        QCOMPARE(f.ring().lit[1], std::optional{true});
        QCOMPARE(f.ring().lit[2], std::nullopt);
    }

    void countsAnAnswerOfWhoLeftRightAfterwards()
    {
        RingFixture f{1};
        f.play();
        f.tap(1, 1);
        f.submit(DisconnectSeat{SeatId{1}});
        f.runPast(1);
        QCOMPARE(f.ring().lit[0], std::optional{true});
        QCOMPARE(f.ring().offered, 1);
    }

    void holdsAPassWhenEveryOpenBeatIsLit()
    {
        RingFixture f{4};
        f.move("set", R"({"beats":4,"rest":[2]})");
        f.submit(DisconnectSeat{SeatId{3}});
        f.play();
        f.tap(1, 1);
        f.tap(4, 4);
        f.runPast(4);
        QCOMPARE(f.ring().bars, 1);
        QCOMPARE(f.ring().held, 1);
        QCOMPARE(f.rowsOf(2).size(), std::size_t{0});
        f.tap(1, 5);
        f.runPast(8);
        QCOMPARE(f.ring().run, 0);
        QCOMPARE(f.ring().best, 1);
    }

    void countsNoPassInWhichNobodyCouldPlay()
    {
        RingFixture f{1};
        f.submit(DisconnectSeat{SeatId{1}});
        f.play();
        f.runPast(16);
        QCOMPARE(f.ring().bars, 0);
        QCOMPARE(f.rows.size(), std::size_t{2});
    }

    void countsNoPassThatWasQuietInPart()
    {
        RingFixture f;
        f.play();
        f.playWell(1, 2);
        f.submit(BeQuiet{});
        f.runPast(5);
        const int offered = f.ring().offered;
        f.submit(ReleaseQuiet{});
        const ServerTime release = *f.state().quiet.releaseAt;
        f.runTo(release);
        QCOMPARE(f.ring().offered, offered);
        QCOMPARE(f.ring().lit[4], std::nullopt);
        QVERIFY(f.rowsOf(5).size() == 1);
        f.playWell(f.ring().closed + 1, 24);
        QCOMPARE(f.ring().bars, 1);
        QCOMPARE(f.ring().held, 1);
    }

    void letsTwoSeatsOfOneTabletShareNothing()
    {
        RingFixture f{3};
        f.submit(GiveSeat{SeatId{2}, "t1"});
        f.submit(ConnectSeat{SeatId{2}});
        f.move("assign", R"({"seats":[1,2],"beat":1})");
        f.play();
        f.tap(1, 1);
        f.tap(1, 1, 10ms);
        f.runPast(1);
        QVERIFY(f.rowsOf(1).at(0).isAnswered());
        QVERIFY(!f.rowsOf(2).at(0).isAnswered());
        f.tap(2, 9);
        f.submit(MuteSeats{{SeatId{2}}, true});
        f.runPast(9);
        QVERIFY(!f.rowsOf(1).at(1).isAnswered());
        QVERIFY(f.rowsOf(2).at(1).isAnswered());
    }

    void countsNothingTwiceForOneWhoOwnsNeighbouringBeats()
    {
        RingFixture f{1};
        f.move("set", R"({"beats":4,"each":2})");
        f.play();
        f.tap(1, 1);
        f.tap(1, 3, 10ms);
        f.runPast(4);
        QCOMPARE(f.ring().answered, 2);
        QCOMPARE(f.ring().bars, 1);
    }

    void usesTheTempoThatHoldsAtEachBeat()
    {
        RingFixture f;
        f.play();
        f.runTo(f.timeOf(4) - 350ms);
        f.submit(ChangeTempo{Tempo::fromBpm(300)});
        const ServerTime fourth = f.timeOf(4);
        f.runTo(fourth + 260ms);
        f.submit(ChangeTempo{Tempo::fromBpm(100)});
        f.runPast(9);
        QVERIFY(f.rowsOf(3).at(0).expected == fourth - 500ms);
        QVERIFY(f.rowsOf(4).at(0).expected == fourth);
        QVERIFY(f.rowsOf(5).at(0).expected == fourth + 200ms);
        QVERIFY(f.rowsOf(3).at(0).close == 180ms);
        QVERIFY(f.rowsOf(4).at(0).close == 90ms);
        QVERIFY(f.rowsOf(8).at(0).close == 180ms);
    }

    void followsATempoChangedInTheCountIn()
    {
        RingFixture f;
        f.submit(ChangeCountIn{2});
        f.play();
        f.runTo(f.state().timeline.transport.at + 1s);
        f.submit(ChangeTempo{Tempo::fromBpm(80)});
        f.playWell(1, 8);
        QCOMPARE(f.ring().bars, 1);
        QCOMPARE(f.ring().held, 1);
        QVERIFY(f.rows.front().expected == f.timeOf(1));
        QVERIFY(f.rows.at(1).to - f.rows.at(1).from == 750ms);
    }

    void countsPulsesNotQuarters()
    {
        RingFixture f;
        f.submit(ChangeMeter{Meter{6, 8}});
        f.play();
        f.playWell(1, 4);
        f.submit(ChangeMeter{Meter{3, 4}});
        f.playWell(5, 16);
        QCOMPARE(f.ring().bars, 2);
        QCOMPARE(f.ring().held, 2);
    }
};

QTEST_GUILESS_MAIN(tst_RingScore)
#include "tst_RingScore.moc"
