#include "tests/gui/Classroom.h"

#include <QSignalSpy>
#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

constexpr ServerTime kNow{10s};

EventEnvelope numbered(std::uint64_t seq, Event event)
{
    return {seq, kNow, Origin{}, std::move(event)};
}

RoomOpened opened()
{
    RoomOpened event;
    event.className = "My class";
    event.code = RoomCode{"LARK"};
    event.seats = Classroom::plans(false);
    event.timeline = Timeline::stopped(Tempo{96'000}, Meter{4, 4}, kNow);
    return event;
}

/// One of everything a lesson brings.
Batch lesson()
{
    PlayNote note;
    note.seat = SeatId{2};
    note.midi = 64;
    const Timeline line = opened().timeline.started(kNow + 300ms, 1);
    return {numbered(1, opened()),
            numbered(2, SeatClaimed{SeatId{2}, "tablet", 1}),
            numbered(3, SeatConnected{SeatId{2}}),
            numbered(4, DeviceReported{SeatId{2}, {false, true, 200.0, 3.0}}),
            numbered(5, LessonStarted{}),
            numbered(6, RoleAssigned{{SeatId{2}, SeatId{3}}, Role::Bass}),
            numbered(7, SeatsMuted{{SeatId{3}}, true}),
            numbered(8, HandRaised{SeatId{2}, true}),
            numbered(9, TimelineChanged{line, std::nullopt, {}}),
            numbered(10, NotePlayed{note, kNow}),
            numbered(11, CountInChanged{2}),
            numbered(12, QuietStarted{kNow})};
}

} // namespace

class tst_RoomMirror : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void handsOnEveryEventOnceItIsTrue()
    {
        RoomMirror mirror;
        std::vector<std::uint64_t> seen;
        connect(&mirror, &RoomMirror::applied, this, [&](const Batch& batch) {
            QCOMPARE(mirror.state().seq, batch.back().seq);
            for (const EventEnvelope& envelope : batch) {
                seen.push_back(envelope.seq);
            }
        });
        mirror.apply({numbered(1, opened()), numbered(2, LessonStarted{})});
        mirror.apply({});
        mirror.apply({numbered(3, CountInChanged{2})});
        QCOMPARE(seen, (std::vector<std::uint64_t>{1, 2, 3}));
    }

    void showsTheClassListBeforeTheRoomOpens()
    {
        RoomMirror mirror;
        mirror.setClassPlan({ClassId{1}, "My class", false, Classroom::plans(true)});
        QCOMPARE(mirror.state().className, std::string{"My class"});
        QCOMPARE(mirror.state().seats.size(), std::size_t{24});
        const Seat& third = mirror.state().seats.at(2);
        QCOMPARE(third.id, SeatId{3});
        QCOMPARE(third.name, std::string{"Chloe"});
        QCOMPARE(third.avatar, avatarFor(SeatId{3}));
        QVERIFY(!mirror.state().isOpen());
    }

    void replacesTheClassListByAnother()
    {
        RoomMirror mirror;
        mirror.setClassPlan({ClassId{1}, "My class", false, Classroom::plans(true)});
        mirror.setClassPlan({ClassId{1}, "Other", false, {{SeatId{1}, "owl", "Ann", Role::Bass}}});
        QCOMPARE(mirror.state().className, std::string{"Other"});
        QCOMPARE(mirror.state().seats.size(), std::size_t{1});
        QCOMPARE(mirror.state().seats.front().role, Role::Bass);
    }

    void leavesAnOpenRoomAloneWhenTheClassListComes()
    {
        RoomMirror mirror;
        mirror.apply(lesson());
        mirror.flush();
        QSignalSpy dirtied(&mirror, &RoomMirror::dirtied);
        mirror.setClassPlan({ClassId{1}, "Other", false, {}});
        QCOMPARE(mirror.state().className, std::string{"My class"});
        QCOMPARE(mirror.state().seats.size(), std::size_t{24});
        QCOMPARE(dirtied.size(), 0);
    }

    void evolvesAsTheRoomDoes()
    {
        RoomState room;
        RoomMirror mirror;
        for (const EventEnvelope& envelope : lesson()) {
            room.evolve(envelope);
        }
        mirror.apply(lesson());
        const RoomState& mirrored = mirror.state();
        QCOMPARE(mirrored.seq, room.seq);
        QCOMPARE(mirrored.phase, room.phase);
        QCOMPARE(mirrored.code, room.code);
        QCOMPARE(mirrored.lessonStartedAt, room.lessonStartedAt);
        QCOMPARE(mirrored.countInBars, room.countInBars);
        QVERIFY(mirrored.timeline == room.timeline);
        QVERIFY(mirrored.quiet == room.quiet);
        QVERIFY(mirrored.seats == room.seats);
        QCOMPARE(mirrored.seats.at(1).lastNote->midi, 64);
    }

    void comesToTheSameHoweverTheBatchesAreCut()
    {
        RoomMirror whole;
        RoomMirror pieces;
        whole.apply(lesson());
        for (const EventEnvelope& envelope : lesson()) {
            pieces.apply({envelope});
            pieces.flush();
        }
        QVERIFY(whole.state().seats == pieces.state().seats);
        QCOMPARE(whole.state().seq, pieces.state().seq);
    }

    void mergesManyBatchesIntoOneChange()
    {
        RoomMirror mirror;
        QSignalSpy dirtied(&mirror, &RoomMirror::dirtied);
        QSignalSpy changed(&mirror, &RoomMirror::changed);
        for (const EventEnvelope& envelope : lesson()) {
            mirror.apply({envelope});
        }
        QCOMPARE(dirtied.size(), 1);
        QCOMPARE(changed.size(), 0);
        mirror.flush();
        QCOMPARE(changed.size(), 1);
        mirror.apply({numbered(13, QuietEnded{})});
        QCOMPARE(dirtied.size(), 2);
    }

    void saysNothingWhenNothingHappened()
    {
        RoomMirror mirror;
        QSignalSpy dirtied(&mirror, &RoomMirror::dirtied);
        QSignalSpy changed(&mirror, &RoomMirror::changed);
        mirror.apply({});
        mirror.flush();
        QCOMPARE(dirtied.size(), 0);
        QCOMPARE(changed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_RoomMirror)
#include "tst_RoomMirror.moc"
