#include "tests/flow/RunningTutti.h"
#include "tests/flow/Tablet.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

/// While the GUI thread stands still, in a file dialog or a slow paint, the class plays on.
class tst_GuiStall : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void delaysNoNoteAndNoBeat()
    {
        RunningTutti tutti;
        QVERIFY(tutti.openLesson());
        QSemaphore joined;
        QSemaphore go;
        QSemaphore heard;
        QThread room;
        QObject context;
        context.moveToThread(&room);
        const QString base = tutti.base();
        const QString teacher = tutti.backend().tokenFor(u"teacher"_s);
        QScopedPointer<Tablet, QScopedPointerDeleteLater> fox;
        QScopedPointer<Tablet, QScopedPointerDeleteLater> bear;
        QScopedPointer<Tablet, QScopedPointerDeleteLater> baton;
        connect(&room, &QThread::started, &context, [&] {
            fox.reset(new Tablet{base, u"LARK"_s, 1});
            bear.reset(new Tablet{base, u"LARK"_s, 2});
            baton.reset(new Tablet{base, u"LARK"_s, 0});
            for (Tablet* tablet : {fox.get(), bear.get(), baton.get()}) {
                connect(tablet, &Tablet::heardEvent, &context, [&](const QString& event) {
                    if (event == u"room_state"_s) {
                        joined.release();
                    }
                });
            }
            connect(bear.get(), &Tablet::heardEvent, &context, [&](const QString& event) {
                if (event == u"play_note"_s || event == u"beat"_s) {
                    heard.release();
                }
            });
            fox->join();
            bear->join();
            baton->open(teacher);
        });
        room.start();
        QVERIFY(QTest::qWaitFor([&] { return joined.available() == 3; }, 10'000));

        // From here to the end of the stall this thread, the GUI's, runs no event loop: it stands
        // still until the other tablet has heard a note and eight beats, four of which at 96 BPM
        // lie beyond two seconds.
        QMetaObject::invokeMethod(&context, [&] {
            baton->broadcast(u"start"_s, {});
            fox->play(60);
        });
        QVERIFY(heard.tryAcquire(9, 30'000));

        QMetaObject::invokeMethod(
            &context,
            [&] {
                fox.reset();
                bear.reset();
                baton.reset();
            },
            Qt::BlockingQueuedConnection);
        room.quit();
        room.wait();
        QVERIFY(tutti.endLesson());
    }
};

QTEST_MAIN(tst_GuiStall)
#include "tst_GuiStall.moc"
