#include "app/games/Games.h"
#include "app/store/ClassRepository.h"
#include "app/store/Database.h"
#include "app/store/EventJournal.h"
#include "app/store/LessonRepository.h"
#include "app/store/RowWriter.h"
#include "app/store/Sql.h"
#include "tests/store/Lesson.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

class tst_LessonRepository : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        auto opened = Database::open(m_folder.filePath(QStringLiteral("%1").arg(++m_files)));
        QVERIFY(opened);
        m_database.emplace(std::move(*opened));
        m_class = *ClassRepository{*m_database}.create("Grade 3", 4, 1);
        m_journal = {};
        m_stream = {};
    }
    void cleanup() { m_database.reset(); }

    void readsBackAWholeLesson()
    {
        record({test::openedRoom(m_class), LessonStarted{}, SeatClaimed{SeatId{1}, "t", 1},
                SeatConnected{SeatId{1}}, test::notePlayed(SeatId{1}, 60, ServerTime{}),
                LessonEnded{}});
        QVERIFY(write());
        const LessonRepository lessons{*m_database};
        const auto list = lessons.list(m_class);
        QCOMPARE(list->size(), std::size_t{1});
        QVERIFY((list->front() == LessonEntry{test::kLesson, m_class, "LARK", 1'700'000'000'000,
                                              "America/Chicago", 1000, 2000, 6000}));
        QCOMPARE(lessons.notes(test::kLesson)->size(), std::size_t{1});
        const auto presence = lessons.presence(test::kLesson);
        QVERIFY((*presence == std::vector{PresenceEntry{SeatId{1}, 3000, 4000, "rejoining"},
                                          PresenceEntry{SeatId{1}, 4000, 6000, "here"}}));
        const auto events = lessons.controlEvents(test::kLesson, games::allGames());
        QCOMPARE(events->size(), std::size_t{5});
        QVERIFY(events->back().at == ServerTime{std::chrono::nanoseconds{6'000'006}});
        QVERIFY(lessons.list(ClassId{99})->empty());
        QCOMPARE(lessons.list()->size(), std::size_t{1});
    }

    void writingTheSameRowsTwiceChangesNothing()
    {
        record({test::openedRoom(m_class), LessonStarted{}, SeatClaimed{SeatId{1}, "t", 1},
                test::notePlayed(SeatId{1}, 60, ServerTime{})});
        QVERIFY(write());
        QVERIFY(write());
        const LessonRepository lessons{*m_database};
        QCOMPARE(lessons.list()->size(), std::size_t{1});
        QCOMPARE(lessons.notes(test::kLesson)->size(), std::size_t{1});
        QCOMPARE(lessons.presence(test::kLesson)->size(), std::size_t{1});
        QCOMPARE(lessons.controlEvents(test::kLesson, games::allGames())->size(), std::size_t{3});
    }

    void leavesAFileThatPassesItsCheck()
    {
        record({test::openedRoom(m_class), LessonStarted{}, SeatClaimed{SeatId{1}, "t", 1},
                SeatConnected{SeatId{1}}, test::notePlayed(SeatId{1}, 60, ServerTime{}),
                SeatDisconnected{SeatId{1}}});
        QVERIFY(write());
        m_database.reset();
        QVERIFY(Database::open(m_folder.filePath(QString::number(m_files))));
    }

    void deletingAChildDeletesItsSeatingAndRewritesNothing()
    {
        QVERIFY(run(m_database->connection(),
                    QStringLiteral("UPDATE student SET first_name = 'Ada' WHERE seat = 2")));
        RoomOpened opened = test::openedRoom(m_class);
        opened.seats[1].name = "Ada";
        record({opened, LessonStarted{}, test::notePlayed(SeatId{2}, 60, ServerTime{})});
        QVERIFY(write());
        const LessonRepository lessons{*m_database};
        QCOMPARE(lessons.seating(test::kLesson)->size(), std::size_t{4});
        QCOMPARE(lessons.names(test::kLesson)->at(SeatId{2}), std::string{"Ada"});
        for (const char* table : {"control_event", "snapshot"}) {
            auto row = run(m_database->connection(),
                           QStringLiteral("SELECT count(*) FROM %1 WHERE json LIKE "
                                          "'%Ada%'")
                               .arg(QLatin1String(table)));
            QVERIFY(row && row->next());
            QCOMPARE(row->value(0).toInt(), 0);
        }
        QVERIFY(run(m_database->connection(),
                    QStringLiteral("DELETE FROM student WHERE first_name = 'Ada'")));
        QCOMPARE(lessons.seating(test::kLesson)->size(), std::size_t{3});
        QCOMPARE(lessons.notes(test::kLesson)->size(), std::size_t{1});
    }

    void deletingAClassDeletesItsLessons()
    {
        record({test::openedRoom(m_class), test::notePlayed(SeatId{2}, 60, ServerTime{})});
        QVERIFY(write());
        QVERIFY(run(m_database->connection(), QStringLiteral("DELETE FROM class")));
        const LessonRepository lessons{*m_database};
        QVERIFY(lessons.list()->empty());
        QVERIFY(lessons.notes(test::kLesson)->empty());
        m_journal.clear();
        record({test::notePlayed(SeatId{2}, 60, ServerTime{})});
        QVERIFY(write());
        QVERIFY(lessons.notes(test::kLesson)->empty());
    }

    void keepsALessonOfAClassItDoesNotKnow()
    {
        record({test::openedRoom(ClassId{99})});
        QVERIFY(write());
        QCOMPARE(LessonRepository{*m_database}.list()->size(), std::size_t{1});
        QVERIFY(!LessonRepository{*m_database}.list()->front().classId.isValid());
    }

    void writesAllRowsOrNone()
    {
        record({test::openedRoom(m_class)});
        QVERIFY(write());
        QVERIFY(run(m_database->connection(), QStringLiteral("DROP TABLE control_event")));
        m_journal.clear();
        record({test::notePlayed(SeatId{2}, 60, ServerTime{}), LessonStarted{}});
        QVERIFY(!write());
        QVERIFY(LessonRepository{*m_database}.notes(test::kLesson)->empty());
    }

private:
    void record(std::vector<Event> events)
    {
        for (Event& event : events) {
            m_journal.record({m_stream.next(std::move(event))});
        }
    }
    bool write() const
    {
        return RowWriter{*m_database, QStringLiteral("America/Chicago")}
            .write(m_journal.pending())
            .has_value();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::optional<Database> m_database;
    ClassId m_class;
    EventJournal m_journal;
    test::EventStream m_stream;
};

QTEST_GUILESS_MAIN(tst_LessonRepository)
#include "tst_LessonRepository.moc"
