#include "tests/games/RingFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::games;
using namespace tutti::test;

class tst_BeatRing : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void dealsToWhoSitsAndPlays()
    {
        RingFixture f;
        f.submit(FreeSeat{SeatId{2}});
        f.submit(AssignRole{{SeatId{3}}, Role::Listener});
        f.submit(AssignRole{{SeatId{4}}, Role::Conductor});
        f.begin();
        QVERIFY(!f.refusal);
        QCOMPARE(f.ring().now.owners[0], seats({1}));
        QCOMPARE(f.ring().now.owners[1], seats({5}));
        QCOMPARE(f.state().game->beatsOf(SeatId{5}), std::vector{2});
        QVERIFY(f.state().game->beatsOf(SeatId{4}).empty());
        QVERIFY(f.state().game->hasConductor());
    }

    void beginsAtTheNextPassThatCanBeAnnounced()
    {
        RingFixture f;
        f.play();
        f.runTo(f.timeOf(9) - 599ms);
        f.begin();
        QCOMPARE(f.ring().now.fromBeat, 17);
        f.rows.clear();
        f.playWell(17, 24);
        QCOMPARE(f.rows.size(), std::size_t{8});
        QCOMPARE(f.ring().bars, 1);
    }

    void givesWhoComesBeforeTheRoundABeatAtOnce()
    {
        RingFixture f{4};
        f.submit(FreeSeat{SeatId{4}});
        f.runTo(f.now + 1s);
        QVERIFY(f.ring().now.owners[3].empty());
        f.seat(4, "x");
        f.runTo(f.now + 1s);
        QCOMPARE(f.ring().now.owners[3], seats({4}));
        QVERIFY(f.ring().watching.empty());
    }

    void letsWhoComesInMidRoundWatchUntilTheNext()
    {
        RingFixture f{4};
        f.submit(FreeSeat{SeatId{4}});
        f.runTo(f.now + 1s);
        f.play();
        f.playWell(1, 8);
        f.seat(4, "x");
        f.runTo(f.now + 200ms);
        QCOMPARE(f.ring().watching, seats({4}));
        f.submit(noteOf(4));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotInRound});
        f.move("next_round");
        QVERIFY(f.ring().watching.empty());
        QVERIFY(ownsAny(f.ring().upcoming(), SeatId{4}));
        f.submit(noteOf(4));
        QVERIFY(!f.refusal);
    }

    void bringsWhoRejoinsBackToItsBeats()
    {
        RingFixture f{4};
        f.play();
        f.playWell(1, 4);
        f.submit(DisconnectSeat{SeatId{2}});
        f.runTo(f.now + 5s);
        f.submit(ConnectSeat{SeatId{2}});
        f.runTo(f.now + 200ms);
        QCOMPARE(f.ring().now.owners[1], seats({2}));
        QVERIFY(f.ring().watching.empty());
        QVERIFY(f.ring().cover.size() == 4);
    }

    void takesTheBeatsOfAFreedSeatAndOfAListener()
    {
        RingFixture f{4};
        f.play();
        f.playWell(1, 2);
        f.submit(FreeSeat{SeatId{2}});
        f.submit(AssignRole{{SeatId{3}}, Role::Listener});
        f.runTo(f.now + 200ms);
        QVERIFY(f.ring().now.owners[2].empty());
        QCOMPARE(f.ring().lit[1], std::nullopt);
        f.rows.clear();
        f.runPast(16);
        QVERIFY(f.rowsOf(2).empty() && !f.rowsOf(1).empty());
        f.submit(AssignRole{{SeatId{3}}, Role::Bass});
        f.runTo(f.now + 200ms);
        QCOMPARE(f.ring().watching, seats({3}));
        f.move("next_round");
        QVERIFY(ownsAny(f.ring().upcoming(), SeatId{3}));
        QVERIFY(!ownsAny(f.ring().upcoming(), SeatId{2}));
    }

    void bringsWhoIsGivenItsSeatBackToItsBeats()
    {
        RingFixture f{4};
        f.play();
        f.playWell(1, 8);
        f.submit(FreeSeat{SeatId{2}});
        f.runTo(f.now + 1s);
        QVERIFY(f.ring().watching.empty());
        f.submit(GiveSeat{SeatId{2}, "t2"});
        f.submit(ConnectSeat{SeatId{2}});
        f.runTo(f.now + 1s);
        QVERIFY(f.ring().watching.empty());
        QCOMPARE(f.ring().now.owners[1], seats({2}));
        f.rows.clear();
        f.playWell(17, 24);
        QVERIFY(f.rowsOf(2).at(0).isAnswered());
    }

    void coversForWhoIsNotThere()
    {
        RingFixture f{8};
        f.submit(DisconnectSeat{SeatId{1}});
        f.submit(DisconnectSeat{SeatId{5}});
        f.submit(MuteSeats{{SeatId{3}, SeatId{4}}, true});
        f.runTo(f.now + 1s);
        QVERIFY(f.ring().cover == (std::vector<RingCover>{{1, SeatId{8}}, {5, SeatId{2}}}));
        f.move("set", R"({"rest":[5]})");
        QVERIFY(f.ring().cover == (std::vector<RingCover>{{1, SeatId{8}}}));
        f.move("set", R"({"ghost":false})");
        QVERIFY(f.ring().cover.empty());
        f.move("set", R"({"ghost":true})");
        f.submit(AssignRole{{SeatId{6}}, Role::Bass});
        f.submit(SoloRole{Role::Bass});
        f.runTo(f.now + 1s);
        // Only that role sounds; it still covers for who is not there.
        QVERIFY(f.ring().cover == (std::vector<RingCover>{{1, SeatId{6}}}));
        f.submit(SoloRole{});
        f.submit(MuteAll{});
        f.runTo(f.now + 1s);
        QVERIFY(f.ring().cover.empty());
    }

    void handsBeatsOverAtTheStartOfAPass()
    {
        RingFixture f{8};
        f.play();
        f.playWell(1, 3);
        const int told = f.beatsChanged;
        QVERIFY(f.move("assign", R"({"seats":[1],"beat":8})"));
        QCOMPARE(f.ring().now.owners[0], seats({1}));
        QCOMPARE(f.ring().next->fromBeat, 9);
        QCOMPARE(f.ring().next->owners[7], seats({1, 8}));
        QCOMPARE(f.beatsChanged, told + 1);
        QCOMPARE(f.state().game->beatsOf(SeatId{1}), std::vector{8});
        f.rows.clear();
        f.playWell(4, 8);
        QVERIFY(!f.ring().next);
        QCOMPARE(f.ring().now.fromBeat, 9);
        QCOMPARE(f.ring().bars, 1);
        QVERIFY(f.rowsOf(1).empty());
        f.playWell(9, 16);
        QCOMPARE(f.rowsOf(1).size(), std::size_t{1});
        QCOMPARE(f.ring().held, 2);
        QCOMPARE(f.beatsChanged, told + 1);
    }

    void leavesTimeToGetReady()
    {
        RingFixture f{8};
        f.play();
        f.runTo(f.timeOf(9) - 599ms);
        f.move("assign", R"({"seats":[1],"beat":8})");
        QCOMPARE(f.ring().next->fromBeat, 17);
        f.move("assign", R"({"seats":[1],"beat":1})");
        QVERIFY(!f.ring().next);
        f.runTo(f.timeOf(17) - 601ms);
        f.move("assign", R"({"seats":[2],"beat":8})");
        QCOMPARE(f.ring().next->fromBeat, 17);
        // Too late to take that back: it begins, and the other one a pass later.
        f.runTo(f.timeOf(17) - 300ms);
        f.move("assign", R"({"seats":[3],"beat":8})");
        QCOMPARE(f.ring().now.fromBeat, 17);
        QCOMPARE(f.ring().now.owners[7], seats({2, 8}));
        QCOMPARE(f.ring().next->fromBeat, 25);
        QCOMPARE(f.ring().next->owners[7], seats({2, 3, 8}));
    }

    void changesOwnersAtOnceWhileTheMusicStands()
    {
        RingFixture f{8};
        f.move("assign", R"({"seats":[1,2],"beat":8})");
        QVERIFY(!f.ring().next);
        QCOMPARE(f.ring().now.owners[7], seats({1, 2, 8}));
        f.move("swap", R"({"a":8,"b":3})");
        QCOMPARE(f.ring().now.owners[7], seats({1, 2, 3}));
        QCOMPARE(f.ring().now.owners[2], seats({8}));
        f.move("assign", R"({"seats":[8],"beat":0})");
        f.runTo(f.now + 1s);
        QVERIFY(f.ring().now.owners[2].empty());
        QCOMPARE(f.ring().watching, seats({8}));
        f.move("swap", R"({"a":8,"b":3})");
        QCOMPARE(f.ring().now.owners[7], seats({1, 2, 8}));
        QCOMPARE(f.ring().watching, seats({3}));
    }

    void beginsAgainWithEveryStartOfTheMusic()
    {
        RingFixture f{4};
        f.play();
        f.playWell(1, 12);
        QCOMPARE(f.ring().bars, 1);
        f.move("assign", R"({"seats":[1],"beat":5})");
        f.submit(StopTransport{});
        f.runTo(f.now + 3s);
        QVERIFY(!f.ring().next);
        QCOMPARE(f.ring().now.owners[4], seats({1}));
        const int changes = f.changes;
        f.runTo(f.now + 60s);
        QCOMPARE(f.changes, changes);
        f.submit(ChangeCountIn{1});
        f.play();
        QCOMPARE(f.ring().now.fromBeat, 1);
        f.rows.clear();
        f.playWell(1, 8);
        QCOMPARE(f.ring().bars, 2);
        QCOMPARE(f.rowsOf(1).size(), std::size_t{1});
        QVERIFY(f.rows.front().expected == f.timeOf(2));
    }

    void closesTheLastBeatsBeforeAStop()
    {
        RingFixture f{8};
        f.play();
        f.tap(1, 1);
        f.runTo(f.timeOf(2) - 290ms);
        f.submit(StopTransport{});
        f.tap(2, 2);
        f.runTo(f.now + 5s);
        QCOMPARE(f.rows.size(), std::size_t{2});
        QCOMPARE(f.ring().answered, 2);
        QCOMPARE(f.ring().bars, 0);
    }

    void movesOnAfterSoManyPasses()
    {
        RingFixture f{8};
        f.move("set", R"({"every":2})");
        f.play();
        f.playWell(1, 16);
        QCOMPARE(f.ring().bars, 2);
        QCOMPARE(f.ring().next->fromBeat, 25);
        QCOMPARE(f.ring().next->owners[1], seats({1}));
        f.playWell(17, 40);
        QCOMPARE(f.ring().round, 1);
        QCOMPARE(f.ring().held, 5);
        QCOMPARE(f.ring().now.fromBeat, 41);
        QCOMPARE(f.ring().now.owners[2], seats({1}));
        QVERIFY(f.results.empty());
    }

    void changesNoMoreThanItMust()
    {
        RingFixture f{8};
        f.play();
        const int before = f.changes;
        f.playWell(1, 24);
        QVERIFY(f.changes - before <= 24);
        const GameView view{f.state(), {}, f.now};
        const auto step = f.games.find("beat_ring")->step(*f.state().game, view);
        QVERIFY(!step.state);
        QVERIFY(step.opportunities.empty());
    }

    void letsNobodyInWhoHasNoBeat()
    {
        RingFixture f{2};
        f.submit(noteOf(1));
        QVERIFY(!f.refusal);
        f.move("assign", R"({"seats":[1],"beat":0})");
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotInRound});
        f.move("pause", R"({"on":true})");
        f.submit(noteOf(2));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotInRound});
    }

    void isOverWithTheLesson()
    {
        RingFixture f{2};
        f.play();
        f.playWell(1, 1);
        f.submit(EndLesson{});
        QVERIFY(!f.state().game);
        QVERIFY(!f.room.nextDue());
    }

    void givesWayToAnotherGame()
    {
        RingFixture f{2};
        f.submit(AssignRole{{SeatId{2}}, Role::Conductor});
        f.submit(StartGame{"free_jam"});
        f.runTo(f.now + 1s);
        QCOMPARE(f.state().seat(SeatId{2})->role, Role::Melody);
        QVERIFY(f.state().game->beatsOf(SeatId{1}).empty());
        QVERIFY(!f.room.nextDue());
    }
};

QTEST_GUILESS_MAIN(tst_BeatRing)
#include "tst_BeatRing.moc"
