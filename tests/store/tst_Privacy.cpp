#include "app/store/ClassRepository.h"
#include "app/store/Database.h"
#include "app/store/EventJournal.h"
#include "app/store/RowWriter.h"
#include "app/store/Sql.h"
#include "tests/store/Lesson.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

namespace {

/// Names found nowhere else in the file.
constexpr const char* kOnTheList = "Zebedina";
constexpr const char* kGivenInTheLesson = "Quillabert";
constexpr const char* kGuest = "Xanthippus";

/// A lesson in which everything that knows a name happens, and `moody` says how it feels.
std::vector<Event> lessonWith(ClassId classId, SeatId moody)
{
    RoomOpened opened = test::openedRoom(classId);
    opened.namesOnTablets = true;
    opened.seats[0].name = kOnTheList;
    return {opened,
            LessonStarted{},
            SeatRenamed{SeatId{2}, kGivenInTheLesson},
            SeatAdded{{SeatId{5}, "hat-fox", kGuest, Role::Melody, true}},
            SeatRenamed{SeatId{5}, kGuest},
            MoodAsked{1},
            MoodGiven{moody, Mood::Sad},
            DoorLocked{true},
            DoorKnocked{"passer-by"},
            DoorLeft{"passer-by"},
            test::notePlayed(SeatId{1}, 60, ServerTime{})};
}

QByteArray bytesOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

/// Looks at the bytes on the disk, whatever table they may be in.
class tst_Privacy : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void keepsNamesOnTheClassListAndNowhereElse()
    {
        const QString path = writeLesson(QStringLiteral("a"), SeatId{1});
        const QByteArray with = bytesOf(path);
        QVERIFY(with.contains(kOnTheList));
        QVERIFY(with.contains(kGivenInTheLesson));
        QVERIFY(!with.contains(kGuest));
        {
            const auto database = Database::open(path);
            QVERIFY(run(database->connection(),
                        QStringLiteral("UPDATE student SET first_name = NULL")));
            putAllIntoTheFile(*database);
        }
        const QByteArray without = bytesOf(path);
        QVERIFY(without.contains("LARK"));
        QVERIFY(!without.contains(kOnTheList));
        QVERIFY(!without.contains(kGivenInTheLesson));
    }

    void doesNotKnowWhoHasWhichMood()
    {
        // Nothing in the file depends on who answered.
        const QByteArray one = bytesOf(writeLesson(QStringLiteral("a"), SeatId{1}));
        const QByteArray two = bytesOf(writeLesson(QStringLiteral("b"), SeatId{4}));
        // Nor is an answer an event with a time: who did something just before it could be found.
        QVERIFY(one.contains("mood_asked") && !one.contains("mood_given") && one.contains("sad"));
        QVERIFY(one.contains(R"("skipped":0)"));
        QVERIFY(one == two);
    }

    void doesNotKnowWhoPassedTheDoor()
    {
        QVERIFY(!bytesOf(writeLesson(QStringLiteral("a"), SeatId{1})).contains("passer-by"));
    }

private:
    QString writeLesson(const QString& name, SeatId moody)
    {
        const QString path = m_folder->filePath(name);
        const auto database = Database::open(path);
        const ClassRepository classes{*database};
        ClassRoster roster = *classes.load(*classes.create("Grade 3", 4, 1));
        roster.seats[0].name = kOnTheList;
        const bool named = classes.saveSeats(roster).has_value();
        const RowWriter writer{*database, QStringLiteral("Etc/UTC")};
        EventJournal journal;
        test::EventStream stream;
        bool written = named;
        for (Event& event : lessonWith(roster.id, moody)) {
            // So that every event brings a snapshot of what it left behind.
            stream.skip(EventJournal::kSnapshotEvery);
            journal.record({stream.next(std::move(event))});
            written = written && writer.write(journal.pending());
            journal.clear();
        }
        putAllIntoTheFile(*database);
        return written ? path : QString{};
    }
    static void putAllIntoTheFile(const Database& database)
    {
        run(database.connection(), QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_Privacy)
#include "tst_Privacy.moc"
