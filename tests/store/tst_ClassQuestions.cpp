#include "app/store/ClassRepository.h"
#include "app/store/Database.h"
#include "app/store/StoreThread.h"
#include "tests/store/Lesson.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

/// What the store thread answers about classes.
class tst_ClassQuestions : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("tutti.sqlite"));
        const auto database = Database::open(m_path);
        m_class = *ClassRepository{*database}.create("Grade 3", 3, 1);
        m_store = std::make_unique<StoreThread>(StoreConfig{m_path, QStringLiteral("Etc/UTC")});
        m_rosters = std::make_unique<QSignalSpy>(m_store.get(), &StoreThread::rosterLoaded);
        m_lists = std::make_unique<QSignalSpy>(m_store.get(), &StoreThread::classesListed);
        m_failed = std::make_unique<QSignalSpy>(m_store.get(), &StoreThread::failed);
        m_settled = std::make_unique<QSignalSpy>(m_store.get(), &StoreThread::classSettled);
    }
    void cleanup() { m_store.reset(); }

    void listsTheClasses()
    {
        m_store->requestClasses();
        QVERIFY(m_lists->wait());
        QVERIFY((lastList() == std::vector<ClassEntry>{{m_class, "Grade 3", 3}}));
        QVERIFY(m_failed->isEmpty());
    }

    void makesAClass()
    {
        QSignalSpy created{m_store.get(), &StoreThread::classCreated};
        m_store->createClass("Grade 4", 20, 5);
        QVERIFY(created.wait());
        QCOMPARE(lastRoster().seats.size(), std::size_t{20});
        QVERIFY(lastRoster().id == created.value(0).value(0).value<ClassId>());
        QCOMPARE(lastList().size(), std::size_t{2});
    }

    void changesAClass()
    {
        m_store->renameClass(m_class, "Grade 5");
        m_store->setNamesOnTablets(m_class, true);
        m_store->requestRoster(m_class);
        settle(3);
        ClassRoster roster = lastRoster();
        QVERIFY(roster.name == "Grade 5" && roster.namesOnTablets);
        roster.seats[1].name = "Ada";
        roster.seats.pop_back();
        m_store->saveRoster(roster);
        settle(4);
        QVERIFY(lastRoster() == roster);
        QVERIFY((lastList() == std::vector<ClassEntry>{{m_class, "Grade 5", 2}}));
        QVERIFY(m_failed->isEmpty());
    }

    void remembersTheClassThatWasChosen()
    {
        m_store->setLastClass(m_class);
        settle(1);
        const auto database = Database::open(m_path);
        QVERIFY(*ClassRepository{*database}.lastChosen() == m_class);
    }

    void refusesAndTellsWhatIsTrue()
    {
        m_store->requestRoster(m_class);
        settle(1);
        const ClassRoster good = lastRoster();
        ClassRoster bad = good;
        bad.seats[1].avatar = bad.seats[0].avatar;
        m_store->saveRoster(bad);
        settle(2);
        QCOMPARE(m_failed->size(), 1);
        QVERIFY(lastError() == ErrorCode::BadPayload);
        QVERIFY(lastRoster() == good);
        m_store->requestRoster(ClassId{77});
        settle(3);
        QVERIFY(lastError() == ErrorCode::BadPayload);
    }

    void answersWithNamesGivenInTheLesson()
    {
        test::EventStream stream;
        m_store->record({stream.next(test::openedRoom(m_class, 3))});
        m_store->record({stream.next(SeatRenamed{SeatId{2}, "Ada"})});
        m_store->requestRoster(m_class);
        settle(1);
        QCOMPARE(lastRoster().seats[1].name, std::string{"Ada"});
    }

    void saysWhenTheDiskTakesNothingAndWhenItDoesAgain()
    {
        m_store.reset();
        const QString folder = m_folder->filePath(QStringLiteral("usb"));
        StoreThread store{{folder + QStringLiteral("/tutti.sqlite"), QStringLiteral("Etc/UTC")}};
        QSignalSpy failed{&store, &StoreThread::failed};
        QSignalSpy recovered{&store, &StoreThread::recovered};
        QVERIFY(failed.wait());
        store.createClass("Grade 4", 20, 5);
        QVERIFY(failed.size() > 1 || failed.wait());
        QVERIFY(failed.last().value(0).value<tutti::Error>().code == ErrorCode::StoreUnavailable);
        QVERIFY(QDir{}.mkpath(folder));
        store.flush();
        QVERIFY(recovered.wait());
    }

private:
    /// Waits until so many questions about one class are answered.
    void settle(int questions) { QTRY_COMPARE(m_settled->size(), questions); }
    ClassRoster lastRoster() const
    {
        return m_rosters->isEmpty() ? ClassRoster{}
                                    : m_rosters->last().value(0).value<ClassRoster>();
    }
    std::vector<ClassEntry> lastList() const
    {
        return m_lists->isEmpty() ? std::vector<ClassEntry>{}
                                  : m_lists->last().value(0).value<std::vector<ClassEntry>>();
    }
    ErrorCode lastError() const
    {
        return m_failed->isEmpty() ? ErrorCode::UnknownEvent
                                   : m_failed->last().value(0).value<tutti::Error>().code;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    ClassId m_class;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<QSignalSpy> m_rosters;
    std::unique_ptr<QSignalSpy> m_lists;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_settled;
};

QTEST_GUILESS_MAIN(tst_ClassQuestions)
#include "tst_ClassQuestions.moc"
