#include "app/store/ClassRepository.h"
#include "app/store/Database.h"
#include "app/store/EventJournal.h"
#include "app/store/LessonRepository.h"
#include "app/store/RowWriter.h"
#include "app/store/Sql.h"
#include "app/store/TabletRepository.h"
#include "tests/store/Lesson.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

/// What games and moods leave behind, and what outlives a lesson: tablets' numbers and children's names.
class tst_GameRows : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        open(QString::number(++m_files));
        m_class = *ClassRepository{*m_database}.create("Grade 3", 4, 1);
        m_journal = {};
        m_stream = {};
    }
    void cleanup() { m_database.reset(); }

    void readsBackTheOpportunitiesOfALesson()
    {
        std::vector<OpportunityRow> expected;
        record(test::openedRoom(m_class));
        for (int pass = 0; pass < 3; ++pass) {
            OpportunitiesClosed closed{"beat_ring", pass + 1, {}};
            for (int seat = 1; seat <= 4; ++seat) {
                closed.opportunities.push_back(test::opportunity(SeatId{seat}, seat != 3));
            }
            const std::uint64_t seq = record(closed);
            for (std::int32_t n = 0; n < 4; ++n) {
                expected.push_back({test::kLesson, seq, n, "beat_ring", pass + 1,
                                    closed.opportunities[static_cast<std::size_t>(n)]});
            }
        }
        QVERIFY(write() && write());
        QVERIFY(*LessonRepository{*m_database}.opportunities(test::kLesson) == expected);
        QVERIFY(LessonRepository{*m_database}.opportunities(LessonId{1})->empty());
    }

    void readsBackHowRoundsWent()
    {
        const GroupResult first{"beat_ring", 1, 4, 16, 11, 5, false};
        const GroupResult last{"beat_ring", 4, 4, 12, 12, 12, true};
        record(test::openedRoom(m_class));
        const std::uint64_t one = record(RoundEnded{first});
        const std::uint64_t two = record(RoundEnded{last});
        QVERIFY(write() && write());
        QVERIFY(
            (*LessonRepository{*m_database}.roundResults(test::kLesson) ==
             std::vector<RoundResultRow>{{test::kLesson, one, first}, {test::kLesson, two, last}}));
    }

    void readsBackHowTheClassFelt()
    {
        record(test::openedRoom(m_class));
        record(MoodAsked{1});
        record(MoodGiven{SeatId{1}, Mood::Calm});
        QVERIFY(write());
        record(MoodGiven{SeatId{2}, Mood::Calm});
        record(MoodAsked{2});
        record(MoodGiven{SeatId{2}, Mood::Mad});
        record(MoodGiven{SeatId{3}, std::nullopt});
        QVERIFY(write() && write());
        QVERIFY((*LessonRepository{*m_database}.moodTotals(test::kLesson) ==
                 std::vector<MoodTotalRow>{{test::kLesson, 1, Mood::Calm, 2},
                                           {test::kLesson, 2, Mood::Mad, 1},
                                           {test::kLesson, 2, std::nullopt, 1}}));
    }

    void goesWithItsLesson()
    {
        record(test::openedRoom(m_class));
        record(OpportunitiesClosed{"g", 1, {test::opportunity(SeatId{1}, true)}});
        record(RoundEnded{});
        record(MoodAsked{1});
        record(MoodGiven{SeatId{1}, Mood::Sad});
        record(GameChanged{});
        QVERIFY(write());
        QVERIFY(run(m_database->connection(), QStringLiteral("DELETE FROM lesson")));
        for (const char* table : {"opportunity", "round_result", "mood_total", "game_state"}) {
            QCOMPARE(count(table), 0);
        }
        // Rows that still wait do not bring it back.
        m_journal.clear();
        record(OpportunitiesClosed{"g", 1, {test::opportunity(SeatId{1}, true)}});
        record(MoodGiven{SeatId{2}, Mood::Sad});
        QVERIFY(write());
        QCOMPARE(count("opportunity") + count("mood_total"), 0);
    }

    void givesAChildItsNewNameWhereverItSits()
    {
        record(test::openedRoom(m_class));
        QVERIFY(write());
        const ClassRepository classes{*m_database};
        ClassRoster roster = *classes.load(m_class);
        std::swap(roster.seats[1].student, roster.seats[2].student);
        QVERIFY(classes.saveSeats(roster));
        record(SeatRenamed{SeatId{2}, "Ada"});
        record(SeatRenamed{SeatId{44}, "Guest"});
        QVERIFY(write());
        roster = *classes.load(m_class);
        QCOMPARE(roster.seats[2].name, std::string{"Ada"});
        QVERIFY(roster.seats[1].name.empty());
        record(SeatRenamed{SeatId{2}, ""});
        QVERIFY(write());
        QCOMPARE(count("student WHERE first_name IS NOT NULL"), 0);
    }

    void numbersATabletOnceAndForAll()
    {
        record(test::openedRoom(m_class));
        record(TabletNumbered{{"b", 1}});
        record(TabletNumbered{{"a", 2}});
        QVERIFY(write() && write());
        m_database.reset();
        open(QString::number(m_files));
        const TabletRepository tablets{*m_database};
        QVERIFY((*tablets.list() == std::vector<Tablet>{{"a", 2}, {"b", 1}}));
        QVERIFY(run(m_database->connection(), QStringLiteral("DELETE FROM class")));
        QCOMPARE(tablets.list()->size(), std::size_t{2});
    }

    void listsTheTabletsThatSatDownLast()
    {
        record(test::openedRoom(m_class));
        for (int i = 1; i <= TabletRepository::kMostKnown + 2; ++i) {
            record(TabletNumbered{{"t" + std::to_string(i), i}});
        }
        m_stream.skip(std::chrono::hours{1});
        record(SeatClaimed{SeatId{1}, "t1", 1});
        record(SeatClaimed{SeatId{2}, "nobody", 1});
        QVERIFY(write());
        const auto listed = *TabletRepository{*m_database}.list();
        QCOMPARE(listed.size(), std::size_t{TabletRepository::kMostKnown});
        QCOMPARE(listed.front(), (Tablet{"t1", 1}));
        const auto isListed = [&](const Tablet& tablet) {
            return std::find(listed.begin(), listed.end(), tablet) != listed.end();
        };
        QVERIFY(isListed({"t152", 152}));
        QVERIFY(!isListed({"t3", 3}));
        QCOMPARE(count("tablet"), TabletRepository::kMostKnown + 2);
    }

    void givesANumberToWhoNeedsItNow()
    {
        const TabletRepository tablets{*m_database};
        QVERIFY(tablets.save({"old", 1}, 10));
        QVERIFY(tablets.save({"kept", 2}, 20));
        QVERIFY(tablets.save({"new", 1}, 30));
        QVERIFY((*tablets.list() == std::vector<Tablet>{{"new", 1}, {"kept", 2}}));
        QVERIFY(tablets.save({"old", 3}, 40));
        QVERIFY(tablets.seen("kept", 50));
        QVERIFY((*tablets.list() == std::vector<Tablet>{{"kept", 2}, {"old", 3}, {"new", 1}}));
    }

    void leavesAFileThatPassesItsCheck()
    {
        record(test::openedRoom(m_class));
        record(OpportunitiesClosed{"g", 1, {test::opportunity(SeatId{1}, false)}});
        record(RoundEnded{{"g", 1, 1, 1, 1, 1, true}});
        record(MoodAsked{1});
        record(MoodGiven{SeatId{1}, Mood::Sad});
        record(GameChanged{});
        record(TabletNumbered{{"b", 1}});
        QVERIFY(write());
        m_database.reset();
        QVERIFY(Database::open(m_folder.filePath(QString::number(m_files))));
    }

private:
    void open(const QString& name)
    {
        auto opened = Database::open(m_folder.filePath(name));
        QVERIFY(opened);
        m_database.emplace(std::move(*opened));
    }
    std::uint64_t record(Event event)
    {
        const EventEnvelope envelope = m_stream.next(std::move(event));
        m_journal.record({envelope});
        return envelope.seq;
    }
    bool write() const
    {
        return RowWriter{*m_database, QStringLiteral("Etc/UTC")}
            .write(m_journal.pending())
            .has_value();
    }
    int count(const char* what) const
    {
        auto row = run(m_database->connection(),
                       QStringLiteral("SELECT count(*) FROM ") + QLatin1String(what));
        return row && row->next() ? row->value(0).toInt() : -1;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::optional<Database> m_database;
    ClassId m_class;
    EventJournal m_journal;
    test::EventStream m_stream;
};

QTEST_GUILESS_MAIN(tst_GameRows)
#include "tst_GameRows.moc"
