#include "midi/FrameClock.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

constexpr int kRate = 48'000;

/// A sound card that takes sound in pieces and has a crystal of its own.
struct Device {
    double skew = 0.0;
    std::int64_t piece = 1440;
    std::chrono::nanoseconds delay{};

    std::int64_t exactFrames(ServerTime now) const
    {
        const auto running = static_cast<double>((now.time_since_epoch() - delay).count());
        return static_cast<std::int64_t>(running * kRate * (1.0 + skew) / 1e9);
    }
    /// What it admits to have played.
    std::int64_t frames(ServerTime now) const { return exactFrames(now) / piece * piece; }
};

void feed(FrameClock& clock, const Device& device, ServerTime from, ServerTime to)
{
    for (ServerTime now = from; now < to; now += 20ms) {
        clock.add(device.frames(now), now);
    }
}

double errorMillis(const FrameClock& clock, const Device& device, ServerTime now)
{
    const auto said = clock.timeOf(device.exactFrames(now));
    return static_cast<double>((*said - now).count()) / 1e6;
}

} // namespace

class tst_FrameClock : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void knowsNothingBeforeTheFirstReading()
    {
        FrameClock clock{kRate};
        QVERIFY(!clock.timeOf(0));
        clock.add(0, ServerTime{5s});
        QVERIFY(clock.timeOf(kRate) == ServerTime{6s});
        clock.reset();
        QVERIFY(!clock.timeOf(0));
    }

    void seesThroughReadingsInPieces()
    {
        FrameClock clock{kRate};
        const Device device{0.0, 1440, 1s};
        feed(clock, device, ServerTime{1s}, ServerTime{11s});
        QVERIFY(std::abs(errorMillis(clock, device, ServerTime{11s})) < 11.0);
    }

    void staysWithTheDeviceForFortyFiveMinutes_data()
    {
        QTest::addColumn<double>("skew");
        QTest::newRow("slow") << -80e-6;
        QTest::newRow("exact") << 0.0;
        QTest::newRow("fast") << 80e-6;
    }
    void staysWithTheDeviceForFortyFiveMinutes()
    {
        QFETCH(const double, skew);
        FrameClock clock{kRate};
        const Device device{skew, 441, 0s};
        feed(clock, device, ServerTime{0s}, ServerTime{45min});
        QVERIFY(std::abs(errorMillis(clock, device, ServerTime{45min})) < 6.0);
    }

    void startsAnewWhenTheDeviceLostSound()
    {
        FrameClock clock{kRate};
        Device device{0.0, 480, 0s};
        feed(clock, device, ServerTime{0s}, ServerTime{20s});
        device.delay = 200ms;
        feed(clock, device, ServerTime{20s}, ServerTime{23s});
        QVERIFY(std::abs(errorMillis(clock, device, ServerTime{23s})) < 11.0);
    }

    void ignoresOneOutlier()
    {
        FrameClock clock{kRate};
        const Device device{0.0, 480, 0s};
        feed(clock, device, ServerTime{0s}, ServerTime{10s});
        const double before = errorMillis(clock, device, ServerTime{10s});
        clock.add(device.frames(ServerTime{10s}) + kRate / 4, ServerTime{10s});
        feed(clock, device, ServerTime{10s}, ServerTime{11s});
        QVERIFY(std::abs(errorMillis(clock, device, ServerTime{11s}) - before) < 1.0);
    }
};

QTEST_APPLESS_MAIN(tst_FrameClock)
#include "tst_FrameClock.moc"
