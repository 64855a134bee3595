#include "midi/SpeakerRenderer.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

constexpr int kRate = 48'000;
constexpr std::size_t kBlock = 960;

/// A click as it was heard: its first frame, counted from time 0, and its loudest sample.
struct Heard {
    std::int64_t frame = 0;
    int peak = 0;
};

/// Plays blocks from time 0 on and listens. The click's first sample is 0, so its second one is
/// where it is heard.
class Listener {
public:
    ClickPlan plan;
    SoundChoice choice;

    void play(std::int64_t frames, std::size_t block = kBlock)
    {
        for (std::int64_t end = m_frame + frames; m_frame < end;) {
            const auto now =
                std::min<std::int64_t>(static_cast<std::int64_t>(block), end - m_frame);
            std::vector<std::int16_t> samples(static_cast<std::size_t>(now) * 2);
            const ServerTime start{std::chrono::nanoseconds{m_frame * 1'000'000'000 / kRate} +
                                   m_shift};
            m_renderer.render(samples, start, plan, choice, m_notes);
            listen(samples);
        }
    }
    void shiftClock(std::chrono::nanoseconds by) { m_shift += by; }

    std::vector<Heard> heard;

private:
    void listen(const std::vector<std::int16_t>& samples)
    {
        for (std::size_t i = 0; i < samples.size(); i += 2, ++m_frame) {
            const int loudness = std::abs(samples[i]);
            QCOMPARE(samples[i], samples[i + 1]);
            if (loudness != 0 && m_frame - m_lastSound > kRate / 50) {
                heard.push_back({m_frame - 1, 0});
            }
            if (loudness != 0) {
                m_lastSound = m_frame;
                heard.back().peak = std::max(heard.back().peak, loudness);
            }
        }
    }

    SpeakerRenderer m_renderer{kRate, nullptr};
    MixRing m_notes;
    std::int64_t m_frame = 0;
    std::int64_t m_lastSound = -kRate;
    std::chrono::nanoseconds m_shift{};
};

std::int64_t frameOf(ServerTime time)
{
    return (time.time_since_epoch().count() * kRate + 500'000'000) / 1'000'000'000;
}

Timeline playing(Tempo pulses, Meter meter, ServerTime at, int countIn)
{
    return Timeline::stopped(pulses, meter, ServerTime{}).started(at, countIn);
}

std::vector<Pulse> pulsesOf(const Timeline& line, ServerTime end)
{
    std::vector<Pulse> all;
    for (auto pulse = line.pulseFrom(ServerTime{}); pulse && pulse->at < end;
         pulse = line.pulseAfter(*pulse)) {
        all.push_back(*pulse);
    }
    return all;
}

void compareFrames(const std::vector<Heard>& heard, const std::vector<Pulse>& pulses)
{
    QCOMPARE(heard.size(), pulses.size());
    for (std::size_t i = 0; i < heard.size(); ++i) {
        QCOMPARE(heard[i].frame, frameOf(pulses[i].at));
    }
}

} // namespace

class tst_SpeakerRenderer : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void isSilentWithoutATimeline()
    {
        Listener listener;
        listener.play(kRate);
        QVERIFY(listener.heard.empty());
    }

    void isSilentWhileStopped()
    {
        Listener listener;
        listener.plan.timeline = Timeline::stopped(Tempo{120'000}, Meter{}, ServerTime{});
        listener.play(kRate * 2);
        QVERIFY(listener.heard.empty());
    }

    void hitsTheExactFrameForFortyFiveMinutes()
    {
        Listener listener;
        // 93.7 pulses a minute do not divide anything: rounding that accumulates would show.
        listener.plan.timeline = playing(Tempo{93'700}, Meter{}, ServerTime{1s}, 1);
        listener.play(std::int64_t{kRate} * 45 * 60);
        compareFrames(listener.heard, pulsesOf(listener.plan.timeline, ServerTime{45min}));
    }

    void doesNotDependOnTheBlockSize_data()
    {
        QTest::addColumn<int>("block");
        for (const int block : {1, 7, 64, 960, 4096, 48'000}) {
            QTest::addRow("%d", block) << block;
        }
    }
    void doesNotDependOnTheBlockSize()
    {
        QFETCH(const int, block);
        Listener listener;
        listener.plan.timeline = playing(Tempo{137'000}, Meter{3, 4}, ServerTime{250ms}, 1);
        listener.play(kRate * 6, static_cast<std::size_t>(block));
        compareFrames(listener.heard, pulsesOf(listener.plan.timeline, ServerTime{6s}));
    }

    void accentsTheFirstPulseOfABar()
    {
        Listener listener;
        listener.plan.timeline = playing(Tempo{120'000}, Meter{3, 4}, ServerTime{0s}, 0);
        listener.play(kRate * 3);
        QCOMPARE(listener.heard.size(), std::size_t{6});
        for (const std::size_t weak : {1U, 2U, 4U, 5U}) {
            QVERIFY(listener.heard[0].peak > listener.heard[weak].peak * 5 / 4);
            QVERIFY(listener.heard[3].peak > listener.heard[weak].peak * 5 / 4);
        }
    }

    void clicksTwoDottedQuartersABarInSixEight()
    {
        Listener listener;
        listener.plan.timeline = playing(Tempo{60'000}, Meter{6, 8}, ServerTime{0s}, 0);
        listener.play(kRate * 4);
        QCOMPARE(listener.heard.size(), std::size_t{4});
        QCOMPARE(listener.heard[1].frame, std::int64_t{kRate});
        QVERIFY(listener.heard[0].peak > listener.heard[1].peak);
        QVERIFY(listener.heard[2].peak > listener.heard[3].peak);
    }

    void countsInWithASoundOfItsOwn()
    {
        Listener listener;
        listener.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 1);
        listener.play(kRate * 4);
        QCOMPARE(listener.heard.size(), std::size_t{8});
        QCOMPARE(listener.heard[0].peak, listener.heard[3].peak);
        QVERIFY(listener.heard[0].peak != listener.heard[5].peak);
        QVERIFY(listener.heard[4].peak > listener.heard[0].peak);
    }

    void followsATempoChangeInTheMiddleOfABlock()
    {
        Listener listener;
        listener.plan.timeline = playing(Tempo{100'000}, Meter{}, ServerTime{0s}, 0)
                                     .retimed(Tempo{163'000}, ServerTime{2010ms});
        listener.play(kRate * 6, 40'000);
        compareFrames(listener.heard, pulsesOf(listener.plan.timeline, ServerTime{6s}));
    }

    void takesANewTimelineFromTheNextBlockOn()
    {
        Listener listener;
        listener.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        listener.play(kRate + 1000);
        listener.plan.timeline = listener.plan.timeline.retimed(Tempo{60'000}, ServerTime{1400ms});
        listener.play(kRate * 3);
        compareFrames(listener.heard, pulsesOf(listener.plan.timeline, ServerTime{4s}));
    }

    void stopsAtTheStop()
    {
        Listener listener;
        listener.plan.timeline =
            playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0).stoppedAt(ServerTime{1100ms});
        listener.play(kRate * 3);
        QCOMPARE(listener.heard.size(), std::size_t{3});
    }

    void playsAClickThatIsALittleLateAndDropsALateOne_data()
    {
        QTest::addColumn<int>("lateMillis");
        QTest::addColumn<bool>("isHeard");
        QTest::newRow("20 ms") << 20 << true;
        QTest::newRow("30 ms") << 30 << true;
        QTest::newRow("31 ms") << 31 << false;
    }
    void playsAClickThatIsALittleLateAndDropsALateOne()
    {
        QFETCH(const int, lateMillis);
        QFETCH(const bool, isHeard);
        Listener listener;
        listener.play(kRate);
        const ServerTime at = ServerTime{1s} - std::chrono::milliseconds{lateMillis};
        listener.plan.timeline = playing(Tempo{60'000}, Meter{}, at, 0);
        listener.play(kRate / 2);
        QCOMPARE(listener.heard.size(), std::size_t{isHeard ? 1U : 0U});
        if (isHeard) {
            QCOMPARE(listener.heard[0].frame, std::int64_t{kRate});
        }
    }

    void repeatsNothingWhenTheClockIsCorrectedBackwards()
    {
        Listener listener;
        listener.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        listener.play(kRate / 2 + 100);
        listener.shiftClock(-10ms);
        listener.play(kRate / 4);
        QCOMPARE(listener.heard.size(), std::size_t{2});
    }

    void isSilentWhileQuietAndGoesOnAfterwards()
    {
        Listener listener;
        listener.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        listener.plan.quiet = {true, ServerTime{0s}, std::nullopt};
        listener.play(kRate * 4);
        QVERIFY(listener.heard.empty());
        listener.plan.quiet = {};
        listener.play(kRate * 2);
        QCOMPARE(listener.heard.size(), std::size_t{4});
    }

    void clicksOneBarBeforeTheRelease()
    {
        Listener listener;
        listener.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        // Bars of 2 s: released for 6 s, so the bar from 4 s on is clicked.
        listener.plan.quiet = {true, ServerTime{0s}, ServerTime{6s}};
        listener.play(kRate * 7);
        QCOMPARE(listener.heard.size(), std::size_t{6});
        QCOMPARE(listener.heard[0].frame, std::int64_t{kRate} * 4);
    }

    void obeysTheVolume()
    {
        Listener loud;
        loud.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        loud.choice.volume = 1.0F;
        Listener soft;
        soft.plan.timeline = loud.plan.timeline;
        soft.choice.volume = 0.25F;
        loud.play(kRate / 4);
        soft.play(kRate / 4);
        QVERIFY(std::abs(loud.heard.at(0).peak - 4 * soft.heard.at(0).peak) <= 4);
        Listener silent;
        silent.plan = soft.plan;
        silent.choice.volume = 0.0F;
        silent.play(kRate);
        QVERIFY(silent.heard.empty());
    }

    void isSilentWhileTheClickIsOffOrPlaysElsewhere()
    {
        Listener off;
        off.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        off.choice.clickOn = false;
        off.play(kRate * 2);
        QVERIFY(off.heard.empty());
        Listener elsewhere;
        elsewhere.plan = off.plan;
        elsewhere.choice.instrument = Instrument::None;
        elsewhere.play(kRate * 2);
        QVERIFY(elsewhere.heard.empty());
    }

    void clicksATestOfItsOwnEvenWithTheClickOff()
    {
        Listener listener;
        listener.choice.clickOn = false;
        listener.choice.test =
            playing(Tempo{120'000}, Meter{}, ServerTime{250ms}, 0).stoppedAt(ServerTime{2000ms});
        listener.play(kRate * 4);
        QCOMPARE(listener.heard.size(), std::size_t{4});
        QCOMPARE(listener.heard[0].frame, std::int64_t{kRate} / 4);
        QVERIFY(listener.heard[0].peak > listener.heard[1].peak);
    }

    void keepsATestQuietToo()
    {
        Listener listener;
        listener.plan.quiet = {true, ServerTime{0s}, std::nullopt};
        listener.choice.test = playing(Tempo{120'000}, Meter{}, ServerTime{250ms}, 0);
        listener.play(kRate * 2);
        QVERIFY(listener.heard.empty());
    }
};

QTEST_APPLESS_MAIN(tst_SpeakerRenderer)
#include "tst_SpeakerRenderer.moc"
