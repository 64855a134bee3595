#include "tests/classroom/RoomFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

/// Plays 4/4 at 60 without a count-in; `now` is the first downbeat.
void play(RoomFixture& f)
{
    f.openWithLesson();
    f.submit(ChangeCountIn{0});
    f.submit(ChangeTempo{Tempo::fromBpm(60)});
    f.now += 1s;
    f.submit(StartTransport{});
    f.now = f.state().timeline.transport.at;
}

template <typename E>
const E* only(const std::vector<Event>& events)
{
    for (const Event& event : events) {
        if (const auto* found = std::get_if<E>(&event)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

class tst_RoomMusic : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void startsAgainAsSoonAsAPendingStopIsOver()
    {
        RoomFixture f;
        play(f);
        const ServerTime start = f.now;
        f.now = start + 1900ms;
        f.submit(StopTransport{});
        const Timeline stopping = f.state().timeline;
        f.now += 50ms;
        f.submit(StartTransport{});
        QVERIFY(!f.refusal);
        QCOMPARE(f.state().timeline.pulseFrom(f.now), stopping.pulseFrom(f.now));
        QCOMPARE(f.room.nextDue(), std::optional{start + 2200ms});
        QVERIFY(f.submit(StartTransport{}).empty());
        f.now = start + 2199ms;
        QVERIFY(f.submit(Tick{}).empty());
        f.now = start + 2200ms;
        f.submit(Tick{});
        QVERIFY(f.state().timeline.transport.playing);
        QCOMPARE(f.state().timeline.transport.at, f.now + 300ms);
        QVERIFY(!f.room.nextDue());
    }

    void takesBackAStartThatStillWaits()
    {
        RoomFixture f;
        play(f);
        f.submit(StopTransport{});
        f.submit(StartTransport{});
        f.submit(StopTransport{});
        QVERIFY(!f.refusal);
        QVERIFY(!f.room.nextDue());
        f.submit(StopTransport{});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotPlaying});
    }

    void forgetsAWaitingStartWithTheLesson()
    {
        RoomFixture f;
        play(f);
        f.submit(StopTransport{});
        f.submit(StartTransport{});
        f.submit(EndLesson{});
        QVERIFY(!f.room.nextDue());
    }

    void saysWhenANewTempoBeginsEvenBeforeAMeterToCome()
    {
        RoomFixture f;
        play(f);
        const ServerTime start = f.now;
        f.now = start + 500ms;
        f.submit(ChangeMeter{Meter{6, 8}});
        QCOMPARE(f.state().timeline.meters.back().tick, Ticks{4 * 960});
        const auto events = f.submit(ChangeTempo{Tempo::fromBpm(120)});
        QCOMPARE(only<TimelineChanged>(events)->tempoAt, start + 1s);
    }

    void saysThatATempoSetWhileStoppedHoldsAtOnce()
    {
        RoomFixture f;
        f.openWithLesson();
        f.now += 5s;
        const auto events = f.submit(ChangeTempo{Tempo::fromBpm(120)});
        QCOMPARE(only<TimelineChanged>(events)->tempoAt, f.now);
    }

    void keepsTheLastOfManyTemposForTheNextQuarterSecond()
    {
        RoomFixture f;
        play(f);
        f.now += 10s;
        const ServerTime first = f.now;
        QVERIFY(only<TimelineChanged>(f.submit(ChangeTempo{Tempo::fromBpm(80)})));
        const auto rev = f.state().timeline.rev;
        for (int i = 1; i < 250; ++i) {
            f.now = first + i * 1ms;
            f.submit(ChangeTempo{Tempo{81'000 + i * 100}});
        }
        QCOMPARE(f.state().timeline.rev, rev);
        QCOMPARE(f.state().pulseTempo(), Tempo{105'900});
        QCOMPARE(f.room.nextDue(), std::optional{first + 250ms});
        f.now = first + 250ms;
        const auto events = f.submit(Tick{});
        QCOMPARE(only<TimelineChanged>(events)->tempo, std::optional{Tempo{105'900}});
        QVERIFY(!f.room.nextDue());
        f.now += 250ms;
        QVERIFY(only<TimelineChanged>(f.submit(ChangeTempo{Tempo::fromBpm(70)})));
    }

    void publishesNoTempoThatWasTakenBackMeanwhile()
    {
        RoomFixture f;
        play(f);
        f.now += 10s;
        f.submit(ChangeTempo{Tempo::fromBpm(80)});
        f.submit(ChangeTempo{Tempo::fromBpm(90)});
        f.submit(ChangeTempo{Tempo::fromBpm(80)});
        QVERIFY(!f.room.nextDue());
        QCOMPARE(f.state().pulseTempo(), Tempo::fromBpm(80));
    }

    void publishesAtMostFourTimelinesASecondHoweverManyTemposCome()
    {
        RoomFixture f;
        play(f);
        const auto rev = f.state().timeline.rev;
        const ServerTime end = f.now + 10s;
        for (int i = 0; f.now < end; ++i) {
            f.now += 1ms;
            if (f.room.nextDue() && *f.room.nextDue() <= f.now) {
                f.submit(Tick{});
            }
            f.submit(ChangeTempo{Tempo{60'000 + (i * 7919) % 100'000}});
        }
        QVERIFY(f.state().timeline.rev - rev <= 41);
        QVERIFY(f.state().timeline.rev - rev >= 38);
    }

    void movesAReleaseWithTheTempo()
    {
        RoomFixture f;
        play(f);
        const ServerTime start = f.now;
        f.now = start + 5s;
        f.submit(BeQuiet{});
        f.submit(ReleaseQuiet{});
        QCOMPARE(f.state().quiet.releaseAt, std::optional{start + 12s});
        const auto events = f.submit(ChangeTempo{Tempo::fromBpm(120)});
        // The same bar line: pulse 13, of which the last six come twice as fast.
        QCOMPARE(only<QuietReleased>(events)->at, start + 6s + 3s);
        QCOMPARE(f.state().quiet.releaseAt, std::optional{start + 9s});
        f.now = start + 9s;
        f.submit(Tick{});
        QVERIFY(!f.state().quiet.on);
    }

    void movesAReleaseToTheEndOfAWholeBarOfTheNewMeter()
    {
        RoomFixture f;
        play(f);
        const ServerTime start = f.now;
        f.now = start + 5s;
        f.submit(BeQuiet{});
        f.submit(ReleaseQuiet{});
        const auto events = f.submit(ChangeMeter{Meter{3, 4}});
        // The clicked bar begins at 8 s, now with three pulses.
        QCOMPARE(only<QuietReleased>(events)->at, start + 11s);
    }

    void leavesAReleaseAloneThatAChangeDoesNotTouch()
    {
        RoomFixture f;
        play(f);
        const ServerTime start = f.now;
        f.now = start + 3800ms;
        f.submit(BeQuiet{});
        f.submit(ReleaseQuiet{});
        QCOMPARE(f.state().quiet.releaseAt, std::optional{start + 12s});
        f.now = start + 11500ms;
        QVERIFY(!only<QuietReleased>(f.submit(ChangeMeter{Meter{3, 4}})));
        QVERIFY(!only<QuietReleased>(f.submit(ChangeTempo{Tempo::fromBpm(90)})));
    }

    void releasesAtOnceWhenTheMusicStops()
    {
        RoomFixture f;
        play(f);
        f.now += 5s;
        f.submit(BeQuiet{});
        f.submit(ReleaseQuiet{});
        QCOMPARE(only<QuietReleased>(f.submit(StopTransport{}))->at, f.now);
        QCOMPARE(f.submit(noteOf(1)).size(), std::size_t{1});
        f.submit(Tick{});
        QVERIFY(!f.state().quiet.on);
    }
};

QTEST_GUILESS_MAIN(tst_RoomMusic)
#include "tst_RoomMusic.moc"
