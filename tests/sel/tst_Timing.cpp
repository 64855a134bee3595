#include "app/domain/Matching.h"
#include "app/sel/Timing.h"
#include "app/sel/Togetherness.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace tutti;
using namespace tutti::sel;
using namespace std::chrono_literals;

namespace {

ServerTime at(int millis)
{
    return ServerTime{std::chrono::milliseconds{millis}};
}

bool isNear(double value, double expected, double tolerance = 1e-3)
{
    return std::abs(value - expected) < tolerance;
}

/// 120 BPM, level Seed, ten beats.
const std::vector<ServerTime> kTaps{at(-20),  at(470),  at(1010), at(1690), at(1980), at(2500),
                                    at(3030), at(3460), at(4200), at(4515), at(4700)};

std::vector<TimedTap> goldenTaps()
{
    std::vector<Onset> onsets;
    for (int i = 0; i < 10; ++i) {
        onsets.push_back({at(i * 500), windowWithin(220ms, 500ms)});
    }
    std::vector<TimedTap> taps;
    for (const TapMatch& match : matchTaps(onsets, kTaps)) {
        taps.push_back({onsets[match.onset].at, 500ms, match.asynchrony});
    }
    return taps;
}

} // namespace

class tst_Timing : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void measuresTheGoldenCase()
    {
        const auto taps = goldenTaps();
        const auto stats = timingOf(taps);
        QVERIFY(isNear(stats->mean, 33.5));
        QVERIFY(isNear(stats->deviation, 87.81, 0.005));
        QVERIFY(isNear(stats->median, 5.0));
        QVERIFY(isNear(stats->robustDeviation, 37.07, 0.006));
        QVERIFY(isNear(*withinWindowPercent(taps, 150ms, 0), 80.0));
        QVERIFY(isNear(*steadinessOf(taps), 29.67, 0.005));
        QCOMPARE(steadinessFor(*steadinessOf(taps)), Steadiness::Wobbly);
    }

    void findsThePhaseOfTheGoldenCase()
    {
        std::vector<AskedBeat> beats;
        for (int i = 0; i < 10; ++i) {
            beats.push_back({at(i * 500), 500ms});
        }
        QVERIFY(isNear(*phaseConsistency(beats, kTaps), 0.614));
    }

    void dividesByTheBeatOfTheMoment()
    {
        const std::vector<TimedTap> taps{{at(0), 500ms, 0ms},
                                         {at(4000), 500ms, 50ms},
                                         {at(8000), 1000ms, 50ms},
                                         {at(16000), 1000ms, 150ms}};
        // Errors of 0.1, 0 and 0.1 of a beat, however many beats lie between.
        QVERIFY(isNear(*steadinessOf(taps), 100.0 * std::sqrt(0.01 / 3.0)));
    }

    void saysNothingOfOneTap()
    {
        const std::vector<TimedTap> one{{at(0), 500ms, 10ms}};
        const std::vector<TimedTap> two{{at(0), 500ms, 10ms}, {at(500), 500ms, 20ms}};
        QVERIFY(!timingOf({}));
        QVERIFY(!timingOf(one));
        QVERIFY(timingOf(two));
        QVERIFY(!steadinessOf(one));
        QVERIFY(!steadinessOf(two));
        QVERIFY(!withinWindowPercent({}, 150ms, 0));
        QCOMPARE(*withinWindowPercent({}, 150ms, 4), 0.0);
        QVERIFY(!phaseConsistency({}, {at(0)}));
        QVERIFY(!phaseConsistency({{at(0), 500ms}}, {at(0)}));
    }

    void choosesWordsForSteadiness()
    {
        QCOMPARE(steadinessFor(6.0), Steadiness::RockSteady);
        QCOMPARE(steadinessFor(10.0), Steadiness::Steady);
        QCOMPARE(steadinessFor(16.0), Steadiness::FindingIt);
        QCOMPARE(steadinessFor(16.1), Steadiness::Wobbly);
    }

    void showsOnlyWhatWasMeasuredWellEnough()
    {
        QVERIFY(isNear(totalUncertainty(20.0, 20.0), 30.0));
        QCOMPARE(timingDisplay(8, 30.0), TimingDisplay::Numbers);
        QCOMPARE(timingDisplay(7, 30.0), TimingDisplay::NotMeasured);
        QCOMPARE(timingDisplay(8, 30.1), TimingDisplay::Words);
        QCOMPARE(timingDisplay(8, 60.1), TimingDisplay::NotMeasured);
        QVERIFY(showsDeviation(4, 4));
        QVERIFY(!showsDeviation(4, 5));
        QVERIFY(!showsDeviation(0, 0));
        QCOMPARE(shownMillis(-12.6), -15);
        QCOMPARE(shownMillis(12.4), 10);
    }

    void takesTapsFromTheStoredRows()
    {
        Opportunity row;
        row.expected = at(1000);
        row.from = at(750);
        row.to = at(1250);
        row.touched = at(1050);
        row.asynchrony = 20ms;
        Opportunity missed = row;
        missed.touched.reset();
        missed.asynchrony.reset();
        const IntervalSet all{{{at(0), at(5000)}}};
        const auto taps = timedTaps(std::vector{row, missed}, all);
        QCOMPARE(taps.size(), std::size_t{1});
        QVERIFY(taps[0].interval == 500ms && taps[0].asynchrony == 20ms);
        QVERIFY(timedTaps(std::vector{row}, {}).empty());
    }

    void findsHowMuchAGroupIsOne()
    {
        const std::vector<Duration> taps{-20ms, 10ms, 35ms, -60ms};
        const std::vector<GroupBeat> beats{{600ms, taps, taps}};
        const auto together = togethernessOf(beats);
        QVERIFY(isNear(together->order, 0.933));
        QVERIFY(isNear(together->adjusted, 0.879));
        QVERIFY(isNear(*groupSpread(beats), 40.90, 0.005));
        QVERIFY(!together->isShown());
        QVERIFY(togethernessOf(std::vector<GroupBeat>(8, beats[0]))->isShown());
    }

    void neverMeasuresPairs()
    {
        const std::vector<Duration> pair{0ms, 10ms};
        QVERIFY(!togethernessOf({{600ms, pair, pair}}));
        QVERIFY(!groupSpread({{600ms, pair, pair}}));
        QVERIFY(!togethernessOf({}));
        QVERIFY(!groupSpread({}));
    }

    void findsNothingTogetherInChance()
    {
        const std::vector<Duration> spread{-200ms, 0ms, 200ms};
        QCOMPARE(togethernessOf({{600ms, spread, spread}})->adjusted, 0.0);
    }
};

QTEST_APPLESS_MAIN(tst_Timing)
#include "tst_Timing.moc"
