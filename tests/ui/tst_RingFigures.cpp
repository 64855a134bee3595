#include "app/domain/RoomState.h"
#include "app/games/Games.h"
#include "ui/models/RingFigures.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;

namespace {

constexpr auto kRound = R"({"beats":4,"each":1,"level":"sprout","hit_us":120000,"close_us":180000,)"
                        R"("notes":[60,62,64,67],"rest":[3],"ghost":true,"turn":"left","every":0,)";
constexpr auto kRest =
    R"("round":2,"rounds":4,"phase":"play","from_beat":1,"owners":[[1,2],[3],[],[4]],)";
constexpr auto kTotals = R"("next":null,"watching":[],"cover":[],"lit":[null,null,null,null],)";
constexpr auto kEnd =
    R"("bars":3,"held":1,"run":0,"best":1,"offered":96,"answered":80,"in_time":60)";

/// The state as it travels; the game itself need not have made it.
class Ring final : public GameState {
public:
    explicit Ring(std::string json)
        : m_json(std::move(json))
    {
    }
    std::string_view game() const override { return "beat_ring"; }
    std::string encode() const override { return m_json; }

private:
    std::string m_json;
};

GameStatePtr ring()
{
    return std::make_shared<Ring>(std::string(kRound) + kRest + kTotals + kEnd + "}");
}

} // namespace

class tst_RingFigures : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsTheTotalsOfTheRound()
    {
        const auto figures = ringFiguresOf(ring());
        QVERIFY(figures);
        QCOMPARE(figures->round, 2);
        QCOMPARE(figures->offered, 96);
        QCOMPARE(figures->answered, 80);
        QCOMPARE(figures->inTime, 60);
        QCOMPARE(figures->hit, std::chrono::microseconds{120'000});
        QCOMPARE(*figures->togetherInTime(), 0.75);
    }

    void saysNothingOfTimingBelowEightNotes()
    {
        RingFigures figures;
        figures.answered = 7;
        figures.inTime = 7;
        QVERIFY(!figures.togetherInTime());
        figures.answered = 8;
        QVERIFY(figures.togetherInTime());
    }

    void knowsNoOtherGame()
    {
        QVERIFY(!ringFiguresOf(nullptr));
        const RoomState room;
        QVERIFY(!ringFiguresOf(games::allGames().find("free_jam")->begin({room, {}, {}}, 1)));
    }

    void readsWhatTheRealGameWrites()
    {
        const RoomState room;
        const auto figures =
            ringFiguresOf(games::allGames().find("beat_ring")->begin({room, {}, {}}, 1));
        QVERIFY(figures);
        QCOMPARE(figures->round, 1);
        QVERIFY(figures->hit.count() > 0);
    }

    void findsTheBeatWithTheFewestPlayersButNoRest()
    {
        const auto state = ringFrom(*ring());
        QVERIFY(state);
        QCOMPARE(thinnestBeat(*state), 2);
        RingState rests = *state;
        rests.rest = {1, 2, 3, 4};
        QCOMPARE(thinnestBeat(rests), 0);
    }
};

QTEST_GUILESS_MAIN(tst_RingFigures)
#include "tst_RingFigures.moc"
