#include "midi/MidiMetronome.h"
#include "midi/RtMidiSystem.h"
#include "midi/SoundDesk.h"
#include "tests/midi/JackDummy.h"
#include "tests/midi/JackPeer.h"
#include "tests/support/FakeAudioOut.h"
#include "tests/support/ManualClock.h"
#include "tests/support/RealClock.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

/// A real port that also keeps what it is sent.
class Recorder final : public MidiPort {
public:
    explicit Recorder(MidiPort& port)
        : m_port(port)
    {
    }
    bool send(std::span<const std::uint8_t> message) override
    {
        sent.emplace_back(message.begin(), message.end());
        return m_port.send(message);
    }
    test::MidiMessages sent;

private:
    MidiPort& m_port;
};

constexpr auto kFarPort = "jack:Far:synth";

/// A sound desk on the real MIDI system.
struct Desk {
    Desk()
    {
        QObject::connect(&desk, &SoundDesk::news, &desk,
                         [this](SoundNews what) { news.push_back(what); });
        desk.chooseOutput(QString::fromLatin1(kFarPort));
        desk.start();
        desk.setTimeline(
            Timeline::stopped(Tempo{300'000}, Meter{}, clock.now()).started(clock.now() + 20ms, 0));
    }
    /// On a busy machine JACK may list a port only at the second look, which is told like a return.
    void forgetNews()
    {
        QCoreApplication::processEvents();
        news.clear();
    }
    bool playsOnPort() const { return desk.status().output == kFarPort; }

    test::RealClock clock;
    std::vector<SoundNews> news;
    SoundDesk desk{clock,
                   {{[] { return std::make_unique<test::FakeAudioOut>(); }, {}, false},
                    makeRtMidiSystem,
                    100ms}};
};

bool lists(RtMidiSystem& system, const std::string& id)
{
    const PresentDevices present = system.look();
    return std::any_of(present.outputs.begin(), present.outputs.end(),
                       [&](const SoundDevice& device) { return device.id == id; });
}

} // namespace

class tst_RtMidiSystem : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!test::JackDummy::isInstalled()) {
            QSKIP("needs jackd, of the package jackd2");
        }
    }
    void init() { QVERIFY(m_jack.start()); }
    void cleanup() { m_jack.stop(); }

    void hasNoDevicesWithoutAServer()
    {
        m_jack.stop();
        RtMidiSystem system;
        QCOMPARE(system.look(), PresentDevices{});
        QCOMPARE(system.openOutput(kFarPort), nullptr);
        QCOMPARE(system.openInput(kFarPort, {}), nullptr);
    }

    void seesAServerAndPortsThatComeLaterAndGo()
    {
        m_jack.stop();
        RtMidiSystem system;
        QCOMPARE(system.look(), PresentDevices{});
        QVERIFY(m_jack.start());
        QTRY_VERIFY(!lists(system, kFarPort));
        {
            test::JackPeer end;
            QVERIFY(end.isReady());
            QTRY_VERIFY(lists(system, kFarPort));
        }
        QTRY_VERIFY(!lists(system, kFarPort));
    }

    void carriesEveryByteInOrder()
    {
        test::JackPeer end;
        QVERIFY(end.isReady());
        RtMidiSystem system;
        QTRY_VERIFY(lists(system, kFarPort));
        const auto port = system.openOutput(kFarPort);
        QVERIFY(port);
        Recorder recorder{*port};
        test::ManualClock clock;
        MidiMetronome metronome{clock, recorder};
        ClickPlan plan;
        plan.timeline = Timeline::stopped(Tempo{150'000}, Meter{3, 4}, clock.now())
                            .started(clock.now(), 1)
                            .stoppedAt(clock.now() + 20s);
        for (auto next = std::optional{clock.now()}; next;) {
            clock.set(*next);
            next = metronome.step(plan, {});
            // Not faster than JACK takes it: a block has room for so many messages only.
            QTRY_COMPARE(end.messages().size(), recorder.sent.size());
        }
        QCOMPARE(end.messages(), recorder.sent);
        QCOMPARE(end.notes(), (std::pair{50, 0}));
    }

    void playsInRealTimeAndLeavesNoNoteBehind()
    {
        test::JackPeer end;
        QVERIFY(end.isReady());
        Desk desk;
        QTRY_VERIFY(desk.playsOnPort());
        QTRY_VERIFY(end.notes().first >= 10);
        desk.desk.chooseOutput(QStringLiteral("click"));
        QTRY_COMPARE(end.notes().second, 0);
        QTRY_COMPARE(end.messages().back(), (std::vector<std::uint8_t>{0xBF, 120, 0}));
    }

    void survivesAPortThatVanishesInMidSong()
    {
        auto end = std::make_unique<test::JackPeer>();
        QVERIFY(end->isReady());
        Desk desk;
        QTRY_VERIFY(end->notes().first >= 3);
        desk.forgetNews();
        end.reset();
        QTRY_COMPARE(desk.news, (std::vector{SoundNews::PortLost}));
        QTRY_VERIFY(!desk.playsOnPort());
        end = std::make_unique<test::JackPeer>();
        QVERIFY(end->isReady());
        QTRY_COMPARE(desk.news, (std::vector{SoundNews::PortLost, SoundNews::PortBack}));
        QTRY_VERIFY(end->notes().first >= 3);
        desk.desk.chooseOutput(QStringLiteral("click"));
        QTRY_COMPARE(end->notes().second, 0);
    }

    void survivesAServerThatDiesInMidSong()
    {
        Desk desk;
        {
            test::JackPeer end;
            QVERIFY(end.isReady());
            QTRY_VERIFY(end.notes().first >= 3);
            desk.forgetNews();
            m_jack.kill();
            QTRY_COMPARE_WITH_TIMEOUT(desk.news, (std::vector{SoundNews::PortLost}), 15'000);
            QTRY_VERIFY(!desk.playsOnPort());
        }
        QVERIFY(m_jack.start());
        test::JackPeer end;
        QVERIFY(end.isReady());
        QTRY_COMPARE_WITH_TIMEOUT(desk.news,
                                  (std::vector{SoundNews::PortLost, SoundNews::PortBack}), 15'000);
        QTRY_VERIFY(end.notes().first >= 3);
    }

    void endsWithAServerThatIsDead()
    {
        test::JackPeer end;
        QVERIFY(end.isReady());
        Desk desk;
        QTRY_VERIFY(end.notes().first >= 3);
        m_jack.kill();
    }

    void hearsAKeyboard()
    {
        auto keys = std::make_unique<test::JackPeer>(test::JackPeer::Kind::Keyboard);
        QVERIFY(keys->isReady());
        Desk desk;
        QStringList heard;
        connect(&desk.desk, &SoundDesk::keyPressed, this, [&](int midi, int velocity) {
            heard.append(QStringLiteral("+%1:%2").arg(midi).arg(velocity));
        });
        connect(&desk.desk, &SoundDesk::keyReleased, this,
                [&](int midi) { heard.append(QStringLiteral("-%1").arg(midi)); });
        desk.desk.chooseInput(QStringLiteral("jack:Near:keys"));
        QTRY_COMPARE(desk.desk.status().input, std::string{"jack:Near:keys"});
        keys->play({0x90, 60, 90});
        keys->play({0x80, 60, 0});
        keys->play({0x90, 64, 70});
        QTRY_COMPARE(heard.size(), 3);
        desk.forgetNews();
        keys.reset();
        QTRY_COMPARE(heard, (QStringList{QStringLiteral("+60:90"), QStringLiteral("-60"),
                                         QStringLiteral("+64:70"), QStringLiteral("-64")}));
        QTRY_COMPARE(desk.news, (std::vector{SoundNews::KeyboardLost}));
    }

private:
    test::JackDummy m_jack;
};

QTEST_GUILESS_MAIN(tst_RtMidiSystem)
#include "tst_RtMidiSystem.moc"
