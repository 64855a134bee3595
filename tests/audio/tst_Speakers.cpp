#include "midi/SoundDesk.h"
#include "tests/audio/SoundServer.h"
#include "tests/support/RealClock.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

constexpr int kRate = test::SoundServer::kFramesPerSecond;

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

class tst_Speakers : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qRegisterMetaType<tutti::Error>("tutti::Error");
        QVERIFY2(m_server.start(), "needs pulseaudio and parec");
    }

    void init() { m_desk = std::make_unique<SoundDesk>(m_clock); }
    void cleanup() { m_desk.reset(); }

    void playsOnTheBeatAndAccentsTheDownbeat_data()
    {
        QTest::addColumn<QString>("output");
        QTest::newRow("click") << QStringLiteral("click");
        QTest::newRow("synthesiser") << QStringLiteral("synth");
    }
    void playsOnTheBeatAndAccentsTheDownbeat()
    {
        QFETCH(const QString, output);
        m_desk->chooseOutput(output);
        QVERIFY(startsDesk());
        QCOMPARE(QString::fromStdString(m_desk->status().output), output);
        // 120 pulses a minute in 3/4, after the second or two a device may take to begin.
        m_desk->setTimeline(Timeline::stopped(Tempo{120'000}, Meter{3, 4}, m_clock.now())
                                .started(m_clock.now() + 3s, 0));
        QVERIFY(QTest::qWaitFor([&] { return newOnsets().size() >= 18; }, 30'000));
        const std::vector<Onset> onsets = newOnsets();
        QVERIFY(std::abs(medianGapMillis(onsets) - 500.0) <= 2.0);
        compareAccents(onsets);
    }

    void playsTheClassUntilQuiet()
    {
        m_desk->setPlaysClass(true);
        QVERIFY(startsDesk());
        QVERIFY(m_desk->status().playsClass);
        RoomState room;
        room.seats.emplace_back().id = SeatId{1};
        room.seats.back().role = Role::Bass;
        PlayNote note;
        note.seat = SeatId{1};
        note.midi = 40;
        // A fresh device takes a while before it plays; notes until then are of the past.
        QVERIFY(QTest::qWaitFor(
            [&] {
                m_desk->feed({EventEnvelope{1, m_clock.now(), {}, NotePlayed{note, {}}}}, room);
                return !newOnsets().empty();
            },
            30'000));
        m_desk->setQuiet({true, m_clock.now(), std::nullopt});
        const std::size_t quietFrom = m_server.recorded().size();
        QVERIFY(QTest::qWaitFor([&] { return m_server.recorded().size() > quietFrom + kRate * 2; },
                                10'000));
        const std::vector<std::int16_t> all = m_server.recorded();
        // A bass string that nobody let go would still be heard.
        QVERIFY(std::all_of(all.end() - kRate / 2, all.end(), [](auto s) { return s == 0; }));
    }

private:
    /// Every third click is louder than the two behind it, wherever the first downbeat was: a device
    /// may begin in the middle of a bar.
    static void compareAccents(const std::vector<Onset>& onsets)
    {
        std::array<int, 3> accents{};
        QStringList peaks;
        for (std::size_t i = 0; i + 2 < onsets.size(); ++i) {
            const bool isAccent = onsets[i].peak > onsets[i + 1].peak * 5 / 4 &&
                                  onsets[i].peak > onsets[i + 2].peak * 5 / 4;
            accents[i % 3] += isAccent ? 1 : 0;
            peaks.append(QString::number(onsets[i].peak));
        }
        QVERIFY2(*std::max_element(accents.begin(), accents.end()) >= 4,
                 qPrintable(peaks.join(u' ')));
        QVERIFY2(accents[0] + accents[1] + accents[2] <= 8, qPrintable(peaks.join(u' ')));
    }

    bool startsDesk()
    {
        m_before = m_server.recorded().size();
        m_desk->start();
        return QTest::qWaitFor([&] { return m_desk->status().speakers; }, 10'000);
    }
    /// Clicks since the desk was started.
    std::vector<Onset> newOnsets()
    {
        const std::vector<std::int16_t> all = m_server.recorded();
        return onsetsIn({all.begin() + static_cast<std::ptrdiff_t>(m_before), all.end()});
    }

    test::SoundServer m_server;
    std::size_t m_before = 0;
    test::RealClock m_clock;
    std::unique_ptr<SoundDesk> m_desk;
};

QTEST_GUILESS_MAIN(tst_Speakers)
#include "tst_Speakers.moc"
