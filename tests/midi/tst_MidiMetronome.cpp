#include "midi/MidiMetronome.h"
#include "tests/support/FakeMidiPort.h"
#include "tests/support/ManualClock.h"

#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

constexpr int kAccent = 76;
constexpr int kNormal = 77;
constexpr int kCountIn = 37;
constexpr std::size_t kSilence = 32;

/// A metronome whose time passes only here, always to the very moment it wants to be woken.
struct Desk {
    test::ManualClock clock;
    test::FakeMidiPort port;
    ClickPlan plan;
    SoundChoice choice;
    MidiMetronome metronome{clock, port};
    /// When each note began.
    std::vector<ServerTime> times;

    Desk() { clock.set(ServerTime{0s}); }

    void playUntil(ServerTime end, std::chrono::nanoseconds late = 0ns)
    {
        for (;;) {
            const std::size_t before = noteOns().size();
            const auto next = metronome.step(plan, choice);
            times.insert(times.end(), noteOns().size() - before, clock.now());
            if (!next || *next >= end) {
                break;
            }
            clock.set(std::max(clock.now(), *next + late));
        }
        clock.set(end);
    }

    std::vector<std::pair<int, int>> noteOns() const
    {
        std::vector<std::pair<int, int>> notes;
        for (const auto& message : port.messages) {
            if (message[0] == 0x99 && message[2] > 0) {
                notes.emplace_back(message[1], message[2]);
            }
        }
        return notes;
    }
    std::vector<int> keys() const
    {
        std::vector<int> all;
        for (const auto& note : noteOns()) {
            all.push_back(note.first);
        }
        return all;
    }
    /// Notes that began and have not ended.
    int hanging() const
    {
        std::map<int, int> open;
        for (const auto& message : port.messages) {
            open[message[1]] += message[0] == 0x99 ? 1 : (message[0] == 0x89 ? -1 : 0);
        }
        int all = 0;
        for (const auto& [key, count] : open) {
            all += std::abs(count);
        }
        return all;
    }
    /// Messages that silence all channels.
    std::size_t controls() const
    {
        return static_cast<std::size_t>(
            std::count_if(port.messages.begin(), port.messages.end(), [](const auto& message) {
                return (message[0] & 0xF0) == 0xB0 && (message[1] == 123 || message[1] == 120);
            }));
    }
};

Timeline playing(Tempo pulses, Meter meter, ServerTime at, int countIn)
{
    return Timeline::stopped(pulses, meter, ServerTime{}).started(at, countIn);
}

} // namespace

class tst_MidiMetronome : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void sendsNothingWithoutATimelineOrWhileStopped()
    {
        Desk desk;
        desk.playUntil(ServerTime{5s});
        desk.plan.timeline = Timeline::stopped(Tempo{120'000}, Meter{}, ServerTime{});
        desk.playUntil(ServerTime{10s});
        QVERIFY(desk.port.messages.empty());
    }

    void accentsEachMeter_data()
    {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<std::vector<int>>("keys");
        QTest::newRow("2/4") << 2 << 4 << std::vector{kAccent, kNormal, kAccent, kNormal};
        QTest::newRow("3/4") << 3 << 4 << std::vector{kAccent, kNormal, kNormal, kAccent};
        QTest::newRow("4/4") << 4 << 4 << std::vector{kAccent, kNormal, kNormal, kNormal};
        QTest::newRow("6/8") << 6 << 8 << std::vector{kAccent, kNormal, kAccent, kNormal};
    }
    void accentsEachMeter()
    {
        QFETCH(const int, num);
        QFETCH(const int, den);
        QFETCH(const std::vector<int>, keys);
        Desk desk;
        desk.plan.timeline = playing(Tempo{60'000}, Meter{num, den}, ServerTime{1s}, 0);
        desk.playUntil(ServerTime{4500ms});
        QCOMPARE(desk.keys(), keys);
        QCOMPARE(desk.times, (std::vector<ServerTime>{ServerTime{1s}, ServerTime{2s},
                                                      ServerTime{3s}, ServerTime{4s}}));
        QCOMPARE(desk.hanging(), 0);
    }

    void countsInWithANoteOfItsOwn()
    {
        Desk desk;
        desk.plan.timeline = playing(Tempo{120'000}, Meter{3, 4}, ServerTime{0s}, 1);
        desk.playUntil(ServerTime{2600ms});
        QCOMPARE(desk.keys(),
                 (std::vector{kCountIn, kCountIn, kCountIn, kAccent, kNormal, kNormal}));
    }

    void playsEveryPulseOnceForFortyFiveMinutes()
    {
        Desk desk;
        desk.plan.timeline = playing(Tempo{93'700}, Meter{}, ServerTime{1s}, 1);
        desk.playUntil(ServerTime{45min});
        std::vector<ServerTime> pulses;
        for (auto pulse = desk.plan.timeline.pulseFrom(ServerTime{});
             pulse && pulse->at < ServerTime{45min};
             pulse = desk.plan.timeline.pulseAfter(*pulse)) {
            pulses.push_back(pulse->at);
        }
        QCOMPARE(desk.times, pulses);
        QCOMPARE(desk.hanging(), 0);
    }

    void followsATempoChangeWithoutAJump()
    {
        Desk desk;
        desk.plan.timeline = playing(Tempo{60'000}, Meter{}, ServerTime{0s}, 0);
        desk.playUntil(ServerTime{2500ms});
        desk.plan.timeline = desk.plan.timeline.retimed(Tempo{120'000}, ServerTime{2800ms});
        desk.playUntil(ServerTime{4100ms});
        QCOMPARE(desk.times,
                 (std::vector<ServerTime>{ServerTime{0s}, ServerTime{1s}, ServerTime{2s},
                                          ServerTime{3s}, ServerTime{3500ms}, ServerTime{4s}}));
    }

    void playsALittleLateAndDropsWhatIsTooLate_data()
    {
        QTest::addColumn<int>("lateMillis");
        QTest::addColumn<std::size_t>("count");
        QTest::newRow("30 ms") << 30 << std::size_t{4};
        QTest::newRow("31 ms") << 31 << std::size_t{0};
    }
    void playsALittleLateAndDropsWhatIsTooLate()
    {
        QFETCH(const int, lateMillis);
        QFETCH(const std::size_t, count);
        Desk desk;
        desk.plan.timeline = playing(Tempo{60'000}, Meter{}, ServerTime{1s}, 0);
        desk.playUntil(ServerTime{4500ms}, std::chrono::milliseconds{lateMillis});
        QCOMPARE(desk.noteOns().size(), count);
        QCOMPARE(desk.hanging(), 0);
    }

    void silencesAllChannelsWhenItStops()
    {
        Desk desk;
        desk.plan.timeline =
            playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0).stoppedAt(ServerTime{1010ms});
        desk.playUntil(ServerTime{1005ms});
        QCOMPARE(desk.noteOns().size(), std::size_t{3});
        QCOMPARE(desk.hanging(), 1);
        QCOMPARE(desk.controls(), std::size_t{0});
        desk.playUntil(ServerTime{3s});
        QCOMPARE(desk.noteOns().size(), std::size_t{3});
        QCOMPARE(desk.hanging(), 0);
        QCOMPARE(desk.controls(), kSilence);
    }

    void isSilentAtOnceWhenQuietBegins()
    {
        Desk desk;
        desk.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        desk.playUntil(ServerTime{1005ms});
        QCOMPARE(desk.hanging(), 1);
        desk.plan.quiet = {true, ServerTime{1005ms}, std::nullopt};
        desk.metronome.step(desk.plan, desk.choice);
        QCOMPARE(desk.hanging(), 0);
        QCOMPARE(desk.controls(), kSilence);
        desk.playUntil(ServerTime{4s});
        QCOMPARE(desk.noteOns().size(), std::size_t{3});
        QCOMPARE(desk.controls(), kSilence);
    }

    void isSilentAtOnceWhenQuietBeginsAgain()
    {
        Desk desk;
        desk.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        desk.plan.quiet = {true, ServerTime{0s}, ServerTime{2s}};
        desk.playUntil(ServerTime{1005ms});
        QCOMPARE(desk.hanging(), 1);
        const std::size_t before = desk.controls();
        desk.plan.quiet = {true, ServerTime{1005ms}, std::nullopt};
        desk.metronome.step(desk.plan, desk.choice);
        QCOMPARE(desk.hanging(), 0);
        QCOMPARE(desk.controls(), before + kSilence);
    }

    void clicksOneBarBeforeTheRelease()
    {
        Desk desk;
        desk.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        desk.plan.quiet = {true, ServerTime{0s}, ServerTime{6s}};
        desk.playUntil(ServerTime{7s});
        QCOMPARE(desk.noteOns().size(), std::size_t{6});
        QCOMPARE(desk.times.front(), ServerTime{4s});
    }

    void obeysTheVolume()
    {
        Desk desk;
        desk.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        desk.choice.volume = 1.0F;
        desk.metronome.step(desk.plan, desk.choice);
        desk.clock.set(ServerTime{2s});
        desk.choice.volume = 0.5F;
        desk.metronome.step(desk.plan, desk.choice);
        desk.choice.volume = 0.0F;
        desk.playUntil(ServerTime{6s});
        const std::vector<std::pair<int, int>> expected{{kAccent, 127}, {kAccent, 64}};
        QCOMPARE(desk.noteOns(), expected);
        QCOMPARE(desk.hanging(), 0);
    }

    void playsATestWithTheClickOff()
    {
        Desk desk;
        desk.choice.clickOn = false;
        desk.plan.timeline = playing(Tempo{100'000}, Meter{}, ServerTime{0s}, 0);
        desk.choice.test =
            playing(Tempo{120'000}, Meter{}, ServerTime{250ms}, 0).stoppedAt(ServerTime{2s});
        desk.playUntil(ServerTime{5s});
        QCOMPARE(desk.keys(), (std::vector{kAccent, kNormal, kNormal, kNormal}));
    }

    void noticesThatThePortIsGone()
    {
        Desk desk;
        desk.plan.timeline = playing(Tempo{120'000}, Meter{}, ServerTime{0s}, 0);
        desk.playUntil(ServerTime{1s});
        QVERIFY(!desk.metronome.isGone());
        desk.port.isThere = false;
        desk.playUntil(ServerTime{2s});
        QVERIFY(desk.metronome.isGone());
    }
};

QTEST_APPLESS_MAIN(tst_MidiMetronome)
#include "tst_MidiMetronome.moc"
