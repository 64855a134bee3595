#include "midi/SoundDesk.h"
#include "tests/support/FakeAudioOut.h"
#include "tests/support/FakeMidiSystem.h"
#include "tests/support/RealClock.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

constexpr auto kPiano = "fake:Piano";

/// A sound desk with devices the test plugs in and out.
struct Desk {
    explicit Desk(std::string soundFont = SoundFontSynth::kUsualFont, bool hasSpeakers = true)
        : desk(clock, {{[hasSpeakers] {
                            auto made = std::make_unique<test::FakeAudioOut>();
                            if (!hasSpeakers) {
                                made->answer = tl::unexpected{Error{ErrorCode::NoAudioDevice, {}}};
                            }
                            return made;
                        },
                        std::move(soundFont), false},
                       [this] { return devices.makeSystem(); },
                       10ms})
    {
        QObject::connect(&desk, &SoundDesk::news, &desk, [this](SoundNews what, const QString& of) {
            news.emplace_back(what, of);
        });
        QObject::connect(&desk, &SoundDesk::keyPressed, &desk, [this](int midi, int velocity) {
            keys.append(QStringLiteral("+%1:%2").arg(midi).arg(velocity));
        });
        QObject::connect(&desk, &SoundDesk::keyReleased, &desk,
                         [this](int midi) { keys.append(QStringLiteral("-%1").arg(midi)); });
    }

    std::size_t count(std::uint8_t status) const
    {
        const auto all = devices.messages();
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [&](const auto& m) { return m[0] == status; }));
    }
    std::size_t noteOns() const { return count(0x99); }
    std::size_t noteOffs() const { return count(0x89); }
    void playMusic()
    {
        desk.setTimeline(
            Timeline::stopped(Tempo{300'000}, Meter{}, clock.now()).started(clock.now() + 20ms, 0));
    }

    test::RealClock clock;
    test::FakeMidiDevices devices;
    std::vector<std::pair<SoundNews, QString>> news;
    QStringList keys;
    SoundDesk desk;
};

std::vector<std::string> idsOf(const std::vector<SoundDevice>& devices)
{
    std::vector<std::string> ids;
    for (const SoundDevice& device : devices) {
        ids.push_back(device.id);
    }
    return ids;
}

using Ids = std::vector<std::string>;
using News = std::vector<std::pair<SoundNews, QString>>;

} // namespace

class tst_SoundDesk : public QObject {
    Q_OBJECT

private slots:
    void livesWithoutAnySound()
    {
        Desk desk{"/nowhere.sf2", false};
        QSignalSpy changed{&desk.desk, &SoundDesk::statusChanged};
        desk.desk.setPlaysClass(true);
        desk.desk.chooseOutput(QStringLiteral("synth"));
        desk.desk.start();
        QTRY_VERIFY(changed.size() >= 1);
        QCOMPARE(desk.desk.status().outputs, SoundStatus{}.outputs);
        QCOMPARE(desk.desk.status().output, std::string{"click"});
        QCOMPARE(desk.desk.status().chosenOutput, std::string{"synth"});
        QVERIFY(!desk.desk.status().speakers);
        QVERIFY(!desk.desk.status().playsClass);
        QVERIFY(desk.news.empty());
    }

    void saysNothingBeforeTheSpeakersAreKnown()
    {
        Desk desk;
        desk.devices.plugInput("Keys");
        QStringList told;
        connect(&desk.desk, &SoundDesk::statusChanged, &desk.desk, [&](const SoundStatus& status) {
            told.append(status.speakers ? QStringLiteral("yes") : QStringLiteral("no"));
        });
        desk.desk.chooseOutput(QStringLiteral("synth"));
        desk.desk.setPlaysClass(true);
        QVERIFY(told.isEmpty());
        desk.desk.start();
        QTRY_COMPARE(idsOf(desk.desk.status().inputs), (Ids{"fake:Keys"}));
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(!told.contains(QStringLiteral("no")));
    }

    void endsBeforeItEverStarted()
    {
        const Desk desk;
        QCOMPARE(desk.desk.status(), SoundStatus{});
    }

    void listsClickSynthesiserAndDevices()
    {
        Desk desk;
        desk.devices.plugOutput("Piano");
        desk.devices.plugInput("Keys");
        desk.desk.start();
        QTRY_COMPARE(idsOf(desk.desk.status().outputs), (Ids{"click", "synth", kPiano}));
        QCOMPARE(idsOf(desk.desk.status().inputs), (Ids{"fake:Keys"}));
        QTRY_VERIFY(desk.desk.status().speakers);
        desk.devices.unplugAll();
        QTRY_COMPARE(idsOf(desk.desk.status().outputs), (Ids{"click", "synth"}));
        QVERIFY(desk.news.empty());
    }

    void tellsASoundFontThatIsNone()
    {
        Desk desk{QCoreApplication::applicationFilePath().toStdString()};
        desk.desk.start();
        QTRY_COMPARE(desk.news, (News{{SoundNews::SynthFailed, QString{}}}));
        QCOMPARE(idsOf(desk.desk.status().outputs), (Ids{"click"}));
    }

    void playsTheMetronomeOnAChosenPortAndEndsEveryNote()
    {
        Desk desk;
        desk.devices.plugOutput("Piano");
        desk.desk.chooseOutput(QString::fromLatin1(kPiano));
        desk.desk.start();
        desk.playMusic();
        QTRY_COMPARE(desk.desk.status().output, std::string{kPiano});
        QTRY_VERIFY(desk.noteOns() >= 4);
        desk.desk.chooseOutput(QStringLiteral("click"));
        QTRY_COMPARE(desk.devices.openPorts(), 0);
        QCOMPARE(desk.desk.status().output, std::string{"click"});
        QCOMPARE(desk.noteOffs(), desk.noteOns());
        const auto last = desk.devices.messages().back();
        QCOMPARE(last, (std::vector<std::uint8_t>{0xBF, 120, 0}));
        QVERIFY(desk.news.empty());
    }

    void silencesThePortWhenQuietBegins()
    {
        Desk desk;
        desk.devices.plugOutput("Piano");
        desk.desk.chooseOutput(QString::fromLatin1(kPiano));
        desk.desk.start();
        desk.playMusic();
        QTRY_VERIFY(desk.noteOns() >= 2);
        const std::size_t before = desk.count(0xBF);
        desk.desk.setQuiet({true, desk.clock.now(), std::nullopt});
        QTRY_COMPARE(desk.count(0xBF), before + 2);
        QCOMPARE(desk.noteOffs(), desk.noteOns());
    }

    void fallsBackToTheClickAndReturns()
    {
        Desk desk;
        desk.devices.plugOutput("Piano");
        desk.desk.chooseOutput(QString::fromLatin1(kPiano));
        desk.desk.start();
        QTRY_COMPARE(desk.desk.status().output, std::string{kPiano});
        desk.devices.unplugAll();
        QTRY_COMPARE(desk.desk.status().output, std::string{"click"});
        QCOMPARE(desk.desk.status().chosenOutput, std::string{kPiano});
        QCOMPARE(desk.devices.openPorts(), 0);
        desk.devices.plugOutput("Piano");
        QTRY_COMPARE(desk.desk.status().output, std::string{kPiano});
        const QString piano = QStringLiteral("Piano");
        QTRY_COMPARE(desk.news, (News{{SoundNews::PortLost, piano}, {SoundNews::PortBack, piano}}));
    }

    void givesUpAPortThatTakesNothingAnyMore()
    {
        Desk desk;
        desk.devices.plugOutput("Piano");
        desk.desk.chooseOutput(QString::fromLatin1(kPiano));
        desk.desk.start();
        desk.playMusic();
        QTRY_VERIFY(desk.noteOns() >= 1);
        desk.devices.setWorking(false);
        QTRY_VERIFY(!desk.news.empty());
        QCOMPARE(desk.news.front().first, SoundNews::PortLost);
        desk.devices.setWorking(true);
        QTRY_COMPARE(desk.desk.status().output, std::string{kPiano});
    }

    void testsTheOutputWithFourNotes()
    {
        Desk desk;
        desk.devices.plugOutput("Piano");
        desk.desk.setClickEnabled(false);
        desk.desk.chooseOutput(QString::fromLatin1(kPiano));
        desk.desk.start();
        QTRY_COMPARE(desk.desk.status().output, std::string{kPiano});
        desk.desk.testOutput();
        QTRY_COMPARE(desk.noteOns(), std::size_t{4});
        QTRY_COMPARE(desk.noteOffs(), std::size_t{4});
    }

    void passesOnAKeyboardAndReleasesWhatItHeldWhenLost()
    {
        Desk desk;
        desk.devices.plugInput("Keys");
        desk.desk.start();
        desk.desk.chooseInput(QStringLiteral("fake:Keys"));
        QTRY_COMPARE(desk.desk.status().input, std::string{"fake:Keys"});
        QVERIFY(desk.devices.play({0x90, 60, 90}));
        desk.devices.play({0x90, 64, 80});
        desk.devices.play({0x80, 64, 0});
        desk.devices.unplugAll();
        QTRY_COMPARE(desk.keys, (QStringList{QStringLiteral("+60:90"), QStringLiteral("+64:80"),
                                             QStringLiteral("-64"), QStringLiteral("-60")}));
        QTRY_COMPARE(desk.news, (News{{SoundNews::KeyboardLost, QStringLiteral("Keys")}}));
        QTRY_COMPARE(desk.desk.status().input, std::string{});
        QCOMPARE(desk.desk.status().chosenInput, std::string{"fake:Keys"});
    }

    void playsTheClassOnlyWhileThatIsOn()
    {
        Desk desk;
        desk.desk.start();
        QTRY_COMPARE(idsOf(desk.desk.status().outputs), (Ids{"click", "synth"}));
        QVERIFY(!desk.desk.status().playsClass);
        desk.desk.setPlaysClass(true);
        QVERIFY(desk.desk.status().playsClass);
        desk.desk.setPlaysClass(false);
        QVERIFY(!desk.desk.status().playsClass);
    }
};

QTEST_GUILESS_MAIN(tst_SoundDesk)
#include "tst_SoundDesk.moc"
