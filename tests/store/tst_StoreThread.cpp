#include "app/store/Database.h"
#include "app/store/LessonRepository.h"
#include "app/store/StoreThread.h"
#include "tests/store/Lesson.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

namespace {

std::size_t notesIn(const QString& path)
{
    const auto database = Database::open(path);
    return database ? LessonRepository{*database}.notes(test::kLesson)->size() : 0;
}

} // namespace

class tst_StoreThread : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("tutti.sqlite"));
        m_stream = {};
    }

    void writesALessonChangeAtOnceAndNotesWithinASecond()
    {
        StoreThread store{{m_path, QStringLiteral("Etc/UTC")}};
        QSignalSpy written{&store, &StoreThread::written};
        store.record({m_stream.next(test::openedRoom(ClassId{}))});
        QVERIFY(written.wait());
        store.record({note()});
        QVERIFY(written.wait());
        QCOMPARE(written.last().value(0).toInt(), 1);
        QCOMPARE(notesIn(m_path), std::size_t{1});
    }

    void writesWhatIsPendingBeforeItGoes()
    {
        {
            StoreThread store{{m_path, QStringLiteral("Etc/UTC")}};
            store.record({m_stream.next(test::openedRoom(ClassId{}))});
            for (int i = 0; i < 100; ++i) {
                store.record({note()});
            }
        }
        QCOMPARE(notesIn(m_path), std::size_t{100});
    }

    void writesWhenToldTo()
    {
        StoreThread store{{m_path, QStringLiteral("Etc/UTC")}};
        QSignalSpy written{&store, &StoreThread::written};
        store.record({m_stream.next(test::openedRoom(ClassId{}))});
        QVERIFY(written.wait());
        store.record({note()});
        store.flush();
        QVERIFY(written.wait());
        QCOMPARE(notesIn(m_path), std::size_t{1});
    }

    void keepsRowsThroughTroubleAndReportsItOnce()
    {
        const QString folder = m_folder->filePath(QStringLiteral("usb"));
        const QString path = folder + QStringLiteral("/tutti.sqlite");
        StoreThread store{{path, QStringLiteral("Etc/UTC")}};
        QSignalSpy failed{&store, &StoreThread::failed};
        QSignalSpy recovered{&store, &StoreThread::recovered};
        QSignalSpy written{&store, &StoreThread::written};
        QVERIFY(failed.wait());
        QVERIFY(failed.value(0).value(0).value<tutti::Error>().code == ErrorCode::StoreUnavailable);
        store.record({m_stream.next(test::openedRoom(ClassId{})), note()});
        store.flush();
        store.flush();
        QVERIFY(QDir{}.mkpath(folder));
        store.flush();
        QVERIFY(recovered.wait());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(notesIn(path), std::size_t{1});
    }

    void saysAtOnceThatTheFileIsDamaged()
    {
        QFile file{m_path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        StoreThread store{{m_path, QStringLiteral("Etc/UTC")}};
        QSignalSpy failed{&store, &StoreThread::failed};
        QVERIFY(failed.wait());
        QVERIFY(failed.value(0).value(0).value<tutti::Error>().code == ErrorCode::StoreCorrupt);
    }

private:
    EventEnvelope note() { return m_stream.next(test::notePlayed(SeatId{1}, 60, m_stream.now())); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    test::EventStream m_stream;
};

QTEST_GUILESS_MAIN(tst_StoreThread)
#include "tst_StoreThread.moc"
