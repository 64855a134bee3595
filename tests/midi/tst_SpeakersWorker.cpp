#include "midi/SpeakersWorker.h"
#include "tests/support/FakeAudioOut.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

constexpr int kRate = 48'000;

/// A worker whose output the test holds.
struct Desk {
    explicit Desk(std::string font = {})
        : soundFont(std::move(font))
    {
    }

    test::FakeAudioOut* output = nullptr;
    SpeakerFeed feed;
    std::string soundFont;
    SpeakersWorker worker{[this] {
                              auto made = std::make_unique<test::FakeAudioOut>();
                              made->answer = answer;
                              output = made.get();
                              return made;
                          },
                          soundFont, feed, kRate};
    Result<void> answer;
};

} // namespace

class tst_SpeakersWorker : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void playsTheNewestPlan()
    {
        Desk desk;
        QSignalSpy available{&desk.worker, &SpeakersWorker::available};
        desk.worker.start();
        QCOMPARE(available.value(0).value(0).toBool(), true);
        const auto isSilent = [&](ServerTime start) {
            const auto samples = desk.output->play(start, 4800, kRate);
            return std::all_of(samples.begin(), samples.end(),
                               [](std::int16_t s) { return s == 0; });
        };
        QVERIFY(isSilent(ServerTime{0s}));
        ClickPlan plan;
        plan.timeline =
            Timeline::stopped(Tempo{60'000}, Meter{}, ServerTime{}).started(ServerTime{1s}, 0);
        desk.feed.plan.write(plan);
        QVERIFY(!isSilent(ServerTime{1s}));
        QVERIFY(isSilent(ServerTime{1500ms}));
    }

    void saysThatThereIsNoSoundOutputAndTriesAgainWhenTold()
    {
        Desk desk;
        desk.answer = tl::unexpected{Error{ErrorCode::NoAudioDevice, {}}};
        QSignalSpy available{&desk.worker, &SpeakersWorker::available};
        desk.worker.start();
        QCOMPARE(available.value(0).value(0).toBool(), false);
        desk.output->answer = {};
        desk.worker.start();
        QCOMPARE(available.value(1).value(0).toBool(), true);
        QVERIFY(desk.output->isRunning());
    }

    void passesOnThatTheOutputDiedAndCameBack()
    {
        Desk desk;
        desk.worker.start();
        QSignalSpy available{&desk.worker, &SpeakersWorker::available};
        desk.output->change(false);
        desk.output->change(true);
        QCOMPARE(available.size(), 2);
        QCOMPARE(available.value(0).value(0).toBool(), false);
        QCOMPARE(available.value(1).value(0).toBool(), true);
    }

    void saysOnceWhetherThereIsASynthesiser_data()
    {
        QTest::addColumn<QString>("font");
        QTest::addColumn<int>("state");
        QTest::newRow("Debian's") << QString::fromLatin1(SoundFontSynth::kUsualFont)
                                  << static_cast<int>(SynthState::Ready);
        QTest::newRow("none") << QStringLiteral("/nowhere.sf2")
                              << static_cast<int>(SynthState::None);
        QTest::newRow("no SoundFont")
            << QCoreApplication::applicationFilePath() << static_cast<int>(SynthState::Failed);
    }
    void saysOnceWhetherThereIsASynthesiser()
    {
        QFETCH(const QString, font);
        QFETCH(const int, state);
        Desk desk{font.toStdString()};
        QSignalSpy loaded{&desk.worker, &SpeakersWorker::synthLoaded};
        desk.worker.start();
        desk.worker.start();
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(static_cast<int>(loaded.value(0).value(0).value<SynthState>()), state);
    }

    void flushesTheOutputOnlyOnceThereIsOne()
    {
        Desk desk;
        desk.worker.flush();
        desk.worker.start();
        desk.worker.flush();
        QCOMPARE(desk.output->flushes, 1);
    }
};

QTEST_GUILESS_MAIN(tst_SpeakersWorker)
#include "tst_SpeakersWorker.moc"
