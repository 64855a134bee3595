#include "app/domain/TokenBucket.h"

#include <QTest>

using namespace tutti;
using namespace std::chrono_literals;

class tst_TokenBucket : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void givesItsBurstAtOnceAndThenItsRate()
    {
        TokenBucket bucket{4.0, 10.0};
        QCOMPARE(taken(bucket, ServerTime{1s}), 10);
        QVERIFY(!bucket.take(ServerTime{1s + 249ms}));
        QVERIFY(bucket.take(ServerTime{1s + 250ms}));
        QCOMPARE(taken(bucket, ServerTime{2s + 250ms}), 4);
        QCOMPARE(taken(bucket, ServerTime{1h}), 10);
    }

    void takesAllOrNothing()
    {
        TokenBucket bucket{1.0, 5.0};
        QVERIFY(!bucket.take(ServerTime{1s}, 6.0));
        QVERIFY(bucket.isFull(ServerTime{1s}));
        QVERIFY(bucket.take(ServerTime{1s}, 5.0));
        QCOMPARE(bucket.available(ServerTime{1s}), 0.0);
        QVERIFY(!bucket.isFull(ServerTime{5s}));
        QVERIFY(bucket.isFull(ServerTime{6s}));
    }

    void losesNothingWhenTimeStandsStillOrGoesBack()
    {
        TokenBucket bucket{1.0, 2.0};
        QVERIFY(bucket.take(ServerTime{10s}));
        QCOMPARE(bucket.available(ServerTime{9s}), 1.0);
        QVERIFY(bucket.take(ServerTime{9s}));
        QVERIFY(!bucket.take(ServerTime{10s}));
        QVERIFY(bucket.take(ServerTime{11s}));
    }

private:
    static int taken(TokenBucket& bucket, ServerTime now)
    {
        int count = 0;
        while (bucket.take(now)) {
            ++count;
        }
        return count;
    }
};

QTEST_GUILESS_MAIN(tst_TokenBucket)
#include "tst_TokenBucket.moc"
