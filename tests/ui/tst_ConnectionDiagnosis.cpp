#include "tests/gui/Classroom.h"
#include "tests/support/ManualClock.h"
#include "ui/models/ConnectionDiagnosis.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Kind = NetworkAdapter::Kind;
using Steps = std::array<StepState, kHelperSteps>;
constexpr StepState kDone = StepState::Done;
constexpr StepState kNow = StepState::Current;
constexpr StepState kLater = StepState::Later;

struct Case {
    Case() { room.open(clock.now()); }

    Obstacle obstacle() const { return obstacleOf(status, mirror.state(), same, clock.now()); }
    Diagnosis diagnosis() const { return diagnosisOf(obstacle(), status, mirror.state()); }
    Steps steps() const { return stepsOf(status, mirror.state(), same); }
    void join(double rttMs) { room.join(1, clock.now(), {true, true, rttMs, 3.0}); }

    ManualClock clock;
    RoomMirror mirror;
    Classroom room{mirror};
    NetworkStatus status = Classroom::network(true);
    SameNetwork same = SameNetwork::NotAsked;
};

} // namespace

class tst_ConnectionDiagnosis : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void cannotSayAtOnce()
    {
        Case c;
        QCOMPARE(c.obstacle(), Obstacle::Unknown);
        c.same = SameNetwork::Yes;
        QCOMPARE(c.obstacle(), Obstacle::Unknown);
    }

    void suspectsAfterAMinuteThatDevicesAreKeptApart()
    {
        Case c;
        c.clock.advance(60s);
        QCOMPARE(c.obstacle(), Obstacle::KeptApart);
        c.same = SameNetwork::Yes;
        QCOMPARE(c.obstacle(), Obstacle::KeptApart);
    }

    void believesTheTeacherAboutTheOtherNetwork()
    {
        Case c;
        c.same = SameNetwork::No;
        QCOMPARE(c.obstacle(), Obstacle::OtherNetwork);
    }

    void looksAtTheLaptopFirst()
    {
        Case c;
        c.same = SameNetwork::No;
        c.clock.advance(90s);
        c.status.adapters[0].kind = Kind::Virtual;
        QCOMPARE(c.obstacle(), Obstacle::WrongAdapter);
        c.status.adapters[0].kind = Kind::Loopback;
        QCOMPARE(c.obstacle(), Obstacle::WrongAdapter);
        c.status.adapters[0].kind = Kind::Cable;
        QCOMPARE(c.obstacle(), Obstacle::OtherNetwork);
        c.status.adapter = "gone0";
        QCOMPARE(c.obstacle(), Obstacle::WrongAdapter);
        c.status.adapters.clear();
        QCOMPARE(c.obstacle(), Obstacle::NoNetwork);
    }

    void isContentOnceSomebodyGotThrough()
    {
        Case c;
        c.clock.advance(90s);
        c.same = SameNetwork::No;
        c.status.visitors = 1;
        QCOMPARE(c.obstacle(), Obstacle::None);
        c.status.visitors = 0;
        c.join(14.0);
        QCOMPARE(c.obstacle(), Obstacle::None);
        c.join(121.0);
        QCOMPARE(c.obstacle(), Obstacle::OnlySlow);
    }

    void hasWordsEvidenceAndWaysForEveryObstacle_data()
    {
        QTest::addColumn<Obstacle>("obstacle");
        QTest::addColumn<int>("ways");
        QTest::newRow("none") << Obstacle::None << 0;
        QTest::newRow("slow") << Obstacle::OnlySlow << 2;
        QTest::newRow("no network") << Obstacle::NoNetwork << 2;
        QTest::newRow("wrong adapter") << Obstacle::WrongAdapter << 2;
        QTest::newRow("other network") << Obstacle::OtherNetwork << 3;
        QTest::newRow("unknown") << Obstacle::Unknown << 2;
        QTest::newRow("kept apart") << Obstacle::KeptApart << 4;
    }
    void hasWordsEvidenceAndWaysForEveryObstacle()
    {
        QFETCH(Obstacle, obstacle);
        QFETCH(int, ways);
        const Case c;
        const Diagnosis found = diagnosisOf(obstacle, c.status, c.mirror.state());
        QVERIFY(!found.title.isEmpty() && !found.text.isEmpty());
        QVERIFY(!found.evidence.empty());
        QCOMPARE(static_cast<int>(found.ways.size()), ways);
        for (const WayOut& way : found.ways) {
            QVERIFY(!way.icon.isEmpty() && !way.title.isEmpty() && !way.text.isEmpty());
        }
    }

    void tellsHowItKnows()
    {
        Case c;
        c.clock.advance(60s);
        const Diagnosis found = c.diagnosis();
        QCOMPARE(found.title, u"This Wi-Fi keeps devices apart"_s);
        QCOMPARE(found.evidence.size(), std::size_t{2});
        QVERIFY(found.evidence[0].good);
        QCOMPARE(found.evidence[0].text, u"Tutti listens on 192.168.1.24:4000"_s);
        QVERIFY(!found.evidence[1].good);
        QCOMPARE(found.ways.front().title, u"Ask IT with our one-page note"_s);
        QVERIFY(found.ways.front().steps.isEmpty());
        QCOMPARE(found.ways[1].steps.size(), 3);
    }

    void namesTheWrongAdapter()
    {
        Case c;
        c.status.adapters[0] = {"wlan0", "School VPN", Kind::Virtual, "10.8.0.3"};
        QCOMPARE(c.diagnosis().evidence.front().text,
                 u"The chosen network is Virtual: School VPN"_s);
        c.status.adapter = "gone0";
        QCOMPARE(c.diagnosis().evidence.front().text, u"The chosen network is gone"_s);
    }

    void countsWhoCameThrough()
    {
        Case c;
        c.status.visitors = 1;
        QCOMPARE(c.diagnosis().evidence[0].text, u"1 other device has reached this laptop"_s);
        c.status.visitors = 3;
        QCOMPARE(c.diagnosis().evidence[0].text, u"3 other devices have reached this laptop"_s);
    }

    void marksTheFirstStepThatIsNotDone()
    {
        Case c;
        QCOMPARE(c.steps(), (Steps{kDone, kNow, kLater, kLater}));
        c.same = SameNetwork::Yes;
        QCOMPARE(c.steps(), (Steps{kDone, kDone, kNow, kLater}));
        c.same = SameNetwork::No;
        QCOMPARE(c.steps(), (Steps{kDone, kNow, kLater, kLater}));
        c.status.adapters[0].kind = Kind::Virtual;
        QCOMPARE(c.steps(), (Steps{kNow, kLater, kLater, kLater}));
        c.status.listening = false;
        c.status.adapters[0].kind = Kind::WiFi;
        QCOMPARE(c.steps(), (Steps{kNow, kLater, kLater, kLater}));
    }

    void answersTheStepsByWhoeverGotThrough()
    {
        Case c;
        c.status.visitors = 1;
        QCOMPARE(c.steps(), (Steps{kDone, kDone, kDone, kNow}));
        c.join(14.0);
        QCOMPARE(c.steps(), (Steps{kDone, kDone, kDone, kDone}));
        c.join(121.0);
        QCOMPARE(c.steps(), (Steps{kDone, kDone, kDone, kNow}));
    }

    void writesANoteWithTheAddress()
    {
        const QString note = noteForIt(Classroom::network(true));
        QVERIFY(note.contains(u"192.168.1.24:4000"_s));
        QVERIFY(note.contains(u"TCP"_s) && note.contains(u"WebSocket"_s));
        QVERIFY(note.contains(u"No internet access is needed"_s));
    }
};

QTEST_GUILESS_MAIN(tst_ConnectionDiagnosis)
#include "tst_ConnectionDiagnosis.moc"
