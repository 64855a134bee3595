#include "app/store/EventJournal.h"
#include "tests/store/Lesson.h"

#include <QRegularExpression>
#include <QTest>

using namespace tutti;
using namespace tutti::store;
using namespace std::chrono_literals;

namespace {

template <typename R>
std::vector<R> rowsOf(const EventJournal& journal)
{
    std::vector<R> rows;
    for (const Row& row : journal.pending()) {
        if (const auto* wanted = std::get_if<R>(&row)) {
            rows.push_back(*wanted);
        }
    }
    return rows;
}

} // namespace

class tst_EventJournal : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void hasNothingToWriteAtFirst()
    {
        QVERIFY(EventJournal{}.pending().empty());
        QVERIFY(!EventJournal{}.isUrgent());
    }

    void writesLessonChangesAtOnceAndNotesLater()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1}))});
        QVERIFY(journal.isUrgent());
        journal.clear();
        journal.record({stream.next(test::notePlayed(SeatId{1}, 60, stream.now()))});
        QVERIFY(!journal.isUrgent());
        for (std::size_t i = 1; i < EventJournal::kRowsPerWrite; ++i) {
            QVERIFY(!journal.isUrgent());
            journal.record({stream.next(test::notePlayed(SeatId{1}, 60, stream.now()))});
        }
        QVERIFY(journal.isUrgent());
        journal.clear();
        journal.record({stream.next(LessonStarted{})});
        QVERIFY(journal.isUrgent());
    }

    void keepsNotesAsNumbers()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1}))});
        NotePlayed played = test::notePlayed(SeatId{2}, 64, ServerTime{5'000'900ns});
        played.note.velocity = 0;
        NoteStopped stopped;
        stopped.note.seat = SeatId{2};
        stopped.note.midi = 64;
        stopped.at = ServerTime{6ms};
        journal.record({stream.next(played), stream.next(stopped)});
        const auto notes = rowsOf<NoteRow>(journal);
        QCOMPARE(notes.size(), std::size_t{2});
        QVERIFY(notes[0].lesson == test::kLesson && notes[0].seat == SeatId{2});
        QCOMPARE(notes[0].seq, std::uint64_t{2});
        QCOMPARE(notes[0].midi, 64);
        QCOMPARE(notes[0].velocity, 1);
        QCOMPARE(notes[0].atMicros, std::int64_t{5'000});
        QCOMPARE(notes[0].receivedMicros, std::int64_t{2'000});
        QCOMPARE(notes[1].velocity, 0);
        QCOMPARE(notes[1].atMicros, std::int64_t{6'000});
    }

    void followsWhereEachTabletWas()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1})),
                        stream.next(SeatClaimed{SeatId{3}, "t", 1}),
                        stream.next(SeatConnected{SeatId{3}}),
                        stream.next(DeviceReported{SeatId{3}, {false, true, 1, 1}}),
                        stream.next(SeatDisconnected{SeatId{3}}), stream.next(LessonEnded{})});
        std::vector<std::string_view> kinds;
        for (const PresenceBeginRow& row : rowsOf<PresenceBeginRow>(journal)) {
            QVERIFY(row.seat == SeatId{3});
            kinds.push_back(row.kind);
        }
        QVERIFY((kinds == std::vector<std::string_view>{"rejoining", "here", "away", "rejoining"}));
        QCOMPARE(rowsOf<PresenceEndRow>(journal).size(), std::size_t{4});
    }

    void takesASnapshotEveryThirtySecondsAndAtLessonChanges()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1})), stream.next(LessonStarted{})});
        QCOMPARE(rowsOf<SnapshotRow>(journal).size(), std::size_t{2});
        stream.skip(29s);
        journal.record({stream.next(CountInChanged{2})});
        QCOMPARE(rowsOf<SnapshotRow>(journal).size(), std::size_t{2});
        stream.skip(1s);
        journal.record({stream.next(CountInChanged{1}), stream.next(CountInChanged{2})});
        QCOMPARE(rowsOf<SnapshotRow>(journal).size(), std::size_t{3});
    }

    void keepsTheTurnsOfAGameAndOfItsOtherStatesOnlyTheLast()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1})), stream.next(LessonStarted{})});
        const std::size_t control = rowsOf<ControlRow>(journal).size();
        journal.record({stream.next(GameChanged{nullptr, true, true})});
        for (int i = 0; i < 50; ++i) {
            journal.record({stream.next(GameChanged{})});
        }
        journal.record({stream.next(GameChanged{nullptr, false, true})});
        const EventEnvelope last = stream.next(GameChanged{});
        journal.record({last});
        QCOMPARE(rowsOf<ControlRow>(journal).size(), control + 2);
        const auto games = rowsOf<GameRow>(journal);
        QCOMPARE(games.size(), std::size_t{1});
        QCOMPARE(games.front().seq, last.seq);
        QCOMPARE(games.front().atNanos, last.at.time_since_epoch().count());
        journal.clear();
        journal.record({stream.next(GameChanged{})});
        QCOMPARE(rowsOf<GameRow>(journal).size(), std::size_t{1});
    }

    void keepsOneRowForEveryOpportunity()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1}))});
        const std::size_t control = rowsOf<ControlRow>(journal).size();
        const auto one = test::opportunity(SeatId{1}, true);
        const auto two = test::opportunity(SeatId{2}, false);
        journal.record({stream.next(OpportunitiesClosed{"beat_ring", 3, {one, two}})});
        const auto rows = rowsOf<OpportunityRow>(journal);
        QVERIFY((rows == std::vector<OpportunityRow>{{test::kLesson, 2, 0, "beat_ring", 3, one},
                                                     {test::kLesson, 2, 1, "beat_ring", 3, two}}));
        QCOMPARE(rowsOf<ControlRow>(journal).size(), control);
    }

    void countsMoodsForTheWholeClass()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1})), stream.next(MoodAsked{2}),
                        stream.next(MoodGiven{SeatId{1}, Mood::Happy}),
                        stream.next(MoodGiven{SeatId{2}, std::nullopt}),
                        stream.next(MoodGiven{SeatId{3}, Mood::Happy})});
        QVERIFY((rowsOf<MoodTotalRow>(journal) ==
                 std::vector<MoodTotalRow>{{test::kLesson, 2, Mood::Happy, 1},
                                           {test::kLesson, 2, std::nullopt, 1},
                                           {test::kLesson, 2, Mood::Happy, 2}}));
    }

    void keepsNeitherANameNorWhoPassedTheDoorAsAnEvent()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1}))});
        const std::size_t before = journal.pending().size();
        journal.record({stream.next(DoorKnocked{"passer-by"}), stream.next(DoorLeft{"passer-by"})});
        QCOMPARE(journal.pending().size(), before);
        journal.record({stream.next(SeatRenamed{SeatId{2}, "Ada"})});
        QCOMPARE(journal.pending().size(), before + 1);
        QCOMPARE(rowsOf<StudentNameRow>(journal).front().name, std::string{"Ada"});
    }

    void dropsTheOldestNotesButNothingElseWhenTheDiskTakesNothing()
    {
        EventJournal journal;
        test::EventStream stream;
        journal.record({stream.next(test::openedRoom(ClassId{1}))});
        const std::size_t control = journal.pending().size();
        journal.record({stream.next(
            OpportunitiesClosed{"beat_ring", 1, {test::opportunity(SeatId{1}, true)}})});
        for (std::size_t i = 0; i < EventJournal::kMaxPending + 100; ++i) {
            journal.record({stream.next(test::notePlayed(SeatId{1}, 60, stream.now()))});
        }
        QVERIFY(journal.pending().size() <= EventJournal::kMaxPending);
        const auto notes = rowsOf<NoteRow>(journal);
        QVERIFY(notes.size() > EventJournal::kMaxPending / 2);
        QCOMPARE(notes.back().seq, std::uint64_t{EventJournal::kMaxPending + 102});
        QCOMPARE(rowsOf<OpportunityRow>(journal).size(), std::size_t{1});
        QCOMPARE(rowsOf<ControlRow>(journal).size() + rowsOf<LessonRow>(journal).size() + 1,
                 control);
        QCOMPARE(notes.size() + journal.droppedNotes(), EventJournal::kMaxPending + 100);
    }
};

QTEST_APPLESS_MAIN(tst_EventJournal)
#include "tst_EventJournal.moc"
