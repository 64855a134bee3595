#include "app/games/Games.h"
#include "app/store/ClassRepository.h"
#include "app/store/Database.h"
#include "app/store/LessonRepository.h"
#include "app/store/Migrations.h"
#include "app/store/Recovery.h"
#include "app/store/Sql.h"
#include "app/store/TabletRepository.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

namespace {

constexpr LessonId kLesson{42};

// As the first version wrote them.
const QString kTimeline = QStringLiteral(
    R"("timeline":{"at":0,"meters":[{"bar":0,"den":4,"num":4,"tick":0}],"playing":false,"rev":1,)"
    R"("segments":[{"at":0,"milli_bpm":96000,"tick":0}],"tick":0})");
const QString kOpened = QStringLiteral(
    R"({"class":1,"class_name":"Grade 3","code":"LARK","lesson":42,"names_on_tablets":false,)"
    R"("seats":[{"avatar":"fox","role":"melody","seat":1}],%1,"wall_ms":1700000000000})");
const QString kSnapshot = QStringLiteral(
    R"({"class":1,"class_name":"Grade 3","code":"LARK","count_in":1,"game":{},"lesson":42,)"
    R"("names_on_tablets":false,"opened_at":1,"pending":{"start":false,"tempo":null},"phase":1,)"
    R"("quiet":false,"quiet_release":null,"quiet_since":0,"seats":[{"avatar":"fox",)"
    R"("connection":2,"connections":1,"device":"t","gen":3,"hand":true,"joined_at":5,"muted":true,)"
    R"("presence":1,"role":"bass","rtt_ms":12.5,"seat":1,"sound":true}],"seq":4,)"
    R"("started_at":null,"tempo_changed_at":null,%1,"wall_ms":1700000000000})");

/// What a script of the project says, statement by statement.
QStringList statementsOf(const QString& script)
{
    QFile file{script};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString code = QString::fromUtf8(file.readAll());
    code.remove(
        QRegularExpression{QStringLiteral("^--[^\\n]*$"), QRegularExpression::MultilineOption});
    return code.trimmed().split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
}

} // namespace

/// Files of earlier versions, with a class, a lesson and its snapshot.
class tst_Migration : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("tutti.sqlite"));
        makeFirstVersion();
    }

    void keepsEverythingOfTheFirstVersion()
    {
        const auto database = Database::open(m_path);
        QVERIFY(database);
        auto schema = run(database->connection(), QStringLiteral("PRAGMA user_version"));
        QVERIFY(schema && schema->next());
        QCOMPARE(schema->value(0).toInt(), newestSchema());
        QVERIFY(newestSchema() >= 2);
        const auto roster = ClassRepository{*database}.load(ClassId{1});
        QVERIFY(roster && roster->seats.size() == 1 && roster->seats[0].name == "Ada");
        const LessonRepository lessons{*database};
        QCOMPARE(lessons.list()->size(), std::size_t{1});
        QCOMPARE(lessons.notes(kLesson)->size(), std::size_t{1});
        QVERIFY(lessons.opportunities(kLesson)->empty());
        QVERIFY(TabletRepository{*database}.list()->empty());
    }

    void readsTheFirstVersionsRoom()
    {
        const auto database = Database::open(m_path);
        QVERIFY(database);
        const auto room = recoverRoom(*database, kLesson, games::allGames());
        QVERIFY(room && room->has_value());
        const RoomState& state = **room;
        QVERIFY(state.code.letters == "LARK" && state.doorCode == state.code);
        QVERIFY(state.phase == RoomPhase::Lesson);
        QCOMPARE(state.seats.size(), std::size_t{1});
        const Seat& seat = state.seats.front();
        QVERIFY(seat.name == "Ada" && seat.role == Role::Bass && seat.muted && seat.handUp);
        QVERIFY(!seat.guest && !seat.handUpAt && !seat.heardNothing);
        QVERIFY(state.tablets.empty() && state.marks.empty() && !state.solo && !state.lastResult);
        QVERIFY(!state.door.locked && state.mood == MoodRound{});
    }

    void readsTheFirstVersionsEvents()
    {
        const auto database = Database::open(m_path);
        const auto events = LessonRepository{*database}.controlEvents(kLesson, games::allGames());
        QVERIFY(events && events->size() == 2);
        QVERIFY(std::get<RoomOpened>(events->front().event).seats.front().name == "Ada");
    }

private:
    void makeFirstVersion()
    {
        const QString name = QStringLiteral("first version");
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            file.setDatabaseName(m_path);
            QVERIFY(file.open());
            QStringList statements =
                statementsOf(QStringLiteral(":/tutti/sql/0001_first_tables.sql"));
            QVERIFY(statements.size() > 8);
            statements +=
                {QStringLiteral("INSERT INTO class VALUES(1, 'Grade 3', 0, 1)"),
                 QStringLiteral("INSERT INTO student VALUES(1, 1, 'Ada', 'fox', 1, 0)"),
                 QStringLiteral("INSERT INTO lesson VALUES(42, 1, 'LARK', 1700000000000, "
                                "'Etc/UTC', 0, NULL, NULL)"),
                 QStringLiteral("INSERT INTO seat_student VALUES(42, 1, 1)"),
                 QStringLiteral("INSERT INTO note VALUES(42, 3, 1, 60, 90, 7, 8)"),
                 QStringLiteral("INSERT INTO control_event VALUES(42, 1, 1, 'room_opened', '%1')")
                     .arg(kOpened.arg(kTimeline)),
                 QStringLiteral("INSERT INTO control_event VALUES(42, 5, 9, 'lesson_started', "
                                "'{}')"),
                 QStringLiteral("INSERT INTO snapshot VALUES(42, 4, '%1')")
                     .arg(kSnapshot.arg(kTimeline)),
                 QStringLiteral("PRAGMA user_version = 1")};
            for (const QString& statement : statements) {
                QVERIFY2(run(file, statement), qPrintable(statement));
            }
            file.close();
        }
        QSqlDatabase::removeDatabase(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_Migration)
#include "tst_Migration.moc"
