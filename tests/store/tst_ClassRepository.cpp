#include "app/domain/Avatar.h"
#include "app/store/ClassRepository.h"
#include "app/store/Database.h"
#include "app/store/Sql.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

class tst_ClassRepository : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        auto opened = Database::open(m_folder.filePath(QStringLiteral("%1").arg(++m_files)));
        QVERIFY(opened);
        m_database.emplace(std::move(*opened));
    }
    void cleanup() { m_database.reset(); }

    void makesTheFirstClassOnce()
    {
        const ClassRepository classes{*m_database};
        const auto first = classes.ensureSomeClass("My class", 1'700'000'000'000);
        QVERIFY(first);
        QCOMPARE(first->name, std::string{"My class"});
        QCOMPARE(first->seats.size(), std::size_t{24});
        QVERIFY(!first->namesOnTablets);
        for (std::size_t i = 0; i < first->seats.size(); ++i) {
            const SeatId seat{static_cast<std::int32_t>(i) + 1};
            const SeatPlan& plan = first->seats[i];
            QVERIFY(plan.seat == seat && plan.avatar == avatarFor(seat) && plan.name.empty());
            QVERIFY(plan.student.isValid());
        }
        QVERIFY(!problemOf(*first));
        const auto again = classes.ensureSomeClass("Another name", 0);
        QVERIFY(again && again->id == first->id);
        QCOMPARE(classes.list()->size(), std::size_t{1});
    }

    void beginsWithTheClassThatWasChosenLast()
    {
        const ClassRepository classes{*m_database};
        const ClassId one = *classes.create("Grade 3", 3, 1);
        const ClassId two = *classes.create("Grade 4", 3, 1);
        QVERIFY(!*classes.lastChosen());
        QVERIFY(classes.ensureSomeClass("My class", 1)->id == one);
        QVERIFY(classes.setLastChosen(two));
        QVERIFY(classes.ensureSomeClass("My class", 1)->id == two);
        QVERIFY(run(m_database->connection(), QStringLiteral("DELETE FROM class WHERE id = ?"),
                    {qint64{two.value}}));
        QVERIFY(!*classes.lastChosen());
        QVERIFY(classes.ensureSomeClass("My class", 1)->id == one);
    }

    void findsOrMakesAClassByName()
    {
        const ClassRepository classes{*m_database};
        const auto id = classes.create("Grade 3", 30, 1);
        QVERIFY(id);
        QCOMPARE(classes.ensureClass("Grade 3", 2)->seats.size(), std::size_t{30});
        QVERIFY(classes.ensureClass("Grade 4", 2)->id != *id);
        QVERIFY((classes.list()->at(0) == ClassEntry{*id, "Grade 3", 30}));
    }

    void saysWhenAClassWasUsedLast()
    {
        const ClassRepository classes{*m_database};
        const ClassId id = *classes.create("Grade 3", 3, 1);
        for (const qint64 opened : {qint64{900}, qint64{800}}) {
            QVERIFY(run(m_database->connection(),
                        QStringLiteral("INSERT INTO lesson(class, code, opened_ms, zone, "
                                       "opened_us) VALUES(?, 'LARK', ?, 'Etc/UTC', 0)"),
                        {qint64{id.value}, opened}));
        }
        QCOMPARE(*classes.list()->at(0).lastUsedMillis, std::int64_t{900});
    }

    void renamesAClassAndShowsNames()
    {
        const ClassRepository classes{*m_database};
        const ClassId id = *classes.create("Grade 3", 3, 1);
        QVERIFY(classes.rename(id, "Klasse 3 · Übung"));
        QVERIFY(classes.setNamesOnTablets(id, true));
        const auto roster = classes.load(id);
        QCOMPARE(roster->name, std::string{"Klasse 3 · Übung"});
        QVERIFY(roster->namesOnTablets);
    }

    void refusesAClassThatCannotBe()
    {
        const ClassRepository classes{*m_database};
        const ClassId id = *classes.create("Grade 3", 3, 1);
        for (const auto& result : {classes.create("Grade 4", 0, 1),
                                   classes.create("Grade 4", 41, 1), classes.create(" ", 24, 1)}) {
            QVERIFY(!result && result.error().code == ErrorCode::BadPayload);
        }
        QVERIFY(!classes.rename(id, ""));
        QVERIFY(!classes.rename(ClassId{77}, "Grade 4"));
        QVERIFY(!classes.setNamesOnTablets(ClassId{77}, true));
        QCOMPARE(classes.list()->size(), std::size_t{1});
        QCOMPARE(classes.load(id)->name, std::string{"Grade 3"});
    }

    void numbersSeatsWithoutGaps()
    {
        const ClassRepository classes{*m_database};
        const ClassId id = *classes.create("Grade 3", 3, 1);
        QVERIFY(
            run(m_database->connection(), QStringLiteral("DELETE FROM student WHERE seat = 2")));
        QVERIFY(run(m_database->connection(),
                    QStringLiteral(
                        "UPDATE student SET first_name = 'Ada', avatar = 'bear' WHERE seat = 3")));
        const auto roster = classes.load(id);
        QCOMPARE(roster->seats.size(), std::size_t{3});
        QCOMPARE(roster->seats[1].avatar, std::string{"owl"});
        QVERIFY(!roster->seats[1].student.isValid());
        QVERIFY(!problemOf(*roster));
        QCOMPARE(roster->seats[2].name, std::string{"Ada"});
        QCOMPARE(roster->seats[2].avatar, std::string{"bear"});
    }

    void keepsEveryChildsLessonsWithItWhenSeatsChange()
    {
        const ClassRepository classes{*m_database};
        ClassRoster roster = *classes.load(*classes.create("Grade 3", 3, 1));
        roster.seats[0].name = "Ada";
        roster.seats[2].name = "Zoë";
        const StudentId ada = roster.seats[0].student;
        const StudentId zoe = roster.seats[2].student;
        QVERIFY(classes.saveSeats(roster));
        std::swap(roster.seats[0], roster.seats[2]);
        roster.seats.erase(roster.seats.begin() + 1);
        roster.seats.push_back({{}, "hat-owl", "李"});
        std::int32_t number = 0;
        for (SeatPlan& plan : roster.seats) {
            plan.seat = SeatId{++number};
        }
        QVERIFY(classes.saveSeats(roster));
        const auto saved = classes.load(roster.id);
        QCOMPARE(saved->seats.size(), std::size_t{3});
        QVERIFY(saved->seats[0].student == zoe && saved->seats[0].name == "Zoë");
        QVERIFY(saved->seats[1].student == ada && saved->seats[1].name == "Ada");
        QVERIFY(saved->seats[2].student.isValid() && saved->seats[2].name == "李");
    }

    void archivesWhoLeavesAndDeletesNobody()
    {
        const ClassRepository classes{*m_database};
        ClassRoster roster = *classes.load(*classes.create("Grade 3", 3, 1));
        const ClassRoster before = roster;
        roster.seats.pop_back();
        QVERIFY(classes.saveSeats(roster));
        QCOMPARE(classes.list()->front().seats, 2);
        QCOMPARE(answer("SELECT count(*) FROM student WHERE archived = 1"), 1);
        // Taken back: the same child sits there again.
        QVERIFY(classes.saveSeats(before));
        QVERIFY(*classes.load(roster.id) == before);
        QCOMPARE(answer("SELECT count(*) FROM student"), 3);
    }

    void changesNothingWhenARosterCannotBeSaved()
    {
        const ClassRepository classes{*m_database};
        const ClassRoster good = *classes.load(*classes.create("Grade 3", 3, 1));
        const ClassRoster other = *classes.load(*classes.create("Grade 4", 3, 1));
        ClassRoster stolen = good;
        stolen.seats[1].student = other.seats[1].student;
        ClassRoster twins = good;
        twins.seats[1].avatar = twins.seats[0].avatar;
        for (const ClassRoster& bad : {stolen, twins}) {
            const auto refused = classes.saveSeats(bad);
            QVERIFY(!refused && refused.error().code == ErrorCode::BadPayload);
        }
        QVERIFY(*classes.load(good.id) == good);
        QVERIFY(*classes.load(other.id) == other);
    }

    void saysThatThereIsNoSuchClass() { QVERIFY(!ClassRepository{*m_database}.load(ClassId{77})); }

private:
    int answer(const char* sql) const
    {
        auto row = run(m_database->connection(), QLatin1String(sql));
        return row && row->next() ? row->value(0).toInt() : -1;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::optional<Database> m_database;
};

QTEST_GUILESS_MAIN(tst_ClassRepository)
#include "tst_ClassRepository.moc"
