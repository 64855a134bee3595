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
/// FluidSynth begins notes every 64 frames.
constexpr std::int64_t kGrain = 64;

/// Speakers with the real synthesiser, played block by block from time 0 on.
class Desk {
public:
    ClickPlan plan;
    SoundChoice choice;
    MixRing notes;

    Desk() { choice.instrument = Instrument::Synth; }

    /// The loudest sample of what is played.
    int play(std::int64_t frames)
    {
        int peak = 0;
        for (const std::int64_t end = m_frame + frames; m_frame < end;) {
            peak = std::max(peak, playBlock());
        }
        return peak;
    }
    void note(MixEvent::Kind kind, Role role, int key)
    {
        notes.push({kind, role, static_cast<std::uint8_t>(key), 100, now(), false});
    }
    void teach(MixEvent::Kind kind, int key)
    {
        notes.push({kind, Role::Melody, static_cast<std::uint8_t>(key), 100, now(), true});
    }
    ServerTime now() const
    {
        return ServerTime{std::chrono::nanoseconds{m_frame * 1'000'000'000 / kRate}};
    }

    /// Frames at which sound began after 100 ms of near silence.
    std::vector<std::int64_t> onsets;

private:
    int playBlock()
    {
        std::vector<std::int16_t> samples(kBlock * 2);
        m_renderer.render(samples, now(), plan, choice, notes);
        int peak = 0;
        for (std::size_t i = 0; i < samples.size(); i += 2, ++m_frame) {
            const int loudness = std::abs(samples[i]);
            peak = std::max(peak, loudness);
            if (loudness < 300) {
                continue;
            }
            if (m_frame - m_lastSound > kRate / 10) {
                onsets.push_back(m_frame);
            }
            m_lastSound = m_frame;
        }
        return peak;
    }

    SpeakerRenderer m_renderer{kRate, SoundFontSynth::open(SoundFontSynth::kUsualFont, kRate)};
    std::int64_t m_frame = 0;
    std::int64_t m_lastSound = -kRate;
};

constexpr auto kOn = MixEvent::Kind::On;
constexpr auto kOff = MixEvent::Kind::Off;

} // namespace

class tst_SynthVoices : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(SoundFontSynth::open(SoundFontSynth::kUsualFont, kRate),
                 "needs the package timgm6mb-soundfont");
    }
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void playsTheMetronomeOnTheBeat()
    {
        Desk desk;
        desk.plan.timeline =
            Timeline::stopped(Tempo{100'000}, Meter{}, ServerTime{}).started(ServerTime{1010ms}, 0);
        desk.play(kRate * 6);
        QCOMPARE(desk.onsets.size(), std::size_t{9});
        for (std::size_t i = 1; i < desk.onsets.size(); ++i) {
            // 600 ms; how fast a stroke becomes loud differs between the two wood blocks.
            const std::int64_t gap = desk.onsets[i] - desk.onsets[i - 1];
            QVERIFY2(std::abs(gap - kRate * 6 / 10) <= 4 * kGrain,
                     qPrintable(QString::number(gap)));
        }
    }

    void isSilentWithoutAnythingToPlay()
    {
        Desk desk;
        QCOMPARE(desk.play(kRate), 0);
    }

    void obeysTheVolumeOfTheMetronome()
    {
        Desk loud;
        loud.choice.volume = 1.0F;
        loud.plan.timeline =
            Timeline::stopped(Tempo{60'000}, Meter{}, ServerTime{}).started(ServerTime{100ms}, 0);
        Desk soft;
        soft.plan = loud.plan;
        soft.choice.volume = 0.3F;
        Desk silent;
        silent.plan = loud.plan;
        silent.choice.volume = 0.0F;
        QVERIFY(loud.play(kRate / 2) > 2 * soft.play(kRate / 2));
        QCOMPARE(silent.play(kRate / 2), 0);
    }

    void playsTheClassWithASoundForEachRole()
    {
        std::vector<int> peaks;
        for (const Role role : {Role::Melody, Role::Harmony, Role::Bass, Role::Rhythm}) {
            Desk desk;
            desk.choice.playsClass = true;
            desk.note(kOn, role, 38);
            peaks.push_back(desk.play(kRate / 4));
            QVERIFY(peaks.back() > 500);
        }
        std::sort(peaks.begin(), peaks.end());
        QVERIFY(std::adjacent_find(peaks.begin(), peaks.end()) == peaks.end());
    }

    void obeysTheLevelOfARoleAlone()
    {
        Desk desk;
        desk.choice.playsClass = true;
        desk.choice.level(Role::Bass) = 0.0F;
        desk.note(kOn, Role::Bass, 40);
        QVERIFY(desk.play(kRate / 4) <= 2);
        desk.note(kOn, Role::Melody, 72);
        QVERIFY(desk.play(kRate / 4) > 500);
    }

    void leavesTheMetronomeAloneWhenTheDrumsAreTurnedDown()
    {
        Desk desk;
        desk.choice.level(Role::Rhythm) = 0.0F;
        desk.plan.timeline =
            Timeline::stopped(Tempo{60'000}, Meter{}, ServerTime{}).started(ServerTime{100ms}, 0);
        QVERIFY(desk.play(kRate / 2) > 1000);
    }

    void isSilentWhileTheClassIsTurnedOff()
    {
        Desk desk;
        desk.note(kOn, Role::Bass, 40);
        QCOMPARE(desk.play(kRate / 4), 0);
        desk.choice.playsClass = true;
        // What was played before is not made up for.
        QCOMPARE(desk.play(kRate / 4), 0);
        desk.note(kOn, Role::Bass, 40);
        QVERIFY(desk.play(kRate / 4) > 500);
        desk.choice.playsClass = false;
        desk.play(kRate / 50);
        QCOMPARE(desk.play(kRate / 4), 0);
    }

    void isSilentAtOnceWhenQuietBegins()
    {
        Desk desk;
        desk.choice.playsClass = true;
        desk.note(kOn, Role::Bass, 40);
        desk.note(kOn, Role::Melody, 72);
        QVERIFY(desk.play(kRate / 10) > 500);
        desk.plan.quiet = {true, desk.now(), std::nullopt};
        desk.play(kRate / 50);
        QCOMPARE(desk.play(kRate / 4), 0);
        desk.note(kOn, Role::Melody, 72);
        QCOMPARE(desk.play(kRate / 4), 0);
    }

    void isSilentAtOnceWhenQuietBeginsAgain()
    {
        Desk desk;
        desk.plan.timeline =
            Timeline::stopped(Tempo{120'000}, Meter{}, ServerTime{}).started(ServerTime{0ms}, 0);
        desk.plan.quiet = {true, ServerTime{0s}, ServerTime{2s}};
        QVERIFY(desk.play(kRate / 20) > 500);
        desk.plan.quiet.releaseAt.reset();
        desk.play(kRate / 50);
        QCOMPARE(desk.play(kRate / 5), 0);
    }

    void playsTheTeacherWhileEveryoneIsQuietAndTheClassOff()
    {
        Desk desk;
        desk.plan.quiet = {true, ServerTime{0s}, std::nullopt};
        desk.choice.level(Role::Melody) = 0.0F;
        desk.teach(kOn, 72);
        QVERIFY(desk.play(kRate / 4) > 500);
        desk.teach(kOff, 72);
        desk.play(kRate * 3);
        QVERIFY(desk.play(kRate / 4) < 50);
        desk.teach(kOn, 72);
        desk.notes.push({});
        desk.play(kRate / 50);
        QCOMPARE(desk.play(kRate / 4), 0);
    }

    void endsANoteWhenItIsLetGo()
    {
        Desk held;
        Desk ended;
        for (Desk* desk : {&held, &ended}) {
            desk->choice.playsClass = true;
            desk->note(kOn, Role::Bass, 40);
            desk->play(kRate / 5);
        }
        ended.note(kOff, Role::Bass, 40);
        ended.play(kRate / 2);
        held.play(kRate / 2);
        QVERIFY(held.play(kRate / 5) > 10 * ended.play(kRate / 5));
    }

    void dropsNotesThatWaitedTooLong()
    {
        Desk desk;
        desk.choice.playsClass = true;
        desk.play(kRate * 2);
        desk.notes.push({kOn, Role::Bass, 40, 100, desk.now() - 1500ms, false});
        QCOMPARE(desk.play(kRate / 4), 0);
    }
};

QTEST_APPLESS_MAIN(tst_SynthVoices)
#include "tst_SynthVoices.moc"
