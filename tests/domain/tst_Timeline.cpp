#include "app/domain/Timeline.h"

#include <QTest>

using namespace tutti;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

constexpr ServerTime kStart{10s};

Timeline playing(double bpm, Meter meter = {4, 4}, int countIn = 0)
{
    return Timeline::stopped(Tempo::fromBpm(bpm), meter, ServerTime{1s}).started(kStart, countIn);
}

Pulse pulseNumber(const Timeline& line, std::int64_t number)
{
    auto pulse = line.pulseFrom(ServerTime{0s});
    while (pulse->number < number) {
        pulse = line.pulseAfter(*pulse);
    }
    return *pulse;
}

} // namespace

class tst_Timeline : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void placesEveryBeatExactlyOverALesson_data()
    {
        QTest::addColumn<double>("bpm");
        for (const double bpm : {40.0, 96.0, 97.3, 110.0, 120.0, 133.333, 207.0}) {
            QTest::addRow("%g", bpm) << bpm;
        }
    }

    void placesEveryBeatExactlyOverALesson()
    {
        QFETCH(double, bpm);
        const Timeline line = playing(bpm);
        const auto milli = Tempo::fromBpm(bpm).milliBpm;
        std::optional<Pulse> pulse = line.pulseFrom(kStart);
        for (std::int64_t n = 0; pulse->at < kStart + 45min; ++n) {
            // n beats of 60 s / bpm each, as exact integers: nothing may add up.
            const auto exact =
                static_cast<std::int64_t>((static_cast<long double>(n) * 60e12L) / milli + 0.5L);
            QVERIFY(std::abs((pulse->at - kStart).count() - exact) <= 1);
            QCOMPARE(pulse->number, n + 1);
            pulse = line.pulseAfter(*pulse);
        }
    }

    void turnsEveryTickIntoATimeAndBack()
    {
        const Timeline line = playing(97.3).retimed(Tempo::fromBpm(131.7), kStart + 7s);
        for (std::int64_t tick = -4000; tick < 40'000; tick += 37) {
            QCOMPARE(line.tickAt(line.timeOf(Ticks{tick})).value, tick);
        }
    }

    void keepsPhaseWhenTheTempoChanges()
    {
        const Timeline before = playing(120);
        const Timeline after = before.retimed(Tempo::fromBpm(60), kStart + 3100ms);
        QCOMPARE(pulseNumber(after, 8), pulseNumber(before, 8));
        QCOMPARE(pulseNumber(after, 9).at - pulseNumber(after, 8).at, nanoseconds{1s});
    }

    void neverMovesABeatInsideTheLead()
    {
        Timeline line = playing(120);
        for (int change = 1; change < 200; ++change) {
            const ServerTime earliest = kStart + change * 137ms + 300ms;
            const Timeline next = line.retimed(Tempo::fromBpm(60 + change % 120), earliest);
            auto a = line.pulseFrom(kStart);
            auto b = next.pulseFrom(kStart);
            while (a->at < earliest) {
                QCOMPARE(*b, *a);
                a = line.pulseAfter(*a);
                b = next.pulseAfter(*b);
            }
            line = next;
        }
    }

    void countsInBeforeTheFirstDownbeat()
    {
        const Timeline line = playing(60, {3, 4}, 2);
        const Pulse first = *line.pulseFrom(ServerTime{0s});
        QCOMPARE(first.at, kStart);
        QCOMPARE(first.number, std::int64_t{-5});
        QCOMPARE(first.bar, std::int64_t{-1});
        QCOMPARE(first.inBar, 1);
        QCOMPARE(pulseNumber(line, 1).at, kStart + 6s);
        QCOMPARE(pulseNumber(line, 1).bar, std::int64_t{1});
    }

    void countsTwoPulsesABarInSixEight()
    {
        const Timeline line = playing(60, {6, 8});
        QCOMPARE(line.segments.back().tempo, Tempo::fromBpm(90));
        QCOMPARE(line.pulseTempoAt(kStart), Tempo::fromBpm(60));
        QCOMPARE(pulseNumber(line, 2).at - kStart, nanoseconds{1s});
        QCOMPARE(pulseNumber(line, 3).bar, std::int64_t{2});
        QCOMPARE(pulseNumber(line, 3).inBar, 1);
    }

    void changesMeterAtABarLineAndKeepsThePulse()
    {
        const Timeline line = playing(60).remetered({6, 8}, kStart + 2500ms);
        QCOMPARE(pulseNumber(line, 5).bar, std::int64_t{2});
        QCOMPARE(pulseNumber(line, 6).at - pulseNumber(line, 5).at, nanoseconds{1s});
        QCOMPARE(pulseNumber(line, 7).bar, std::int64_t{3});
        QCOMPARE(pulseNumber(line, 7).inBar, 1);
    }

    void keepsTheNewSpeedAcrossAMeterChangeToCome()
    {
        const Timeline line = playing(60)
                                  .remetered({6, 8}, kStart + 2500ms)
                                  .retimed(Tempo::fromBpm(120), kStart + 1500ms);
        QCOMPARE(pulseNumber(line, 4).at - pulseNumber(line, 3).at, nanoseconds{500ms});
        QCOMPARE(pulseNumber(line, 7).at - pulseNumber(line, 6).at, nanoseconds{500ms});
    }

    void stopsAtTheTimeItSays()
    {
        const Timeline line = playing(60).stoppedAt(kStart + 2500ms);
        QVERIFY(line.pulseFrom(kStart + 1900ms));
        QVERIFY(!line.pulseFrom(kStart + 2100ms));
        QVERIFY(line.playsAt(kStart + 2s));
        QVERIFY(!line.playsAt(kStart + 3s));
    }

    void leavesBeatsBeforeAStopAloneWhenTheTempoIsSetMeanwhile()
    {
        const Timeline stopped = playing(60).stoppedAt(kStart + 2500ms);
        const Timeline line = stopped.retimed(Tempo::fromBpm(200), kStart + 1s);
        QCOMPARE(line.pulseFrom(kStart + 1900ms), stopped.pulseFrom(kStart + 1900ms));
        QVERIFY(!line.pulseFrom(kStart + 2100ms));
        QCOMPARE(line.started(kStart + 9s, 0).pulseTempoAt(kStart + 9s), Tempo::fromBpm(200));
    }

    void keepsABeatThatSoundsJustBeforeAStopWhenTheTempoIsSetMeanwhile()
    {
        const Timeline stopped = playing(60).stoppedAt(kStart + 2s + 1us);
        const Timeline line = stopped.retimed(Tempo::fromBpm(200), kStart + 1900ms);
        QCOMPARE(line.pulseFrom(kStart + 1900ms), stopped.pulseFrom(kStart + 1900ms));
        QVERIFY(line.pulseFrom(kStart + 1900ms));
    }

    void hasNoPulsesBeforeTheFirstStart()
    {
        const Timeline line = Timeline::stopped(Tempo::fromBpm(96), {4, 4}, kStart);
        QVERIFY(!line.pulseFrom(ServerTime{0s}));
        QVERIFY(
            !line.retimed(Tempo::fromBpm(50), kStart).remetered({3, 4}, kStart).pulseFrom(kStart));
    }

    void keepsTheCountInWhenTheMeterChangesMeanwhile_data()
    {
        QTest::addColumn<int>("countIn");
        QTest::addColumn<int>("atMs");
        QTest::newRow("one bar") << 1 << 1500;
        QTest::newRow("two bars, in the first") << 2 << 1500;
        QTest::newRow("two bars, in the second") << 2 << 5500;
        QTest::newRow("before the first click") << 1 << 0;
    }

    void keepsTheCountInWhenTheMeterChangesMeanwhile()
    {
        QFETCH(int, countIn);
        QFETCH(int, atMs);
        const Timeline before = playing(60, {4, 4}, countIn);
        const Timeline line = before.remetered({6, 8}, kStart + std::chrono::milliseconds{atMs});
        for (std::int64_t number = 1 - 4 * countIn; number <= 1; ++number) {
            QCOMPARE(pulseNumber(line, number), pulseNumber(before, number));
        }
        QCOMPARE(line.meterAt(Ticks{}).meter, (Meter{6, 8}));
        QCOMPARE(pulseNumber(line, 3).bar, std::int64_t{2});
        const Timeline again = line.remetered({3, 4}, kStart + std::chrono::milliseconds{atMs});
        QCOMPARE(pulseNumber(again, 0), pulseNumber(before, 0));
        QCOMPARE(pulseNumber(again, 4).bar, std::int64_t{2});
    }

    void keepsTheCountInBeforeAStopWhenTheMeterIsSetMeanwhile()
    {
        const Timeline stopped = playing(60, {4, 4}, 1).stoppedAt(kStart + 2500ms);
        const Timeline line = stopped.remetered({6, 8}, kStart + 2400ms);
        for (std::int64_t number = -3; number <= -1; ++number) {
            QCOMPARE(pulseNumber(line, number), pulseNumber(stopped, number));
        }
        QVERIFY(!line.pulseFrom(kStart + 2001ms));
    }

    void keepsATempoToComeWhenTheMeterChangesBeforeIt()
    {
        // The tempo was published with a long lead, the meter after it with a short one.
        const Timeline line = playing(60)
                                  .retimed(Tempo::fromBpm(120), kStart + 4600ms)
                                  .remetered({6, 8}, kStart + 3900ms);
        QCOMPARE(pulseNumber(line, 6).at - pulseNumber(line, 5).at, nanoseconds{1s});
        QCOMPARE(pulseNumber(line, 6).at, kStart + 5s);
        QCOMPARE(pulseNumber(line, 7).at - pulseNumber(line, 6).at, nanoseconds{500ms});
        QCOMPARE(line.pulseTempoAt(kStart + 8s), Tempo::fromBpm(120));
    }

    void staysAtItsBarHoweverOftenTheTempoIsSetWhileStopped_data()
    {
        QTest::addColumn<int>("stopMs");
        QTest::addColumn<int>("bar");
        QTest::newRow("at the start") << 0 << 0;
        QTest::newRow("at a bar line") << 8000 << 2;
        QTest::newRow("inside a bar") << 9500 << 3;
    }

    void staysAtItsBarHoweverOftenTheTempoIsSetWhileStopped()
    {
        QFETCH(int, stopMs);
        QFETCH(int, bar);
        Timeline line = playing(60).stoppedAt(kStart + std::chrono::milliseconds{stopMs});
        for (int bpm = 61; bpm < 65; ++bpm) {
            line = line.retimed(Tempo::fromBpm(bpm), kStart + 60s);
            QCOMPARE(line.meters.back().bar, std::int64_t{bar});
        }
        QCOMPARE(line.remetered({3, 4}, kStart + 60s).meters.back().bar, std::int64_t{bar});
    }

    void staysAtBarZeroBeforeTheFirstStart()
    {
        Timeline line = Timeline::stopped(Tempo::fromBpm(96), {4, 4}, kStart);
        line = line.retimed(Tempo::fromBpm(50), kStart).retimed(Tempo::fromBpm(60), kStart);
        QCOMPARE(line.meters, (std::vector<MeterChange>{{0, Ticks{}, {4, 4}}}));
    }

    void forgetsOnlyTemposThatAreOver()
    {
        Timeline line = playing(60);
        for (int i = 1; i <= 5; ++i) {
            line = line.retimed(Tempo::fromBpm(60 + i), kStart + i * 10s);
        }
        const auto pulse = line.pulseFrom(kStart + 35s);
        line.dropSegmentsBefore(kStart + 35s);
        QCOMPARE(line.segments.size(), std::size_t{3});
        QCOMPARE(line.pulseFrom(kStart + 35s)->at, pulse->at);
    }
};

QTEST_GUILESS_MAIN(tst_Timeline)
#include "tst_Timeline.moc"
