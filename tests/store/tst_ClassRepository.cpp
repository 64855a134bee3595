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
        const auto first = classes.ensureFirstClass("My class", 1'700'000'000'000);
        QVERIFY(first);
        QCOMPARE(first->name, std::string{"My class"});
        QCOMPARE(first->seats.size(), std::size_t{24});
        QVERIFY(!first->namesOnTablets);
        for (std::size_t i = 0; i < first->seats.size(); ++i) {
            const SeatId seat{static_cast<std::int32_t>(i) + 1};
            QVERIFY((first->seats[i] == SeatPlan{seat, avatarFor(seat), {}, Role::Melody}));
        }
        const auto again = classes.ensureFirstClass("Another name", 0);
        QVERIFY(again && again->id == first->id);
        QCOMPARE(classes.list()->size(), std::size_t{1});
    }

    void findsOrMakesAClassByName()
    {
        const ClassRepository classes{*m_database};
        const auto id = classes.create("Grade 3", 30, 1);
        QVERIFY(id);
        QCOMPARE(classes.ensureClass("Grade 3", 2)->seats.size(), std::size_t{30});
        QVERIFY(classes.ensureClass("Grade 4", 2)->id != *id);
        QVERIFY((classes.list()->at(0) == ClassEntry{*id, "Grade 3"}));
    }

    void numbersSeatsWithoutGaps()
    {
        const ClassRepository classes{*m_database};
        const ClassId id = *classes.create("Grade 3", 3, 1);
        QVERIFY(
            run(m_database->connection(), QStringLiteral("DELETE FROM student WHERE seat = 2")));
        QVERIFY(run(m_database->connection(),
                    QStringLiteral(
                        "UPDATE student SET first_name = 'Ada', avatar = 'owl' WHERE seat = 3")));
        const auto roster = classes.load(id);
        QCOMPARE(roster->seats.size(), std::size_t{3});
        QCOMPARE(roster->seats[1].avatar, avatarFor(SeatId{2}));
        QVERIFY((roster->seats[2] == SeatPlan{SeatId{3}, "owl", "Ada", Role::Melody}));
    }

    void saysThatThereIsNoSuchClass() { QVERIFY(!ClassRepository{*m_database}.load(ClassId{77})); }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    std::optional<Database> m_database;
};

QTEST_GUILESS_MAIN(tst_ClassRepository)
#include "tst_ClassRepository.moc"
