#include "tests/gui/Classroom.h"
#include "tests/support/ManualClock.h"
#include "ui/models/LiveParticipation.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using Seats = std::vector<SeatId>;

namespace {

/// A lesson with seats 1 and 2 here and the music on.
struct Lesson {
    ManualClock clock;
    RoomMirror mirror;
    Classroom room{mirror};
    LiveParticipation live{mirror, clock};

    Lesson()
    {
        room.open(clock.now());
        room.join(1, clock.now());
        room.join(2, clock.now());
        room.start(clock.now());
        const Timeline line = Timeline::stopped(Tempo{96'000}, Meter{4, 4}, clock.now());
        room.record(TimelineChanged{line.started(clock.now(), 0), std::nullopt, {}}, clock.now());
    }
    void note(std::int32_t seat) { room.note(seat, 60, clock.now()); }
    /// A share of seat 1 alone, in whole percent.
    int percent()
    {
        const auto share = live.activeShare();
        return share ? qRound(*share * 100) : -1;
    }
};

} // namespace

class tst_LiveParticipation : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void saysNothingBeforeAMinute()
    {
        Lesson l;
        l.note(1);
        l.clock.advance(59s);
        QVERIFY(!l.live.activeShare());
        l.clock.advance(1s);
        QVERIFY(l.live.activeShare());
    }

    void countsASecondBeforeAndTwoAfterEachNote()
    {
        Lesson l;
        l.room.record(SeatDisconnected{SeatId{2}}, l.clock.now());
        l.clock.advance(30s);
        l.note(1);
        l.clock.advance(30s);
        QCOMPARE(l.percent(), 5);
        // Notes on top of each other count once.
        l.clock.advance(0s);
        for (int i = 0; i < 10; ++i) {
            l.note(1);
            l.clock.advance(1s);
        }
        l.clock.advance(30s);
        QCOMPARE(l.percent(), qRound(100.0 * (3 + 12) / 100));
    }

    void leavesOutQuietAndMutedTime()
    {
        Lesson l;
        l.room.record(SeatDisconnected{SeatId{2}}, l.clock.now());
        l.clock.advance(30s);
        l.note(1);
        l.clock.advance(30s);
        l.room.record(SeatsMuted{{SeatId{1}}, true}, l.clock.now());
        l.clock.advance(600s);
        l.room.record(SeatsMuted{{SeatId{1}}, false}, l.clock.now());
        l.room.record(QuietStarted{l.clock.now()}, l.clock.now());
        l.clock.advance(600s);
        QCOMPARE(l.percent(), 5);
    }

    void namesWhoHasBeenQuietForTwoMinutesOfMusic()
    {
        Lesson l;
        l.clock.advance(119s);
        QVERIFY(l.live.quietSoFar().empty());
        l.note(1);
        l.clock.advance(1s);
        QCOMPARE(l.live.quietSoFar(), Seats{SeatId{2}});
        l.note(2);
        QVERIFY(l.live.quietSoFar().empty());
        l.clock.advance(120s);
        QCOMPARE(l.live.quietSoFar(), (Seats{SeatId{1}, SeatId{2}}));
    }

    void blamesNobodyWhoCouldNotPlay_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("muted") << 0;
        QTest::newRow("listener") << 1;
        QTest::newRow("away") << 2;
        QTest::newRow("quiet") << 3;
        QTest::newRow("another role alone") << 4;
        QTest::newRow("the music stands") << 5;
    }
    void blamesNobodyWhoCouldNotPlay()
    {
        QFETCH(int, what);
        Lesson l;
        const auto at = l.clock.now();
        const SeatId two{2};
        const std::array<Event, 6> events{
            SeatsMuted{{two}, true},
            RoleAssigned{{two}, Role::Listener},
            DeviceReported{two, {false, true, 14.0, 3.0}},
            QuietStarted{at},
            SoloChanged{Role::Bass},
            TimelineChanged{Timeline::stopped(Tempo{96'000}, Meter{4, 4}, at), std::nullopt, {}}};
        l.room.record(events[static_cast<std::size_t>(what)], at);
        l.clock.advance(300s);
        const Seats quiet = l.live.quietSoFar();
        QVERIFY(std::find(quiet.begin(), quiet.end(), two) == quiet.end());
    }

    void startsOverWithTheNextLesson()
    {
        Lesson l;
        l.note(1);
        l.clock.advance(100s);
        QVERIFY(l.live.activeShare());
        l.room.record(LessonEnded{}, l.clock.now());
        RoomOpened opened;
        opened.lesson = LessonId{8};
        opened.seats = Classroom::plans(true);
        l.room.record(std::move(opened), l.clock.now());
        QVERIFY(!l.live.activeShare());
        QVERIFY(l.live.quietSoFar().empty());
    }
};

QTEST_GUILESS_MAIN(tst_LiveParticipation)
#include "tst_LiveParticipation.moc"
