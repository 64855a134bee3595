#include "tests/flow/RunningTutti.h"
#include "tests/flow/Tablet.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

/// Three tablets on a thread of their own, so that they live on while the test's thread stands still.
class TabletThread {
public:
    TabletThread(const QString& base, const QString& teacherToken)
    {
        m_context.moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::started, &m_context, [this, base, teacherToken] {
            m_fox.reset(new Tablet{base, u"LARK"_s, 1});
            m_bear.reset(new Tablet{base, u"LARK"_s, 2});
            m_baton.reset(new Tablet{base, u"LARK"_s, 0});
            listen();
            m_fox->join();
            m_bear->join();
            m_baton->open(teacherToken);
        });
        m_thread.start();
    }
    ~TabletThread()
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_fox.reset();
                m_bear.reset();
                m_baton.reset();
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    int joined() const { return m_joined.available(); }
    /// Starts the beat and plays one note, from the tablets' thread.
    void startAndPlay()
    {
        QMetaObject::invokeMethod(&m_context, [this] {
            m_baton->broadcast(u"start"_s, {});
            m_fox->play(60);
        });
    }
    /// Blocks the caller until the bear has heard that many notes and beats.
    bool waitForSounds(int count, int timeoutMs) { return m_heard.tryAcquire(count, timeoutMs); }

private:
    void listen()
    {
        for (Tablet* tablet : {m_fox.get(), m_bear.get(), m_baton.get()}) {
            QObject::connect(tablet, &Tablet::heardEvent, &m_context, [this](const QString& event) {
                if (event == u"room_state"_s) {
                    m_joined.release();
                }
            });
        }
        QObject::connect(m_bear.get(), &Tablet::heardEvent, &m_context,
                         [this](const QString& event) {
                             if (event == u"play_note"_s || event == u"beat"_s) {
                                 m_heard.release();
                             }
                         });
    }

    QSemaphore m_joined;
    QSemaphore m_heard;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Tablet> m_fox;
    std::unique_ptr<Tablet> m_bear;
    std::unique_ptr<Tablet> m_baton;
};

} // namespace

/// While the GUI thread stands still, in a file dialog or a slow paint, the class plays on.
class tst_GuiStall : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void delaysNoNoteAndNoBeat()
    {
        RunningTutti tutti;
        QVERIFY(tutti.openLesson());
        {
            TabletThread tablets{tutti.base(), tutti.backend().tokenFor(u"teacher"_s)};
            QVERIFY(QTest::qWaitFor([&] { return tablets.joined() == 3; }, 10'000));

            // From here to the end of the stall this thread, the GUI's, runs no event loop: it
            // stands still until the other tablet has heard a note and eight beats, four of which
            // at 96 BPM lie beyond two seconds.
            tablets.startAndPlay();
            QVERIFY(tablets.waitForSounds(9, 30'000));
        }
        QVERIFY(tutti.endLesson());
    }
};

QTEST_MAIN(tst_GuiStall)
#include "tst_GuiStall.moc"
