#include "midi/LaptopClick.h"
#include "tests/audio/SoundServer.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

constexpr int kRate = test::SoundServer::kFramesPerSecond;

/// The real time: what is heard cannot be hurried.
class RealClock final : public Clock {
public:
    ServerTime now() const override
    {
        return ServerTime{std::chrono::steady_clock::now() - m_start};
    }
    std::string id() const override { return "real"; }
    std::int64_t wallMillis() const override { return 0; }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

struct Onset {
    std::int64_t frame = 0;
    int peak = 0;
};

/// Clicks in a recording: sound after at least 100 ms of silence.
std::vector<Onset> onsetsIn(const std::vector<std::int16_t>& samples)
{
    constexpr int kAudible = 2000;
    std::vector<Onset> onsets;
    std::int64_t last = -kRate;
    for (std::size_t i = 0; i < samples.size(); i += 2) {
        const auto frame = static_cast<std::int64_t>(i / 2);
        const int loudness = std::abs(samples[i]);
        if (loudness < kAudible) {
            continue;
        }
        if (frame - last > kRate / 10) {
            onsets.push_back({frame, 0});
        }
        last = frame;
        onsets.back().peak = std::max(onsets.back().peak, loudness);
    }
    return onsets;
}

double medianGapMillis(const std::vector<Onset>& onsets)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < onsets.size(); ++i) {
        gaps.push_back(static_cast<double>(onsets[i].frame - onsets[i - 1].frame) * 1000.0 / kRate);
    }
    std::sort(gaps.begin(), gaps.end());
    return gaps[gaps.size() / 2];
}

} // namespace

class tst_QtAudioOut : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qRegisterMetaType<tutti::Error>("tutti::Error");
        QVERIFY2(m_server.start(), "needs pulseaudio and parec");
    }

    void clicksOnTheBeatAndAccentsTheDownbeat()
    {
        LaptopClick click{m_clock};
        QSignalSpy available{&click, &LaptopClick::available};
        click.start();
        QVERIFY(available.wait());
        QCOMPARE(available.value(0).value(0).toBool(), true);
        // 120 pulses a minute in 3/4, after the second or two a device may take to begin.
        click.setTimeline(Timeline::stopped(Tempo{120'000}, Meter{3, 4}, m_clock.now())
                              .started(m_clock.now() + 3s, 0));
        QVERIFY(
            QTest::qWaitFor([&] { return onsetsIn(m_server.recorded()).size() >= 18; }, 30'000));
        std::vector<Onset> onsets = onsetsIn(m_server.recorded());
        QVERIFY(std::abs(medianGapMillis(onsets) - 500.0) <= 2.0);
        compareAccents(onsets);
    }

private:
    /// Every third click is louder than the two behind it, wherever the first downbeat was.
    static void compareAccents(const std::vector<Onset>& onsets)
    {
        std::size_t accents = 0;
        for (std::size_t i = 3; i + 2 < onsets.size(); i += 3) {
            accents += onsets[i].peak > onsets[i + 1].peak * 5 / 4 &&
                       onsets[i].peak > onsets[i + 2].peak * 5 / 4;
        }
        QVERIFY(accents >= 4);
    }

    test::SoundServer m_server;
    RealClock m_clock;
};

QTEST_GUILESS_MAIN(tst_QtAudioOut)
#include "tst_QtAudioOut.moc"
