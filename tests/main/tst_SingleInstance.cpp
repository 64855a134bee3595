#include "app/main/SecondLaunch.h"
#include "app/main/SingleInstance.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace tutti::main;
using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr SecondLaunch::Patience kNone{0ms, 0ms};
/// Long enough never to run out where an answer comes.
constexpr SecondLaunch::Patience kAmple{60s, 60s};

} // namespace

/// Over real local sockets in a folder of their own.
class tst_SingleInstance : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{u".*"_s});
        m_place = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir{m_place->path()}.mkpath(u"data"_s));
        QVERIFY(QDir{m_place->path()}.mkpath(u"other"_s));
        qputenv("XDG_RUNTIME_DIR", m_place->path().toLocal8Bit());
    }

    void bringsTheFirstToTheFront()
    {
        SingleInstance first;
        QSignalSpy requested{&first, &SingleInstance::raiseRequested};
        QVERIFY(first.listen(data()));
        SecondLaunch second{data(), kAmple};
        QSignalSpy raised{&second, &SecondLaunch::raised};
        QSignalSpy unanswered{&second, &SecondLaunch::unanswered};
        second.start();
        QTRY_COMPARE(raised.size(), 1);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(unanswered.size(), 0);
    }

    void doesItEveryTime()
    {
        SingleInstance first;
        QSignalSpy requested{&first, &SingleInstance::raiseRequested};
        QVERIFY(first.listen(data()));
        for (int launches = 1; launches <= 3; ++launches) {
            SecondLaunch second{data(), kAmple};
            QSignalSpy raised{&second, &SecondLaunch::raised};
            second.start();
            QTRY_COMPARE(raised.size(), 1);
            QCOMPARE(requested.size(), launches);
        }
    }

    void waitsForAFirstThatIsJustStarting()
    {
        SecondLaunch second{data(), kAmple};
        QSignalSpy raised{&second, &SecondLaunch::raised};
        second.start();
        QCoreApplication::processEvents();
        SingleInstance first;
        QVERIFY(first.listen(data()));
        QTRY_COMPARE(raised.size(), 1);
    }

    void saysThatNobodyIsThere() { QVERIFY(isUnanswered(data())); }

    void leavesOtherFoldersAlone()
    {
        SingleInstance first;
        QSignalSpy requested{&first, &SingleInstance::raiseRequested};
        QVERIFY(first.listen(data()));
        QVERIFY(isUnanswered(m_place->filePath(u"other"_s)));
        SingleInstance neighbour;
        QVERIFY(neighbour.listen(m_place->filePath(u"other"_s)));
        QCOMPARE(requested.size(), 0);
    }

    void knowsAFolderByAnyOfItsNames()
    {
        const QString link = m_place->filePath(u"link"_s);
        QVERIFY(QFile::link(data(), link));
        const QString address = SingleInstance::addressFor(data());
        QCOMPARE(SingleInstance::addressFor(link), address);
        QCOMPARE(SingleInstance::addressFor(data() + u'/'), address);
        QCOMPARE(SingleInstance::addressFor(data() + u"/../data"_s), address);
    }

    void isAnotherForEveryUser()
    {
        const QString ours = SingleInstance::addressFor(data());
        const QByteArray home = qgetenv("HOME");
        qputenv("HOME", m_place->filePath(u"other"_s).toLocal8Bit());
        const QString theirs = SingleInstance::addressFor(data());
        qputenv("HOME", home);
        QVERIFY(ours != theirs);
    }

    void takesOverWhatACrashLeftBehind()
    {
        const QString address = SingleInstance::addressFor(data());
        {
            QLocalServer crashed;
            QVERIFY(crashed.listen(address));
            QVERIFY(QFile::rename(address, address + u".left"_s));
        }
        QVERIFY(QFile::rename(address + u".left"_s, address));
        QVERIFY(isUnanswered(data()));
        SingleInstance first;
        QVERIFY(first.listen(data()));
        SecondLaunch second{data(), kAmple};
        QSignalSpy raised{&second, &SecondLaunch::raised};
        second.start();
        QTRY_COMPARE(raised.size(), 1);
    }

    void answersNobodyOnceItIsClosed()
    {
        SingleInstance first;
        QSignalSpy requested{&first, &SingleInstance::raiseRequested};
        QVERIFY(first.listen(data()));
        QLocalSocket early;
        QSignalSpy disconnected{&early, &QLocalSocket::disconnected};
        early.connectToServer(SingleInstance::addressFor(data()));
        QVERIFY(early.waitForConnected());
        QCoreApplication::processEvents();
        early.write("raise\n");
        early.flush();
        first.close();
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(early.readAll(), QByteArray{});
        QVERIFY(isUnanswered(data()));
        QCOMPARE(requested.size(), 0);
        SingleInstance next;
        QVERIFY(next.listen(data()));
    }

    void isForItsOwnerAlone()
    {
        SingleInstance first;
        QVERIFY(first.listen(data()));
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                 QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        const QString address = SingleInstance::addressFor(data());
        QVERIFY(QFileInfo::exists(address));
        QVERIFY(!(QFile::permissions(address) & kOthers));
    }

    void leavesNothingBehind()
    {
        {
            SingleInstance first;
            QVERIFY(first.listen(data()));
        }
        QVERIFY(!QFileInfo::exists(SingleInstance::addressFor(data())));
    }

    void asksNobodyElsesProgram()
    {
        // Somebody who is not the owner of our home: the system's own user, or for that one another.
        const QString home = m_place->filePath(u"other"_s);
        const bool isRoot = ::geteuid() == 0;
        QVERIFY(!isRoot || ::chown(home.toLocal8Bit().constData(), 65534, 65534) == 0);
        const QByteArray ours = qgetenv("HOME");
        qputenv("HOME", isRoot ? home.toLocal8Bit() : QByteArray{"/"});
        SingleInstance stranger;
        QSignalSpy requested{&stranger, &SingleInstance::raiseRequested};
        const bool listens = stranger.listen(data());
        SecondLaunch second{data(), kAmple};
        QSignalSpy unanswered{&second, &SecondLaunch::unanswered};
        second.start();
        const bool isOverAtOnce = !unanswered.isEmpty();
        const bool isOver = QTest::qWaitFor([&] { return unanswered.size() == 1; });
        qputenv("HOME", ours);
        QVERIFY(listens && isOver && !isOverAtOnce);
        QCOMPARE(requested.size(), 0);
    }

    void givesUpOnOneThatDoesNotAnswer()
    {
        QLocalServer hung;
        QVERIFY(hung.listen(SingleInstance::addressFor(data())));
        SecondLaunch second{data(), {60s, 0ms}};
        QSignalSpy unanswered{&second, &SecondLaunch::unanswered};
        second.start();
        QTRY_COMPARE(unanswered.size(), 1);
    }

    void givesUpOnOneThatAlwaysHangsUp()
    {
        QLocalServer rude;
        int calls = 0;
        connect(&rude, &QLocalServer::newConnection, this, [&] {
            ++calls;
            rude.nextPendingConnection()->abort();
        });
        QVERIFY(rude.listen(SingleInstance::addressFor(data())));
        SecondLaunch second{data(), {60s, 250ms}};
        QSignalSpy unanswered{&second, &SecondLaunch::unanswered};
        second.start();
        QTRY_COMPARE(unanswered.size(), 1);
        QVERIFY(calls > 0);
    }

    void hangsUpOnNonsense_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("another word") << QByteArray{"quit\n"};
        QTest::newRow("an empty line") << QByteArray{"\n"};
        QTest::newRow("no end of line") << QByteArray(1000, 'x');
        QTest::newRow("binary") << QByteArray::fromHex("00ff0a");
    }

    void hangsUpOnNonsense()
    {
        QFETCH(QByteArray, words);
        SingleInstance first;
        QSignalSpy requested{&first, &SingleInstance::raiseRequested};
        QVERIFY(first.listen(data()));
        QLocalSocket stranger;
        QSignalSpy disconnected{&stranger, &QLocalSocket::disconnected};
        stranger.connectToServer(SingleInstance::addressFor(data()));
        stranger.write(words);
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(requested.size(), 0);
        QCOMPARE(stranger.readAll(), QByteArray{});
    }

private:
    QString data() const { return m_place->filePath(u"data"_s); }

    /// Whether a second launch that does not wait finds nobody.
    static bool isUnanswered(const QString& folder)
    {
        SecondLaunch second{folder, kNone};
        QSignalSpy unanswered{&second, &SecondLaunch::unanswered};
        second.start();
        return QTest::qWaitFor([&] { return unanswered.size() == 1; });
    }

    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(tst_SingleInstance)
#include "tst_SingleInstance.moc"
