#include "app/main/PowerWatch.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <atomic>

using namespace tutti::main;

class tst_PowerWatch : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void looksAtTheStart()
    {
        PowerWatch watch{[] { return PowerState{true, 12}; }};
        QSignalSpy low{&watch, &PowerWatch::low};
        watch.start();
        QTRY_COMPARE(low.size(), 1);
        QCOMPARE(low.at(0).at(0).toInt(), 12);
    }

    void saysThatItIsLowAndThatItIsNoMore()
    {
        std::atomic<int> percent{50};
        std::atomic<bool> onBattery{true};
        PowerWatch watch{[&] { return PowerState{onBattery, percent}; }};
        QSignalSpy low{&watch, &PowerWatch::low};
        QSignalSpy recovered{&watch, &PowerWatch::recovered};
        look(watch);
        QCOMPARE(low.size(), 0);
        percent = 15;
        look(watch);
        look(watch);
        QCOMPARE(low.size(), 1);
        QCOMPARE(recovered.size(), 0);
        onBattery = false;
        look(watch);
        look(watch);
        QCOMPARE(low.size(), 1);
        QCOMPARE(recovered.size(), 1);
    }

    void readsAwayFromTheWindow()
    {
        std::atomic<QThread*> reader{nullptr};
        PowerWatch watch{[&] {
            reader = QThread::currentThread();
            return PowerState{};
        }};
        look(watch);
        QVERIFY(reader && reader != QThread::currentThread());
    }

    void doesNotQueueUpBehindASlowBattery()
    {
        std::atomic<int> reads{0};
        QSemaphore answer;
        PowerWatch watch{[&] {
            ++reads;
            answer.acquire();
            return PowerState{};
        }};
        watch.look();
        watch.look();
        watch.look();
        answer.release(3);
        settle();
        QCOMPARE(reads, 1);
        look(watch);
        QCOMPARE(reads, 2);
    }

    void mayGoWhileABatteryIsAsked()
    {
        QSemaphore answer;
        {
            PowerWatch watch{[&] {
                answer.acquire();
                return PowerState{true, 1};
            }};
            watch.look();
        }
        answer.release();
        settle();
    }

private:
    static void settle()
    {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }

    static void look(PowerWatch& watch)
    {
        watch.look();
        settle();
    }
};

QTEST_GUILESS_MAIN(tst_PowerWatch)
#include "tst_PowerWatch.moc"
