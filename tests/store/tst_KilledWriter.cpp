#include "app/store/Database.h"
#include "app/store/LessonRepository.h"
#include "tests/store/Lesson.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

class tst_KilledWriter : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void losesNoRowThatWasSafe_data()
    {
        QTest::addColumn<int>("writes");
        for (const int writes : {1, 2, 5, 17, 60}) {
            QTest::addRow("killed after %d writes", writes) << writes;
        }
    }
    void losesNoRowThatWasSafe()
    {
        QFETCH(const int, writes);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tutti.sqlite"));
        QProcess writer;
        writer.start(QStringLiteral(TUTTI_STORE_WRITER), {path});
        std::uint64_t safe = 0;
        const auto readAll = [&] {
            int lines = 0;
            for (; writer.canReadLine(); ++lines) {
                safe = writer.readLine().trimmed().toULongLong();
            }
            return lines;
        };
        for (int seen = 0; seen < writes; seen += readAll()) {
            QVERIFY(writer.canReadLine() || writer.waitForReadyRead(20'000));
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        readAll();
        QVERIFY(safe >= 11);

        const auto database = Database::open(path);
        QVERIFY(database);
        const auto notes = LessonRepository{*database}.notes(test::kLesson);
        QVERIFY(notes);
        // Event 1 opened the room; every number behind it up to the last safe one is there.
        QVERIFY(notes->size() + 1 >= safe);
        for (std::size_t i = 0; i < notes->size(); ++i) {
            QCOMPARE((*notes)[i].seq, std::uint64_t{i + 2});
        }
        QCOMPARE(notes->size() % 10, std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(tst_KilledWriter)
#include "tst_KilledWriter.moc"
