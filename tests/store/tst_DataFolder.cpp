#include "app/store/DataFolder.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;
using namespace tutti::store;

class tst_DataFolder : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void makesAFolderForItsOwnerAlone()
    {
        QTemporaryDir place;
        const auto folder = DataFolder::open(place.filePath(QStringLiteral("a/b")));
        QVERIFY(folder);
        QCOMPARE(folder->databasePath(), place.filePath(QStringLiteral("a/b/tutti.sqlite")));
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                 QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(folder->path()) & kOthers));
    }

    void usesTheSystemsPlaceWhenNoneIsGiven()
    {
        QStandardPaths::setTestModeEnabled(true);
        const auto folder = DataFolder::open({});
        QVERIFY(folder);
        QCOMPARE(folder->path(), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        QStandardPaths::setTestModeEnabled(false);
    }

    void isHeldByOneAtATime()
    {
        QTemporaryDir place;
        {
            const auto first = DataFolder::open(place.path());
            QVERIFY(first);
            const auto second = DataFolder::open(place.path());
            QVERIFY(!second);
            QCOMPARE(second.error().code, ErrorCode::StoreLocked);
        }
        QVERIFY(DataFolder::open(place.path()));
    }

    void saysThatAPlaceCannotBeUsed()
    {
        QTemporaryDir place;
        QFile file{place.filePath(QStringLiteral("file"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto refused = DataFolder::open(place.filePath(QStringLiteral("file/data")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreUnavailable);
    }
};

QTEST_GUILESS_MAIN(tst_DataFolder)
#include "tst_DataFolder.moc"
