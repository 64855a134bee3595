#include "ui/models/TapTempo.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace std::chrono_literals;

namespace {

/// Somebody tapping, gap by gap.
class Tapper {
public:
    /// What the last tap says.
    std::optional<Tempo> tap(std::chrono::nanoseconds gap = 0s)
    {
        m_now += gap;
        return m_taps.tap(m_now);
    }
    std::optional<Tempo> tapTimes(int times, std::chrono::nanoseconds gap)
    {
        std::optional<Tempo> tempo;
        for (int i = 0; i < times; ++i) {
            tempo = tap(gap);
        }
        return tempo;
    }

private:
    TapTempo m_taps;
    ServerTime m_now{10s};
};

std::optional<Tempo> bpm(double value)
{
    return Tempo::fromBpm(value);
}

} // namespace

class tst_TapTempo : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void saysNothingAfterOneTap()
    {
        Tapper hand;
        QCOMPARE(hand.tap(), std::nullopt);
    }

    void measuresEvenTaps_data()
    {
        QTest::addColumn<int>("micros");
        QTest::addColumn<double>("expected");
        QTest::newRow("60") << 1'000'000 << 60.0;
        QTest::newRow("96") << 625'000 << 96.0;
        QTest::newRow("whole beats: 97.4") << 616'000 << 97.0;
        QTest::newRow("120") << 500'000 << 120.0;
        QTest::newRow("slowest that is no pause") << 2'000'000 << 30.0;
        QTest::newRow("no faster than the fastest") << 100'000 << 300.0;
    }

    void measuresEvenTaps()
    {
        QFETCH(int, micros);
        QFETCH(double, expected);
        const std::chrono::microseconds gap{micros};
        Tapper hand;
        hand.tap();
        QCOMPARE(hand.tap(gap), bpm(expected));
        QCOMPARE(hand.tapTimes(5, gap), bpm(expected));
    }

    void averagesAnUnsteadyHand()
    {
        Tapper hand;
        hand.tap();
        hand.tap(460ms);
        QCOMPARE(hand.tap(540ms), bpm(120));
    }

    void startsOverAfterAPause()
    {
        Tapper hand;
        hand.tap();
        hand.tapTimes(4, 500ms);
        QCOMPARE(hand.tap(2001ms), std::nullopt);
        QCOMPARE(hand.tap(1s), bpm(60));
    }

    void takesANewSpeedAtOnce_data()
    {
        QTest::addColumn<int>("millis");
        QTest::addColumn<double>("expected");
        QTest::newRow("twice as fast") << 250 << 240.0;
        QTest::newRow("half as fast") << 1000 << 60.0;
    }

    void takesANewSpeedAtOnce()
    {
        QFETCH(int, millis);
        QFETCH(double, expected);
        Tapper hand;
        hand.tap();
        hand.tapTimes(4, 500ms);
        QCOMPARE(hand.tap(std::chrono::milliseconds{millis}), bpm(expected));
    }

    void forgetsTapsBeforeTheLastSix()
    {
        Tapper hand;
        hand.tap();
        hand.tapTimes(5, 600ms);
        QVERIFY(hand.tapTimes(4, 500ms) != bpm(120));
        QCOMPARE(hand.tap(500ms), bpm(120));
    }

    void countsTwoTapsAtOneMomentAsOne()
    {
        Tapper hand;
        hand.tap();
        QCOMPARE(hand.tap(0s), std::nullopt);
        QCOMPARE(hand.tap(500ms), bpm(120));
    }
};

QTEST_GUILESS_MAIN(tst_TapTempo)
#include "tst_TapTempo.moc"
