#include "app/main/SingleInstance.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMillis = 30'000;

/// One real Tutti, which a failed test does not leave behind.
class Launch {
public:
    Launch(const QTemporaryDir& place, const QString& folder, const QStringList& more = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, place.path());
        environment.insert(u"XDG_CONFIG_HOME"_s, place.path());
        m_process.setProcessEnvironment(environment);
        m_process.start(
            QStringLiteral(TUTTI_PROGRAM),
            QStringList{u"--data"_s, folder, u"--port"_s, u"0"_s, u"--bind"_s, u"127.0.0.1"_s} +
                more);
    }

    ~Launch()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Whether it got hold of the data folder.
    bool holds(const QString& folder)
    {
        return QTest::qWaitFor(
            [&] {
                QFile lock{folder + u"/tutti.lock"_s};
                return lock.open(QIODevice::ReadOnly) &&
                       lock.readLine().trimmed() == QByteArray::number(m_process.processId());
            },
            kPatienceMillis);
    }

    bool says(const QByteArray& words)
    {
        return QTest::qWaitFor(
            [&] {
                m_words += m_process.readAllStandardOutput() + m_process.readAllStandardError();
                return m_words.contains(words);
            },
            kPatienceMillis);
    }

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    void crash() { m_process.kill(); }
    void quit() { m_process.terminate(); }

    /// Its exit code; -1 if it did not end by itself.
    int ended()
    {
        const bool hasEnded = QTest::qWaitFor(
            [&] { return m_process.state() == QProcess::NotRunning; }, kPatienceMillis);
        return hasEnded && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode()
                                                                          : -1;
    }

private:
    QProcess m_process;
    QByteArray m_words;
};

const QByteArray kRaised = "Its window was brought to the front";
const QByteArray kRefused = "Another Tutti is using this data folder";

} // namespace

/// Two real programs on one data folder, as when a teacher double-clicks twice.
class tst_SecondLaunch : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(u"data"_s);
    }

    void bringsTheFirstToTheFrontAndEnds()
    {
        Launch first{*m_place, m_folder};
        QVERIFY(first.holds(m_folder));
        Launch second{*m_place, m_folder};
        QCOMPARE(second.ended(), 0);
        QVERIFY(second.says(kRaised));
        QVERIFY(first.isRunning());
        first.quit();
        QCOMPARE(first.ended(), 0);
    }

    void startsBesideOneWithAnotherFolder()
    {
        Launch first{*m_place, m_folder};
        QVERIFY(first.holds(m_folder));
        const QString other = m_place->filePath(u"other"_s);
        Launch second{*m_place, other};
        QVERIFY(second.holds(other));
    }

    void saysThatTheFolderIsTakenByOneWithoutAWindow()
    {
        Launch server{*m_place, m_folder, {u"--headless"_s}};
        QVERIFY(server.says("\"ready\""));
        Launch second{*m_place, m_folder};
        QVERIFY(second.says(kRefused));
        QVERIFY(second.isRunning());
        server.quit();
        QCOMPARE(server.ended(), 0);
    }

    void refusesAServerOnAFolderWithAWindow()
    {
        Launch first{*m_place, m_folder};
        QVERIFY(first.holds(m_folder));
        Launch server{*m_place, m_folder, {u"--headless"_s}};
        QCOMPARE(server.ended(), 1);
        QVERIFY(server.says(kRefused));
    }

    void becomesTheFirstWhenTheFirstIsEnding()
    {
        // The first is ourselves: the folder is still ours when the second calls, and free afterwards.
        QVERIFY(QDir{}.mkpath(m_folder));
        qputenv("XDG_RUNTIME_DIR", m_place->path().toLocal8Bit());
        QLockFile ours{m_folder + u"/tutti.lock"_s};
        QVERIFY(ours.tryLock());
        QLocalServer ending;
        QVERIFY(ending.listen(tutti::main::SingleInstance::addressFor(m_folder)));
        Launch second{*m_place, m_folder};
        QVERIFY(ending.waitForNewConnection(kPatienceMillis));
        ending.close();
        ours.unlock();
        QVERIFY(second.holds(m_folder));
    }

    void takesOverAfterACrash()
    {
        {
            Launch first{*m_place, m_folder};
            QVERIFY(first.holds(m_folder));
            // It answers, so its socket is there to be left behind.
            QCOMPARE((Launch{*m_place, m_folder}.ended()), 0);
            first.crash();
            QCOMPARE(first.ended(), -1);
        }
        Launch second{*m_place, m_folder};
        QVERIFY(second.holds(m_folder));
        Launch third{*m_place, m_folder};
        QCOMPARE(third.ended(), 0);
        QVERIFY(third.says(kRaised));
    }

private:
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
};

QTEST_GUILESS_MAIN(tst_SecondLaunch)
#include "tst_SecondLaunch.moc"
