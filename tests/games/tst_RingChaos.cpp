#include "tests/games/RingFixture.h"

#include <QTest>

#include <random>
#include <set>

using namespace tutti;
using namespace tutti::test;

namespace {

/// A class and a teacher who do anything at any time.
class Chaos {
public:
    explicit Chaos(unsigned seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    std::chrono::milliseconds wait() { return std::chrono::milliseconds{below(1500)}; }

    Command command() { return below(2) == 0 ? ofTheClass(SeatId{1 + below(10)}) : ofTheTeacher(); }

private:
    Command ofTheClass(SeatId seat)
    {
        switch (below(6)) {
        case 0:
            return ConnectSeat{seat};
        case 1:
            return DisconnectSeat{seat};
        case 2:
            return ClaimSeat{seat, "t" + std::to_string(below(12))};
        case 3:
            return MakeMove{{seat, "hand", below(2) == 0 ? R"({"up":true})" : R"({"up":false})"}};
        default:
            return noteOf(seat.value);
        }
    }

    Command ofTheTeacher()
    {
        const SeatId seat{1 + below(10)};
        switch (below(13)) {
        case 0:
            return FreeSeat{seat};
        case 1:
            return AssignRole{{seat}, kRoles[static_cast<std::size_t>(below(6))]};
        case 2:
            return MuteSeats{{seat}, below(4) == 0};
        case 3:
            return below(4) == 0 ? Command{BeQuiet{}} : ReleaseQuiet{};
        case 4:
            return ReleaseQuiet{};
        case 5:
            return StopTransport{};
        case 6:
            return ChangeTempo{Tempo{40'000 + below(260'000)}};
        case 7:
            return ChangeMeter{below(2) == 0 ? Meter{6, 8} : Meter{3, 4}};
        case 8:
            return SoloRole{below(4) == 0 ? std::optional{Role::Bass} : std::nullopt};
        case 9:
            return StartGame{"beat_ring", m_random()};
        case 10:
            return MakeMove{move()};
        default:
            return StartTransport{};
        }
    }

    GameMove move()
    {
        static const std::vector<GameMove> kMoves{
            {{}, "next_round", "{}"},
            {{}, "pause", R"({"on":true})"},
            {{}, "pause", R"({"on":false})"},
            {{}, "set", R"({"beats":4,"rest":[2]})"},
            {{}, "set", R"({"beats":8,"every":1,"turn":"groups"})"},
            {{}, "set", R"({"each":2,"turn":"shuffle","level":"tree"})"},
            {{}, "set", R"({"rest":[],"turn":"right","rounds":20})"},
            {{}, "assign", R"({"seats":[1,2,3],"beat":4})"},
            {{}, "assign", R"({"seats":[4],"beat":0})"},
            {{}, "swap", R"({"a":1,"b":5})"}};
        return kMoves[static_cast<std::size_t>(below(static_cast<int>(kMoves.size())))];
    }

    std::mt19937 m_random;
};

} // namespace

class tst_RingChaos : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void staysSoundWhateverHappens_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 100; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void staysSoundWhateverHappens()
    {
        QFETCH(unsigned, seed);
        Chaos chaos{seed};
        RingFixture f{10};
        for (int i = 0; i < 300; ++i) {
            f.runTo(f.now + chaos.wait());
            if (f.state().timeline.transport.playing && chaos.below(2) == 0) {
                const auto pulse = games::lastPulseBefore(f.state().timeline, f.now) + 2;
                f.playWell(pulse, pulse + chaos.below(12));
            }
            f.record(f.submit(chaos.command()));
            checkRing(f);
            QVERIFY(!QTest::currentTestFailed());
        }
        checkRows(f.rows);
        QVERIFY(std::count_if(f.rows.begin(), f.rows.end(),
                              [](const Opportunity& row) { return row.isAnswered(); }) > 5);
    }

private:
    static void checkRing(const RingFixture& f)
    {
        const games::Ring& ring = f.ring();
        const auto read = f.games.find("beat_ring")->decode(f.state().game->encode());
        QVERIFY(read);
        QVERIFY(static_cast<const games::BeatRingState&>(*read).ring == ring);
        QVERIFY(ring.held <= ring.bars && ring.run <= ring.best && ring.best <= ring.held);
        QVERIFY(ring.inTime <= ring.answered && ring.answered <= ring.offered);
        for (const SeatId seat : ring.watching) {
            QVERIFY(!games::ownsAny(ring.upcoming(), seat));
        }
        if (ring.next) {
            QVERIFY(ring.next->fromBeat > ring.now.fromBeat);
        }
    }

    /// Nobody is asked twice for the same beat, and no tap answers twice.
    static void checkRows(const std::vector<Opportunity>& rows)
    {
        std::set<std::pair<SeatId, ServerTime>> asked;
        std::set<std::pair<SeatId, ServerTime>> touched;
        for (const Opportunity& row : rows) {
            QVERIFY(asked.insert({row.seat, row.expected}).second);
            QVERIFY(row.from < row.expected && row.expected < row.to);
            if (row.touched) {
                QVERIFY(touched.insert({row.seat, *row.touched}).second);
                QVERIFY(std::chrono::abs(*row.asynchrony) <= row.close);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_RingChaos)
#include "tst_RingChaos.moc"
