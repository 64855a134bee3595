#include "tests/stage/RingFixture.h"
#include "tests/support/ManualClock.h"
#include "ui/models/JamBar.h"
#include "ui/models/TimelineModel.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

/// A room in which a bar of four lasts two seconds, and the model that watches it.
class Watched {
public:
    Watched()
        : room(playingRoom(clock.now()))
        , model(room)
    {
    }

    void record(Event event) { recordAt(clock.now(), std::move(event)); }
    void recordAt(ServerTime at, Event event)
    {
        const Batch batch{EventEnvelope{++m_seq, at, Origin{}, std::move(event)}};
        room.evolve(batch.front());
        model.apply(batch, room);
    }
    void play(std::int32_t seat, std::int32_t midi = 60)
    {
        PlayNote note;
        note.seat = SeatId{seat};
        note.midi = midi;
        record(NotePlayed{note, clock.now()});
    }
    void release(std::int32_t seat, std::int32_t midi = 60)
    {
        StopNote note;
        note.seat = SeatId{seat};
        note.midi = midi;
        record(NoteStopped{note, clock.now()});
    }
    JamBar jam(double width = 0.1) const { return jamBarAt(model, room, clock.now(), width); }
    const std::vector<JamNote>& melody()
    {
        m_jam = jam();
        return m_jam.lanes[0].notes;
    }

    ManualClock clock;
    RoomState room;
    TimelineModel model;

private:
    std::uint64_t m_seq = 0;
    JamBar m_jam;
};

} // namespace

class tst_TimelineModel : public QObject {
    Q_OBJECT

private slots:
    void placesANoteWhereItSounded()
    {
        Watched w;
        w.clock.advance(2500ms);
        w.play(3, 64);
        QCOMPARE(w.model.notes().size(), std::size_t{1});
        QCOMPARE(w.model.notes()[0].from, 1.25);
        QCOMPARE(w.model.notes()[0].seat, SeatId{3});
        QVERIFY(!w.model.notes()[0].to);
    }

    void endsTheRightNote()
    {
        Watched w;
        w.play(3, 64);
        w.play(3, 67);
        w.clock.advance(500ms);
        w.release(3, 64);
        QCOMPARE(w.model.notes()[0].to, std::optional{0.25});
        QVERIFY(!w.model.notes()[1].to);
        w.clock.advance(500ms);
        w.release(3, 64);
        QCOMPARE(w.model.notes()[0].to, std::optional{0.25});
    }

    void keepsTheRoleOfTheMoment()
    {
        Watched w;
        w.play(3);
        w.record(RoleAssigned{{SeatId{3}}, Role::Bass});
        w.play(3);
        QCOMPARE(w.model.notes()[0].role, Role::Melody);
        QCOMPARE(w.model.notes()[1].role, Role::Bass);
    }

    void leavesOutWhoHasNoSeat()
    {
        Watched w;
        w.play(0);
        w.play(40);
        QVERIFY(w.model.notes().empty());
    }

    void forgetsAfterEightBars()
    {
        Watched w;
        w.play(3);
        w.clock.advance(17s);
        w.play(4);
        QCOMPARE(w.model.notes().size(), std::size_t{2});
        w.clock.advance(2s);
        w.play(5);
        QCOMPARE(w.model.notes().size(), std::size_t{2});
        QCOMPARE(w.model.notes()[0].seat, SeatId{4});
    }

    void staysBoundedInAFlood()
    {
        Watched w;
        for (int i = 0; i < 5000; ++i) {
            w.play(1 + i % 24);
        }
        QVERIFY(w.model.notes().size() <= 4001);
    }

    void standsStillWithTheMusic()
    {
        Watched w;
        w.clock.advance(3s);
        w.record(TimelineChanged{w.room.timeline.stoppedAt(w.clock.now()), std::nullopt, {}});
        w.clock.advance(10s);
        QCOMPARE(w.model.placeAt(w.clock.now()), 1.5);
        w.play(3);
        QVERIFY(w.model.notes()[0].loose);
    }

    void goesOnAtABarLineAfterAStop()
    {
        Watched w;
        w.clock.advance(3s);
        w.record(TimelineChanged{w.room.timeline.stoppedAt(w.clock.now()), std::nullopt, {}});
        w.clock.advance(5s);
        w.record(TimelineChanged{w.room.timeline.started(w.clock.now(), 1), std::nullopt, {}});
        QCOMPARE(w.model.placeAt(w.clock.now()), 2.0);
        QCOMPARE(w.model.numberOf(2), std::int64_t{0});
        w.clock.advance(2s);
        QCOMPARE(w.model.placeAt(w.clock.now()), 3.0);
        QCOMPARE(w.model.numberOf(3), std::int64_t{1});
        QCOMPARE(w.model.numberOf(1), std::int64_t{2});
    }

    void keepsPlacesThroughATempoChange()
    {
        Watched w;
        w.clock.advance(2s);
        w.play(3);
        w.record(TimelineChanged{w.room.timeline.retimed(Tempo{60'000}, w.clock.now()),
                                 Tempo{60'000}, w.clock.now()});
        w.clock.advance(4s);
        QCOMPARE(w.model.notes()[0].from, 1.0);
        QCOMPARE(w.model.placeAt(w.clock.now()), 2.0);
    }

    void knowsHowManyPulsesABarHas()
    {
        Watched w;
        w.clock.advance(1s);
        w.record(TimelineChanged{
            w.room.timeline.remetered(Meter{3, 4}, w.clock.now()), std::nullopt, {}});
        QCOMPARE(w.model.pulsesIn(0), 4);
        QCOMPARE(w.model.pulsesIn(1), 3);
    }

    void remembersQuietAndItsEnd()
    {
        Watched w;
        w.clock.advance(1s);
        w.record(QuietStarted{w.clock.now()});
        QCOMPARE(w.model.quiets().size(), std::size_t{1});
        QCOMPARE(w.model.quiets()[0].from, 0.5);
        QVERIFY(!w.model.quiets()[0].to);
        w.clock.advance(2s);
        w.record(QuietReleased{w.clock.now() + 1s});
        QCOMPARE(w.model.quiets()[0].to, std::optional{2.0});
        w.record(QuietStarted{w.clock.now()});
        QCOMPARE(w.model.quiets().size(), std::size_t{1});
        QVERIFY(!w.model.quiets()[0].to);
    }

    void remembersMarks()
    {
        Watched w;
        w.clock.advance(3s);
        w.record(MomentMarked{});
        QCOMPARE(w.model.marks(), std::vector<double>{1.5});
    }

    void startsAfreshWithTheRoom()
    {
        Watched w;
        w.play(3);
        RoomOpened opened;
        opened.timeline = Timeline::stopped(Tempo{96'000}, Meter{4, 4}, w.clock.now());
        w.record(std::move(opened));
        QVERIFY(w.model.notes().empty());
        QCOMPARE(w.model.placeAt(w.clock.now()), 0.0);
    }

    void jamShowsTheRunningBarAndPalesTheLast()
    {
        Watched w;
        w.clock.advance(1500ms);
        w.play(3);
        QCOMPARE(w.melody().size(), std::size_t{1});
        QVERIFY(w.melody()[0].ringed && !w.melody()[0].pale);
        w.clock.advance(400ms);
        QVERIFY(!w.melody()[0].ringed);
        w.clock.advance(200ms);
        QCOMPARE(w.melody().size(), std::size_t{1});
        QVERIFY(w.melody()[0].pale);
        w.clock.advance(1400ms);
        QVERIFY(w.melody().empty());
    }

    void jamFillsTwoRowsThenCounts()
    {
        Watched w;
        for (const std::int32_t seat : {1, 2, 3, 4, 5}) {
            w.play(seat);
        }
        const JamLane lane = w.jam().lanes[0];
        QCOMPARE(lane.notes.size(), std::size_t{2});
        QCOMPARE(lane.notes[0].row, 0);
        QCOMPARE(lane.notes[1].row, 1);
        QCOMPARE(lane.more.size(), std::size_t{1});
        QCOMPARE(lane.more[0].count, 3);
    }

    void jamGivesOneHandOnePicture()
    {
        Watched w;
        w.play(3, 60);
        w.clock.advance(100ms);
        w.play(3, 67);
        QCOMPARE(w.melody().size(), std::size_t{1});
        QCOMPARE(w.melody()[0].midi, 67);
        w.clock.advance(500ms);
        w.play(3, 62);
        QCOMPARE(w.melody().size(), std::size_t{2});
    }

    void jamCountsPlayersAndListeners()
    {
        Watched w;
        w.record(RoleAssigned{{SeatId{1}, SeatId{2}}, Role::Rhythm});
        w.record(RoleAssigned{{SeatId{9}}, Role::Listener});
        const JamBar bar = w.jam();
        QCOMPARE(bar.lanes[0].players, 21);
        QCOMPARE(bar.lanes[3].players, 2);
        QCOMPARE(bar.listeners, std::vector<SeatId>{SeatId{9}});
        QCOMPARE(bar.number, std::optional<std::int64_t>{1});
        QCOMPARE(bar.pulse, 0);
    }

    void jamShowsNotesWithoutABeatForAMoment()
    {
        Watched w;
        w.record(TimelineChanged{w.room.timeline.stoppedAt(w.clock.now()), std::nullopt, {}});
        w.clock.advance(1s);
        for (const std::int32_t seat : {1, 2, 3}) {
            w.play(seat);
        }
        QCOMPARE(w.melody().size(), std::size_t{3});
        QVERIFY(w.melody()[0].where != w.melody()[2].where);
        QVERIFY(!w.jam().number);
        w.clock.advance(2s);
        QVERIFY(w.melody().empty());
    }
};

QTEST_MAIN(tst_TimelineModel)
#include "tst_TimelineModel.moc"
