#include "app/main/GuiApplication.h"
#include "tests/flow/RunningTutti.h"
#include "tests/flow/TestTablet.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSettings>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstNote = 60;

/// What the tablets met. Filled on their thread, read once it stands still.
struct Heard {
    /// How long each note took, by the clock of the tablets.
    std::vector<qint64> noteMillis;
    /// How long before its `at` each beat came; below 0 it was late.
    std::vector<std::int64_t> beatLeadMicros;
    std::vector<std::int64_t> beatAtMicros;
};

/// Three tablets on a thread of their own, so that they live on while the test's thread stands still.
class TabletThread {
public:
    TabletThread(const QString& base, const QString& teacherToken, const Clock& serverClock)
        : m_serverClock(serverClock)
    {
        m_context.moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::started, &m_context, [this, base, teacherToken] {
            m_monotonic.start();
            m_fox.reset(new TestTablet{base, u"LARK"_s, 1});
            m_bear.reset(new TestTablet{base, u"LARK"_s, 2});
            m_baton.reset(new TestTablet{base, u"LARK"_s, 0});
            listen();
            m_fox->join();
            m_bear->join();
            m_baton->open(teacherToken);
        });
        m_thread.start();
    }
    ~TabletThread()
    {
        runThere([this] {
            m_fox.reset();
            m_bear.reset();
            m_baton.reset();
        });
        m_thread.quit();
        m_thread.wait();
    }

    int joined() const { return m_joined.available(); }
    /// Starts the beat, from the tablets' thread. From then on the fox plays a note at each beat.
    void start()
    {
        QMetaObject::invokeMethod(&m_context, [this] { m_baton->broadcast(u"start"_s, {}); });
    }
    /// Blocks the caller until the bear has heard that many notes and beats.
    bool waitForSounds(int count, int timeoutMs) { return m_sounds.tryAcquire(count, timeoutMs); }
    Heard heard()
    {
        Heard copy;
        runThere([&] { copy = m_heard; });
        return copy;
    }

private:
    void runThere(const std::function<void()>& action)
    {
        QMetaObject::invokeMethod(&m_context, action, Qt::BlockingQueuedConnection);
    }

    void listen()
    {
        for (TestTablet* tablet : {m_fox.get(), m_bear.get(), m_baton.get()}) {
            QObject::connect(tablet, &TestTablet::heardEvent, &m_context,
                             [this](const QString& event) {
                                 if (event == u"room_state"_s) {
                                     m_joined.release();
                                 }
                             });
        }
        QObject::connect(m_bear.get(), &TestTablet::heardEvent, &m_context,
                         [this](const QString& event) {
                             if (event == u"beat"_s) {
                                 hearBeat();
                             } else if (event == u"play_note"_s) {
                                 hearNote();
                             }
                         });
    }

    void hearBeat()
    {
        const auto at =
            static_cast<std::int64_t>(m_bear->payloads(u"beat"_s).last()["at"_L1].toDouble());
        m_heard.beatAtMicros.push_back(at);
        m_heard.beatLeadMicros.push_back(at - toMicros(m_serverClock.now()));
        m_sent.push_back(m_monotonic.elapsed());
        m_fox->play(kFirstNote + static_cast<int>(m_sent.size()) - 1);
        m_sounds.release();
    }

    void hearNote()
    {
        const int midi = m_bear->payloads(u"play_note"_s).last()["midi"_L1].toInt();
        const auto sent = m_sent.at(static_cast<std::size_t>(midi - kFirstNote));
        m_heard.noteMillis.push_back(m_monotonic.elapsed() - sent);
        m_sounds.release();
    }

    const Clock& m_serverClock;
    QElapsedTimer m_monotonic;
    std::vector<qint64> m_sent;
    Heard m_heard;
    QSemaphore m_joined;
    QSemaphore m_sounds;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<TestTablet> m_fox;
    std::unique_ptr<TestTablet> m_bear;
    std::unique_ptr<TestTablet> m_baton;
};

} // namespace

/// While the GUI thread stands still, in a file dialog or a slow paint, the class plays on.
class tst_GuiStall : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(u"Tutti test"_s);
    }

    void delaysNoNoteAndNoBeat()
    {
        constexpr int kBeats = 6;
        constexpr qint64 kSlowestNoteMillis = 250;
        RunningTutti tutti;
        main::GuiApplication gui{tutti.backend()};
        gui.show();
        QVERIFY(tutti.openLesson());
        {
            TabletThread tablets{tutti.base(), tutti.backend().tokenFor(u"teacher"_s),
                                 tutti.backend().clock()};
            QVERIFY(QTest::qWaitFor([&] { return tablets.joined() == 3; }, 10'000));

            // From here to the end of the stall this thread, the window's, runs no event loop: it
            // stands still until the other tablet has heard six beats and a note at each, all but
            // the first of them the window would have had to show.
            tablets.start();
            QVERIFY(tablets.waitForSounds(2 * kBeats, 30'000));

            const Heard heard = tablets.heard();
            QVERIFY(heard.beatAtMicros.back() - heard.beatAtMicros.front() >= 2'000'000);
            const auto slowest =
                *std::max_element(heard.noteMillis.begin(), heard.noteMillis.end());
            QVERIFY2(slowest <= kSlowestNoteMillis, qPrintable(QString::number(slowest)));
            const auto latest =
                *std::min_element(heard.beatLeadMicros.begin(), heard.beatLeadMicros.end());
            QVERIFY2(latest >= 0, qPrintable(QString::number(latest)));
        }
        QVERIFY(tutti.endLesson());
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(tst_GuiStall)
#include "tst_GuiStall.moc"
