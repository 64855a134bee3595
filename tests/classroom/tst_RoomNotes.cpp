#include "tests/classroom/RoomFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

StopNote stopOf(int seat, int midi = 60)
{
    StopNote note;
    note.seat = SeatId{seat};
    note.midi = midi;
    return note;
}

/// How many of a hundred at once are accepted.
int accepted(RoomFixture& f, const Command& command, PeerId sender)
{
    int count = 0;
    for (int i = 0; i < 100; ++i) {
        count += f.submit(command, sender).empty() ? 0 : 1;
    }
    return count;
}

} // namespace

class tst_RoomNotes : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void recordsANoteWithItsTouchTime()
    {
        RoomFixture f;
        f.openWithLesson();
        PlayNote note = noteOf(1);
        note.at = f.now - 40ms;
        const auto events = f.submit(note);
        QCOMPARE(std::get<NotePlayed>(events.at(0)).at, f.now - 40ms);
        QCOMPARE(std::get<NotePlayed>(f.submit(noteOf(1)).at(0)).at, f.now);
    }

    void believesANotesTimeWithinBounds_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("too old") << -2001 << false;
        QTest::newRow("old") << -2000 << true;
        QTest::newRow("ahead") << 250 << true;
        QTest::newRow("too far ahead") << 251 << false;
    }

    void believesANotesTimeWithinBounds()
    {
        QFETCH(int, ms);
        QFETCH(bool, accepted);
        RoomFixture f;
        f.openWithLesson();
        PlayNote note = noteOf(1);
        note.at = f.now + std::chrono::milliseconds{ms};
        QCOMPARE(!f.submit(note).empty(), accepted);
        QCOMPARE(f.refusal == ErrorCode::NoteTime, !accepted);
    }

    void refusesSeatsThatMayNotPlay()
    {
        RoomFixture f;
        f.open();
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoLesson});
        f.submit(StartLesson{});
        f.submit(MuteSeats{{SeatId{1}}, true});
        f.submit(AssignRole{{SeatId{2}}, Role::Listener});
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Muted});
        f.submit(noteOf(2));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Listener});
        f.submit(noteOf(3));
        QVERIFY(!f.refusal);
        f.submit(noteOf(9));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
    }

    void admitsGuestsOnlyWhereTheRulesSaySo()
    {
        RoomFixture closed;
        closed.openWithLesson();
        closed.submit(noteOf(0));
        QCOMPARE(closed.refusal, std::optional{ErrorCode::SeatRequired});
        RoomFixture open{classroom::RoomRules{true, {}}};
        open.openWithLesson();
        QCOMPARE(open.submit(noteOf(0)).size(), std::size_t{1});
        open.submit(BeQuiet{});
        open.submit(noteOf(0));
        QCOMPARE(open.refusal, std::optional{ErrorCode::Quiet});
    }

    void dropsNotesBeyondASeatsLimitWithoutTouchingOthers()
    {
        RoomFixture f;
        f.openWithLesson();
        int played = 0;
        for (int i = 0; i < 1000; ++i) {
            f.now += 1ms;
            played += f.submit(noteOf(1)).empty() ? 0 : 1;
        }
        QVERIFY(played >= 20 && played <= 44);
        QCOMPARE(f.refusal, std::optional{ErrorCode::TooManyNotes});
        QCOMPARE(f.submit(noteOf(2)).size(), std::size_t{1});
    }

    void holdsEveryGuestToALimitOfItsOwn()
    {
        RoomFixture f{classroom::RoomRules{true, {}}};
        f.openWithLesson();
        QCOMPARE(accepted(f, noteOf(0), PeerId{1}), 24);
        QCOMPARE(f.refusal, std::optional{ErrorCode::TooManyNotes});
        QCOMPARE(accepted(f, noteOf(0), PeerId{2}), 24);
        f.now += 1s;
        QCOMPARE(accepted(f, noteOf(0), PeerId{1}), 20);
    }

    void countsAStopOfNothingLikeANote()
    {
        RoomFixture f;
        f.openWithLesson();
        QCOMPARE(accepted(f, stopOf(1), {}), 24);
        QCOMPARE(f.refusal, std::optional{ErrorCode::TooManyNotes});
        QVERIFY(f.submit(noteOf(1)).empty());
        QCOMPARE(f.submit(noteOf(2)).size(), std::size_t{1});
    }

    void endsEveryNoteThatSoundsOnceWhateverHappenedMeanwhile()
    {
        RoomFixture f;
        f.openWithLesson();
        for (int midi = 60; midi < 84; ++midi) {
            QCOMPARE(f.submit(noteOf(1, midi)).size(), std::size_t{1});
        }
        f.submit(MuteSeats{{SeatId{1}}, true});
        f.submit(BeQuiet{});
        for (int midi = 60; midi < 84; ++midi) {
            QCOMPARE(f.submit(stopOf(1, midi)).size(), std::size_t{1});
            QVERIFY(f.submit(stopOf(1, midi)).empty());
        }
        QCOMPARE(f.refusal, std::optional{ErrorCode::Quiet});
    }

    void takesNoStopsOfNothingFromWhoMayNotPlay()
    {
        RoomFixture f;
        f.open();
        f.submit(stopOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoLesson});
        f.submit(StartLesson{});
        f.submit(stopOf(0));
        QCOMPARE(f.refusal, std::optional{ErrorCode::SeatRequired});
        f.submit(stopOf(9));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
        f.submit(MuteSeats{{SeatId{1}}, true});
        f.submit(stopOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Muted});
    }

    void startsAFreedSeatAfresh()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        accepted(f, noteOf(1), {});
        f.submit(FreeSeat{SeatId{1}});
        f.submit(MuteSeats{{SeatId{1}}, true});
        f.submit(stopOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Muted});
    }

    void fallsQuietAtOnceAndStaysSoUntilReleased()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(BeQuiet{});
        f.now += 60s;
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Quiet});
        QVERIFY(f.submit(BeQuiet{}).empty());
        f.submit(ReleaseQuiet{});
        QCOMPARE(f.submit(noteOf(1)).size(), std::size_t{1});
    }

    void releasesAtTheBarLineAfterOneClickedBar()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(ChangeCountIn{0});
        f.submit(ChangeTempo{Tempo::fromBpm(60)});
        f.submit(StartTransport{});
        const ServerTime start = f.state().timeline.transport.at;
        f.now = start + 5s;
        f.submit(BeQuiet{});
        f.submit(ReleaseQuiet{});
        QCOMPARE(f.state().quiet.releaseAt, std::optional{start + 12s});
        QCOMPARE(f.room.nextDue(), std::optional{start + 12s});
        f.now = start + 11s;
        QVERIFY(f.submit(Tick{}).empty());
        QVERIFY(f.submit(noteOf(1)).empty());
        f.now = start + 12s;
        QCOMPARE(f.submit(Tick{}).size(), std::size_t{1});
        QVERIFY(!f.state().quiet.on);
        QVERIFY(!f.room.nextDue());
        QCOMPARE(f.submit(noteOf(1)).size(), std::size_t{1});
    }

    void takesBackARelease()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(StartTransport{});
        f.submit(BeQuiet{});
        f.submit(ReleaseQuiet{});
        QVERIFY(f.state().quiet.releaseAt);
        f.submit(BeQuiet{});
        QVERIFY(!f.state().quiet.releaseAt);
        QVERIFY(f.state().quiet.holdsAt(f.now + 1h));
    }

    void keepsEarlierMutesThroughQuiet()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(MuteSeats{{SeatId{1}}, true});
        f.submit(BeQuiet{});
        f.submit(ReleaseQuiet{});
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Muted});
    }
};

QTEST_GUILESS_MAIN(tst_RoomNotes)
#include "tst_RoomNotes.moc"
