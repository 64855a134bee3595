#include "tests/games/RingFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::games;
using namespace tutti::test;

class tst_RingMoves : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void setsWhatItIsTold()
    {
        RingFixture f{4};
        QVERIFY(f.move("set", R"({"beats":16,"each":2,"level":"seed","ghost":false,"turn":"groups",
                                  "every":3,"rest":[9,2,9],"rounds":2,"unknown":1})"));
        const Ring& ring = f.ring();
        QCOMPARE(ring.beats, 16);
        QCOMPARE(beatsIn(ring.now.owners, SeatId{2}), (std::vector{2, 10}));
        QVERIFY(ring.hit() == 150ms && ring.close() == 220ms);
        QVERIFY(!ring.ghost);
        QCOMPARE(ring.turn, RingTurn::Groups);
        QCOMPARE(ring.every, 3);
        QCOMPARE(ring.rest, (std::vector{2, 9}));
        QCOMPARE(ring.rounds, 2);
        QCOMPARE(ring.lit.size(), std::size_t{16});
        f.move("set", R"({"beats":4})");
        QCOMPARE(f.ring().rest, std::vector{2});
    }

    void refusesWhatItCannotSet_data()
    {
        QTest::addColumn<QByteArray>("move");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray{"set"} << QByteArray{"{}"};
        QTest::newRow("not json") << QByteArray{"set"} << QByteArray{"beats"};
        QTest::newRow("beats") << QByteArray{"set"} << QByteArray{R"({"beats":6})"};
        QTest::newRow("beats as text") << QByteArray{"set"} << QByteArray{R"({"beats":"8"})"};
        QTest::newRow("each") << QByteArray{"set"} << QByteArray{R"({"each":3})"};
        QTest::newRow("level") << QByteArray{"set"} << QByteArray{R"({"level":"bush"})"};
        QTest::newRow("turn") << QByteArray{"set"} << QByteArray{R"({"turn":1})"};
        QTest::newRow("ghost") << QByteArray{"set"} << QByteArray{R"({"ghost":"yes"})"};
        QTest::newRow("every") << QByteArray{"set"} << QByteArray{R"({"every":-1})"};
        QTest::newRow("no rounds") << QByteArray{"set"} << QByteArray{R"({"rounds":0})"};
        QTest::newRow("half a round") << QByteArray{"set"} << QByteArray{R"({"rounds":1.5})"};
        QTest::newRow("rest beyond") << QByteArray{"set"} << QByteArray{R"({"rest":[9]})"};
        QTest::newRow("rest no list") << QByteArray{"set"} << QByteArray{R"({"rest":3})"};
        QTest::newRow("pause how") << QByteArray{"pause"} << QByteArray{"{}"};
        QTest::newRow("assign whom") << QByteArray{"assign"} << QByteArray{R"({"beat":1})"};
        QTest::newRow("assign where")
            << QByteArray{"assign"} << QByteArray{R"({"seats":[1],"beat":9})"};
        QTest::newRow("assign a ghost")
            << QByteArray{"assign"} << QByteArray{R"({"seats":[9],"beat":1})"};
        QTest::newRow("assign an empty seat")
            << QByteArray{"assign"} << QByteArray{R"({"seats":[3],"beat":1})"};
        QTest::newRow("assign a listener")
            << QByteArray{"assign"} << QByteArray{R"({"seats":[2],"beat":1})"};
        QTest::newRow("swap with nobody") << QByteArray{"swap"} << QByteArray{R"({"a":1})"};
        QTest::newRow("no such move") << QByteArray{"jump"} << QByteArray{"{}"};
    }

    void refusesWhatItCannotSet()
    {
        QFETCH(QByteArray, move);
        QFETCH(QByteArray, json);
        RingFixture f{3};
        f.submit(FreeSeat{SeatId{3}});
        f.submit(AssignRole{{SeatId{2}}, Role::Listener});
        f.runTo(f.now + 1s);
        const Ring before = f.ring();
        const Command command = MakeMove{{SeatId{}, move.toStdString(), json.toStdString()}};
        const auto decision = f.room.decide(command, {}, f.now);
        QVERIFY(!decision);
        QCOMPARE(decision.error().code, ErrorCode::BadMove);
        QVERIFY(!decision.error().detail.empty());
        QVERIFY(f.ring() == before);
    }

    void changesTheSizeOfARingThatRuns()
    {
        RingFixture f{4};
        f.play();
        f.playWell(1, 9);
        f.move("set", R"({"beats":4})");
        QCOMPARE(f.ring().now.fromBeat, 13);
        QVERIFY(!f.ring().next);
        f.rows.clear();
        f.playWell(13, 16);
        QCOMPARE(f.rows.size(), std::size_t{4});
        QCOMPARE(f.ring().bars, 2);
    }

    void asksNobodyWhoJustLeftItsBeat()
    {
        RingFixture f{8};
        f.play();
        f.playWell(1, 2);
        f.move("assign", R"({"seats":[5],"beat":0})");
        QCOMPARE(f.ring().watching, seats({5}));
        QCOMPARE(f.ring().now.owners[4], seats({5}));
        const int offered = f.ring().offered;
        f.rows.clear();
        f.playWell(3, 4);
        f.playWell(6, 8);
        QVERIFY(f.rowsOf(5).empty());
        QCOMPARE(f.ring().offered, offered + 5);
        QCOMPARE(f.ring().held, 1);
    }

    void waitsForTapsOnTheirWayWhateverElseIsSet()
    {
        RingFixture f{8};
        f.play();
        f.playWell(1, 2);
        f.runTo(f.timeOf(3) + 250ms);
        f.rows.clear();
        f.move("set", R"({"ghost":false,"turn":"stay","rounds":9,"every":2})");
        f.move("assign", R"({"seats":[1],"beat":8})");
        QVERIFY(f.rows.empty());
        f.tap(3, 3, 0ms, 300ms);
        f.runPast(3);
        QVERIFY(f.rowsOf(3).at(0).isAnswered());
        f.runTo(f.timeOf(4) + 250ms);
        f.rows.clear();
        f.move("set", R"({"level":"seed"})");
        QCOMPARE(f.rows.size(), std::size_t{1});
    }

    void movesOnOnceWhenARoundEndsWithAPassThatMovesOn()
    {
        RingFixture f{8};
        f.move("set", R"({"every":1})");
        f.play();
        f.playWell(1, 7);
        f.tap(8, 8);
        f.runTo(f.timeOf(8) + 250ms);
        f.move("next_round");
        QCOMPARE(f.results.back().bars, 1);
        QCOMPARE(f.ring().upcoming()[1], seats({1}));
    }

    void movesGroupsOnFromWhereTheyAre()
    {
        RingFixture f{4};
        f.move("set", R"({"beats":4,"turn":"groups","every":1})");
        f.play();
        f.playWell(1, 12);
        const std::vector<int> before = beatsIn(f.ring().upcoming(), SeatId{1});
        f.move("next_round");
        const std::vector<int> after = beatsIn(f.ring().upcoming(), SeatId{1});
        QCOMPARE(after.at(0), before.at(0) % 4 + 1);
    }

    void endsARoundWithTheResultOfTheGroup()
    {
        RingFixture f{8};
        f.move("set", R"({"rounds":2})");
        f.play();
        f.playWell(1, 16);
        f.runPast(24);
        f.playWell(25, 26);
        f.rows.clear();
        f.tap(3, 27);
        f.runTo(f.timeOf(27) + 215ms);
        QVERIFY(f.move("next_round"));
        QCOMPARE(f.rowRound, 1);
        QVERIFY(f.rowsOf(3).at(0).isAnswered());
        QVERIFY(f.results.back() == (GroupResult{"beat_ring", 1, 2, 3, 2, 2, false}));
        QCOMPARE(f.ring().round, 2);
        QCOMPARE(f.ring().bars, 0);
        QCOMPARE(f.ring().next->fromBeat, 33);
        QCOMPARE(f.ring().next->owners[1], seats({1}));
        // What is left of the pass belongs to no round.
        f.rows.clear();
        f.playWell(28, 32);
        QVERIFY(f.rows.empty());
        QVERIFY(!f.ring().next);
        f.playWell(33, 40);
        QCOMPARE(f.rowRound, 2);
        QCOMPARE(f.ring().bars, 1);
        f.move("next_round");
        QVERIFY(f.results.back() == (GroupResult{"beat_ring", 2, 2, 1, 1, 1, true}));
        QCOMPARE(f.ring().phase, RingPhase::Done);
    }

    void isOverAfterTheLastRoundUntilItBeginsAnew()
    {
        RingFixture f{4};
        f.move("set", R"({"rounds":1})");
        f.play();
        f.playWell(1, 8);
        f.move("next_round");
        f.rows.clear();
        f.runTo(f.now + 10s);
        QVERIFY(f.rows.empty());
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotInRound});
        QVERIFY(!f.move("pause", R"({"on":true})"));
        const auto results = f.results.size();
        QVERIFY(f.move("next_round"));
        QCOMPARE(f.results.size(), results);
        QCOMPARE(f.ring().phase, RingPhase::Play);
        QCOMPARE(f.ring().round, 1);
        QCOMPARE(f.ring().offered, 0);
        const auto from = f.ring().now.fromBeat;
        f.playWell(from, from + 7);
        QCOMPARE(f.ring().bars, 1);
    }

    void asksNobodyWhilePaused()
    {
        RingFixture f{8};
        f.play();
        f.playWell(1, 3);
        f.move("pause", R"({"on":true})");
        QCOMPARE(f.ring().phase, RingPhase::Paused);
        f.rows.clear();
        f.runTo(f.timeOf(18));
        QVERIFY(f.rows.empty());
        f.move("pause", R"({"on":false})");
        QCOMPARE(f.ring().phase, RingPhase::Play);
        f.playWell(20, 32);
        QCOMPARE(f.rows.size(), std::size_t{13});
        // The pass of the pause does not count.
        QCOMPARE(f.ring().bars, 1);
    }

    void stopsAtAConductorsHandOnly()
    {
        RingFixture f{4};
        QVERIFY(!f.move("hand", R"({"up":true})", 1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotAllowed});
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        f.runTo(f.now + 200ms);
        QVERIFY(!f.move("next_round", "{}", 1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotAllowed});
        QVERIFY(!f.move("hand", "{}", 1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadMove});
        QVERIFY(f.move("hand", R"({"up":true})", 1));
        QCOMPARE(f.ring().phase, RingPhase::Held);
        f.submit(noteOf(2));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotInRound});
        f.move("hand", R"({"up":false})", 1);
        QCOMPARE(f.ring().phase, RingPhase::Play);
        f.move("pause", R"({"on":true})");
        QVERIFY(f.move("hand", R"({"up":false})", 1));
        QCOMPARE(f.ring().phase, RingPhase::Paused);
    }

    void lowersTheHandOfAConductorWhoIsSilenced()
    {
        RingFixture f{4};
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        f.move("hand", R"({"up":true})", 1);
        f.submit(MuteSeats{{SeatId{1}}, true});
        f.runTo(f.now + 200ms);
        QCOMPARE(f.ring().phase, RingPhase::Play);
    }

    void lowersTheHandOfAConductorWhoLeft()
    {
        RingFixture f{4};
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        f.move("hand", R"({"up":true})", 1);
        f.submit(DisconnectSeat{SeatId{1}});
        f.runTo(f.now + 200ms);
        QCOMPARE(f.ring().phase, RingPhase::Play);
    }
};

QTEST_GUILESS_MAIN(tst_RingMoves)
#include "tst_RingMoves.moc"
