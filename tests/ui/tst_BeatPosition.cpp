#include "ui/models/BeatPosition.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace std::chrono_literals;

namespace {

constexpr ServerTime kStart{10s};

/// Starts at kStart at 120 pulses a minute, so that a pulse lasts half a second.
Timeline playing(Meter meter, int countInBars = 0)
{
    return Timeline::stopped(Tempo{120'000}, meter, ServerTime{}).started(kStart, countInBars);
}

} // namespace

class tst_BeatPosition : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void isNowhereWhileTheMusicStandsStill()
    {
        QVERIFY(!beatPositionAt(Timeline{}, kStart));
        QVERIFY(!beatPositionAt(Timeline::stopped(Tempo{120'000}, Meter{4, 4}, {}), kStart));
        QVERIFY(!beatPositionAt(playing(Meter{4, 4}), kStart - 1ns));
    }

    void countsBarsAndPulses_data()
    {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<int>("millis");
        QTest::addColumn<qint64>("bar");
        QTest::addColumn<int>("inBar");
        QTest::addColumn<int>("perBar");
        const auto row = [](const char* name, Meter meter, int millis, qint64 bar, int inBar) {
            QTest::newRow(name) << meter.num << meter.den << millis << bar << inBar
                                << meter.pulsesPerBar();
        };
        row("4/4 downbeat", {4, 4}, 0, 1, 1);
        row("4/4 before the second", {4, 4}, 499, 1, 1);
        row("4/4 second", {4, 4}, 500, 1, 2);
        row("4/4 end of the bar", {4, 4}, 1999, 1, 4);
        row("4/4 next bar", {4, 4}, 2000, 2, 1);
        row("3/4 next bar", {3, 4}, 1500, 2, 1);
        row("2/4 next bar", {2, 4}, 1000, 2, 1);
        row("6/8 second", {6, 8}, 500, 1, 2);
        row("6/8 next bar", {6, 8}, 1000, 2, 1);
        row("bar eleven", {4, 4}, 20'500, 11, 2);
    }

    void countsBarsAndPulses()
    {
        QFETCH(int, num);
        QFETCH(int, den);
        QFETCH(int, millis);
        const auto found =
            beatPositionAt(playing(Meter{num, den}), kStart + std::chrono::milliseconds{millis});
        QVERIFY(found);
        QTEST(qint64{found->bar}, "bar");
        QTEST(found->inBar, "inBar");
        QTEST(found->pulsesPerBar, "perBar");
    }

    void showsTwoPulsesForSixEight()
    {
        QCOMPARE(beatPositionAt(playing(Meter{6, 8}), kStart)->pulsesPerBar, 2);
    }

    void countsInBelowBarOne()
    {
        const Timeline line = playing(Meter{4, 4}, 2);
        const auto first = beatPositionAt(line, kStart);
        QCOMPARE(first->bar, std::int64_t{-1});
        QVERIFY(first->inCountIn());
        const auto last = beatPositionAt(line, kStart + 3500ms);
        QCOMPARE(last->bar, std::int64_t{0});
        QCOMPARE(last->inBar, 4);
        QVERIFY(last->inCountIn());
        QVERIFY(!beatPositionAt(line, kStart + 4s)->inCountIn());
    }

    void goesOnUntilTheStopTakesEffect()
    {
        const Timeline line = playing(Meter{4, 4}).stoppedAt(kStart + 1s);
        QCOMPARE(beatPositionAt(line, kStart + 999ms)->inBar, 2);
        QVERIFY(!beatPositionAt(line, kStart + 1s));
    }

    void changesTheMeterAtTheBarLine()
    {
        const Timeline line = playing(Meter{4, 4}).remetered(Meter{6, 8}, kStart + 300ms);
        QCOMPARE(beatPositionAt(line, kStart + 1999ms)->pulsesPerBar, 4);
        const auto second = beatPositionAt(line, kStart + 2500ms);
        QCOMPARE(second->pulsesPerBar, 2);
        QCOMPARE(second->bar, std::int64_t{2});
        QCOMPARE(second->inBar, 2);
    }
};

QTEST_GUILESS_MAIN(tst_BeatPosition)
#include "tst_BeatPosition.moc"
