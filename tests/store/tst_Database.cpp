#include "app/store/Database.h"
#include "app/store/Migrations.h"
#include "app/store/Sql.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

namespace {

QVariant answerOf(const Database& database, const QString& sql)
{
    auto row = run(database.connection(), sql);
    return row && row->next() ? row->value(0) : QVariant{};
}

} // namespace

class tst_Database : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("tutti.sqlite"));
    }

    void makesItsTablesInANewFile()
    {
        const auto database = Database::open(m_path);
        QVERIFY(database);
        QCOMPARE(answerOf(*database, QStringLiteral("PRAGMA user_version")).toInt(),
                 newestSchema());
        QVERIFY(newestSchema() >= 1);
        QCOMPARE(answerOf(*database, QStringLiteral("SELECT count(*) FROM lesson")).toInt(), 0);
    }

    void writesAheadAndKeepsReferences()
    {
        const auto database = Database::open(m_path);
        QCOMPARE(answerOf(*database, QStringLiteral("PRAGMA journal_mode")).toString(),
                 QStringLiteral("wal"));
        QCOMPARE(answerOf(*database, QStringLiteral("PRAGMA synchronous")).toInt(), 1);
        QCOMPARE(answerOf(*database, QStringLiteral("PRAGMA foreign_keys")).toInt(), 1);
        QCOMPARE(answerOf(*database, QStringLiteral("PRAGMA busy_timeout")).toInt(), 1000);
    }

    void isReadableByItsOwnerAlone()
    {
        const auto database = Database::open(m_path);
        QVERIFY(
            run(database->connection(), QStringLiteral("INSERT INTO setting VALUES('a', 'b')")));
        constexpr auto kOthers =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_path) & kOthers));
        QVERIFY(QFile::exists(m_path + QStringLiteral("-wal")));
        QVERIFY(!(QFile::permissions(m_path + QStringLiteral("-wal")) & kOthers));
    }

    void migratesOnlyOnce()
    {
        {
            const auto first = Database::open(m_path);
            QVERIFY(
                run(first->connection(), QStringLiteral("INSERT INTO setting VALUES('a', 'b')")));
            QVERIFY(migrate(first->connection()));
        }
        const auto second = Database::open(m_path);
        QVERIFY(second);
        QCOMPARE(answerOf(*second, QStringLiteral("SELECT value FROM setting")).toString(),
                 QStringLiteral("b"));
    }

    void refusesAFileOfANewerProgramAndLeavesItAlone()
    {
        {
            const auto database = Database::open(m_path);
            QVERIFY(run(database->connection(), QStringLiteral("PRAGMA user_version = 999")));
        }
        const auto refused = Database::open(m_path);
        QVERIFY(!refused && refused.error().code == ErrorCode::StoreTooNew);
    }

    void refusesADamagedFile_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::newRow("not a database") << qint64{0};
        QTest::newRow("pages overwritten") << qint64{4096};
    }
    void refusesADamagedFile()
    {
        QFETCH(const qint64, from);
        {
            QVERIFY(Database::open(m_path));
        }
        QFile file{m_path};
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(from));
        file.write(QByteArray(static_cast<int>(file.size() - from), 'x'));
        file.close();
        const auto refused = Database::open(m_path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreCorrupt);
    }

    void saysThatAPlaceCannotBeUsed_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("a folder") << QStringLiteral("folder");
        QTest::newRow("below a file") << QStringLiteral("file/tutti.sqlite");
        QTest::newRow("nowhere") << QStringLiteral("none/tutti.sqlite");
    }
    void saysThatAPlaceCannotBeUsed()
    {
        QFETCH(const QString, place);
        QVERIFY(QDir{m_folder->path()}.mkdir(QStringLiteral("folder")));
        QFile file{m_folder->filePath(QStringLiteral("file"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto refused = Database::open(m_folder->filePath(place));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreUnavailable);
    }

    void undoesAnUnfinishedTransaction()
    {
        const auto database = Database::open(m_path);
        {
            Transaction transaction{database->connection()};
            QVERIFY(transaction.begin());
            QVERIFY(run(database->connection(),
                        QStringLiteral("INSERT INTO setting VALUES('a', 'b')")));
        }
        QCOMPARE(answerOf(*database, QStringLiteral("SELECT count(*) FROM setting")).toInt(), 0);
    }

    void saysThatTheDiskIsFull()
    {
        const auto database = Database::open(m_path);
        const int pages = answerOf(*database, QStringLiteral("PRAGMA page_count")).toInt();
        QVERIFY(
            run(database->connection(), QStringLiteral("PRAGMA max_page_count = %1").arg(pages)));
        const auto refused =
            run(database->connection(),
                QStringLiteral("INSERT INTO setting VALUES('a', hex(zeroblob(100000)))"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreUnavailable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_Database.moc"
