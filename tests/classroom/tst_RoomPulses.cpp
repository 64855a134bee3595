#include "tests/classroom/RoomFixture.h"

#include <QTest>

#include <random>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

/// A pulse and all that a `beat` says of it.
struct Announced {
    Pulse pulse;
    Tempo tempo;

    friend bool operator==(const Announced&, const Announced&) = default;
};

std::vector<Announced> pulsesBetween(const Timeline& line, ServerTime from, ServerTime to)
{
    std::vector<Announced> pulses;
    for (auto pulse = line.pulseFrom(from); pulse && pulse->at < to;
         pulse = line.pulseAfter(*pulse)) {
        pulses.push_back({*pulse, line.pulseTempoAt(pulse->at)});
    }
    return pulses;
}

/// A teacher and a network that do anything at any time.
class Chaos {
public:
    explicit Chaos(unsigned seed)
        : m_random(seed)
    {
    }

    nanoseconds wait()
    {
        const int longest = below(4) == 0 ? 9'000'000 : 400'000;
        return std::chrono::microseconds{below(longest)};
    }

    Command command()
    {
        static constexpr std::array kMeters{Meter{2, 4}, Meter{3, 4}, Meter{4, 4}, Meter{6, 8}};
        switch (below(12)) {
        case 0:
        case 1:
        case 2:
            return StartTransport{};
        case 3:
            return StopTransport{};
        case 4:
        case 5:
            return ChangeMeter{kMeters[static_cast<std::size_t>(below(4))]};
        case 6:
            return ChangeCountIn{below(3)};
        case 7:
            return ReportDevice{SeatId{1}, {true, true, 10.0 * below(23), 1.0}};
        case 8:
            return BeQuiet{};
        case 9:
            return ReleaseQuiet{};
        default:
            return ChangeTempo{Tempo{20'000 + below(280'001)}};
        }
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    std::mt19937 m_random;
};

/// How far ahead of its effect the rules must publish: 150 ms and twice the slowest tablet's delay.
nanoseconds leadOf(const RoomState& state)
{
    const auto slowest = nanoseconds{static_cast<std::int64_t>(2e6 * state.seats[0].rttMs)};
    return std::clamp<nanoseconds>(150ms + slowest, 300ms, 600ms);
}

} // namespace

class tst_RoomPulses : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void neverTakesBackOrMovesAnAnnouncedPulse_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 200; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void neverTakesBackOrMovesAnAnnouncedPulse()
    {
        QFETCH(unsigned, seed);
        Chaos chaos{seed};
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        for (int i = 0; i < 400; ++i) {
            const ServerTime next = f.now + chaos.wait();
            while (f.room.nextDue() && *f.room.nextDue() <= next) {
                f.now = std::max(f.now, *f.room.nextDue());
                checked(f, Tick{});
                QVERIFY(!QTest::currentTestFailed());
            }
            f.now = next;
            checked(f, chaos.command());
            QVERIFY(!QTest::currentTestFailed());
        }
    }

private:
    static void checked(RoomFixture& f, const Command& command)
    {
        const Timeline before = f.state().timeline;
        const ServerTime until = f.now + leadOf(f.state());
        f.submit(command);
        const auto kept = pulsesBetween(before, f.now, until);
        QCOMPARE(pulsesBetween(f.state().timeline, f.now, until), kept);
        QVERIFY(f.state().timeline.rev >= before.rev);
        const auto& release = f.state().quiet.releaseAt;
        if (release && *release > f.now) {
            const Timeline& line = f.state().timeline;
            QCOMPARE(line.pulseAt(line.tickAt(*release)).inBar, 1);
            QVERIFY(line.timeOf(line.barTickFrom(line.tickAt(*release))) == *release);
        }
    }
};

QTEST_GUILESS_MAIN(tst_RoomPulses)
#include "tst_RoomPulses.moc"
