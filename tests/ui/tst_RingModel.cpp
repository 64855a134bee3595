#include "tests/stage/RingFixture.h"
#include "ui/models/GameNotes.h"
#include "ui/models/RingModel.h"
#include "ui/models/RingMoves.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

RingState ringWith(const std::string& extra)
{
    return ringFrom(*ringGame(extra)).value_or(RingState{});
}

std::vector<SeatId> seats(std::initializer_list<std::int32_t> numbers)
{
    std::vector<SeatId> list;
    for (const std::int32_t number : numbers) {
        list.emplace_back(number);
    }
    return list;
}

} // namespace

class tst_RingModel : public QObject {
    Q_OBJECT

private slots:
    void readsWhatTheRulesWrote()
    {
        const RingState ring = ringWith({});
        QCOMPARE(ring.beats, 8);
        QCOMPARE(ring.each, 1);
        QCOMPARE(ring.level, RingLevel::Sprout);
        QCOMPARE(ring.notes.size(), std::size_t{8});
        QCOMPARE(ring.notes[4], 69);
        QCOMPARE(ring.turn, RingTurn::Left);
        QCOMPARE(ring.round, 2);
        QCOMPARE(ring.rounds, 4);
        QCOMPARE(ring.phase, RingPhase::Play);
        QCOMPARE(ring.now.beats[1], seats({2, 10, 18}));
        QVERIFY(!ring.next);
        QCOMPARE(ring.held, 7);
        QCOMPARE(ring.run, 3);
    }

    void knowsNoTurnYetFromNotAnswered()
    {
        const RingState ring = ringWith({});
        QCOMPARE(ring.lit[0], std::optional{true});
        QVERIFY(!ring.lit[2].has_value());
        QCOMPARE(ring.lit[3], std::optional{false});
    }

    void readsEveryOption()
    {
        const RingState ring = ringWith(
            R"("level":"tree","turn":"groups","every":4,"ghost":false,"rest":[4,8],"phase":"held")");
        QCOMPARE(ring.level, RingLevel::Tree);
        QCOMPARE(ring.turn, RingTurn::Groups);
        QCOMPARE(ring.every, 4);
        QVERIFY(!ring.ghost);
        QVERIFY(ring.isRest(4) && ring.isRest(8) && !ring.isRest(1));
        QCOMPARE(ring.phase, RingPhase::Held);
    }

    void isNoRing_data()
    {
        QTest::addColumn<QString>("game");
        QTest::addColumn<QString>("json");
        QTest::newRow("another game") << u"free_jam"_s << QString::fromStdString(ringJson());
        QTest::newRow("not JSON") << u"beat_ring"_s << u"nonsense"_s;
        QTest::newRow("no beats") << u"beat_ring"_s << u"{}"_s;
        QTest::newRow("too few notes") << u"beat_ring"_s << u"{\"beats\":4,\"notes\":[60]}"_s;
        QTest::newRow("negative") << u"beat_ring"_s << u"{\"beats\":-1,\"notes\":[]}"_s;
    }
    void isNoRing()
    {
        QFETCH(QString, game);
        QFETCH(QString, json);
        QVERIFY(!ringFrom(*jsonGame(game.toStdString(), json.toStdString())));
    }

    void fillsUpWhatIsMissing()
    {
        const auto ring =
            ringFrom(*jsonGame(kBeatRing, R"({"beats":4,"notes":[60,62,64,67],"owners":[[1]]})"));
        QVERIFY(ring);
        QCOMPARE(ring->now.beats.size(), std::size_t{4});
        QCOMPARE(ring->lit.size(), std::size_t{4});
    }

    void countsThePulsesRoundTheRing_data()
    {
        QTest::addColumn<qint64>("pulse");
        QTest::addColumn<int>("beat");
        QTest::newRow("first downbeat") << qint64{1} << 1;
        QTest::newRow("end of the first pass") << qint64{8} << 8;
        QTest::newRow("second pass") << qint64{9} << 1;
        QTest::newRow("count-in") << qint64{0} << 8;
    }
    void countsThePulsesRoundTheRing()
    {
        QFETCH(qint64, pulse);
        QTEST(ringWith({}).beatOf(pulse), "beat");
    }

    void handsTheBeatsOverOnThePulse()
    {
        const RingState ring =
            ringWith(R"("next":{"from_beat":25,"owners":[[1],[2],[3],[4],[5],[6],[7],[8]]})");
        QCOMPARE(ring.ownersAt(24).beats[0], seats({9, 17}));
        QCOMPARE(ring.ownersAt(25).beats[0], seats({1}));
        QCOMPARE(ring.ownersAt(std::nullopt).beats[0], seats({9, 17}));
    }

    void readsOnlyWhenTheGameHasAnotherState()
    {
        RingModel model;
        const GameStatePtr first = ringGame();
        const RingState* ring = model.ring(first);
        QVERIFY(ring);
        QCOMPARE(model.ring(first), ring);
        QCOMPARE(model.ring(ringGame(R"("round":3)"))->round, 3);
        QVERIFY(!model.ring(jamGame()));
        QVERIFY(!model.ring(nullptr));
    }

    void makesTheMovesOfTheTeacher_data()
    {
        QTest::addColumn<GameMove>("move");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("json");
        const auto row = [](const char* tag, const MakeMove& made, const char* name,
                            const char* json) {
            QTest::newRow(tag) << made.move << QString::fromLatin1(name)
                               << QString::fromLatin1(json);
        };
        row("pause", pauseRing(true), "pause", R"({"on":true})");
        row("next", nextRound(), "next_round", "{}");
        row("assign", assignBeat(seats({3, 11}), 2), "assign", R"({"beat":2,"seats":[3,11]})");
        row("beats", setBeats(16), "set", R"({"beats":16})");
        row("each", setEach(2), "set", R"({"each":2})");
        row("level", setLevel(RingLevel::Seed), "set", R"({"level":"seed"})");
        row("turn", setTurn(RingTurn::Stay), "set", R"({"turn":"stay"})");
        row("every", setEvery(4), "set", R"({"every":4})");
        row("ghost", setGhost(false), "set", R"({"ghost":false})");
        row("rest", setRest({4, 8}), "set", R"({"rest":[4,8]})");
    }
    void makesTheMovesOfTheTeacher()
    {
        QFETCH(GameMove, move);
        QFETCH(QString, name);
        QFETCH(QString, json);
        QVERIFY(!move.seat.isValid());
        QCOMPARE(QString::fromStdString(move.name), name);
        QCOMPARE(QString::fromStdString(move.json), json);
    }

    void findsOneNoteOfEachPitch()
    {
        QCOMPARE(gameNotes(*ringGame()), (std::vector<std::int32_t>{60, 62, 64, 67, 69}));
        QCOMPARE(gameNotes(*jamGame()), (std::vector<std::int32_t>{60, 62, 64, 67, 69}));
        QVERIFY(gameNotes(*jsonGame("other", "{}")).empty());
    }
};

QTEST_MAIN(tst_RingModel)
#include "tst_RingModel.moc"
