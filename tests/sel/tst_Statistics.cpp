#include "app/sel/Statistics.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace tutti::sel;

class tst_Statistics : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void saysWhereARateMayReallyLie_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("whole");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("6 of 8") << 6 << 8 << 0.409 << 0.929;
        QTest::newRow("18 of 24") << 18 << 24 << 0.551 << 0.880;
        QTest::newRow("0 of 4") << 0 << 4 << 0.000 << 0.490;
        QTest::newRow("4 of 4") << 4 << 4 << 0.510 << 1.000;
    }

    void saysWhereARateMayReallyLie()
    {
        QFETCH(int, part);
        QFETCH(int, whole);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto range = wilsonRange(part, whole);
        QVERIFY(std::abs(range->low - low) < 1e-3);
        QVERIFY(std::abs(range->high - high) < 1e-3);
    }

    void saysNothingOfNothing()
    {
        QVERIFY(!wilsonRange(0, 0));
        QVERIFY(!meanOf({}));
        QVERIFY(!medianOf({}));
        QVERIFY(!robustDeviationOf({}));
        QVERIFY(!phaseOrderOf({}));
        QVERIFY(!deviationOf({}));
        QVERIFY(!deviationOf({1.0}));
    }

    void findsTheMiddle()
    {
        QCOMPARE(*medianOf({5.0, 1.0, 3.0}), 3.0);
        QCOMPARE(*medianOf({4.0, 1.0, 3.0, 2.0}), 2.5);
        QCOMPARE(*robustDeviationOf({1.0, 2.0, 3.0, 100.0, 2.0}), 1.4826);
        QCOMPARE(*deviationOf({1.0, 3.0}), std::sqrt(2.0));
    }

    void tellsPhasesThatAgreeFromPhasesThatCancelOut()
    {
        QCOMPARE(*phaseOrderOf({0.25, 0.25, 1.25}), 1.0);
        QVERIFY(*phaseOrderOf({0.0, 0.25, 0.5, 0.75}) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(tst_Statistics)
#include "tst_Statistics.moc"
