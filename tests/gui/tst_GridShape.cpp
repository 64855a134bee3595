#include "ui/widgets/GridShape.h"

#include <QTest>

using namespace tutti::ui;

namespace {

constexpr TileLimits kTeach{{150, 44}, {360, 112}, 2.9};
constexpr int kGap = 8;

} // namespace

class tst_GridShape : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void fillsTheRoomWithoutScrolling_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSize>("area");
        QTest::newRow("24, wide") << 24 << QSize(1395, 750);
        QTest::newRow("24, compact") << 24 << QSize(1235, 560);
        QTest::newRow("24, smallest") << 24 << QSize(980, 480);
        QTest::newRow("32") << 32 << QSize(1235, 560);
        QTest::newRow("48") << 48 << QSize(1395, 750);
        QTest::newRow("one") << 1 << QSize(1395, 750);
    }

    void fillsTheRoomWithoutScrolling()
    {
        QFETCH(int, count);
        QFETCH(QSize, area);
        const GridShape shape = gridShapeFor(count, area, kTeach, kGap);
        const int rows = (count + shape.columns - 1) / shape.columns;
        QVERIFY(shape.columns * shape.cell.width() <= area.width());
        QVERIFY(rows * shape.cell.height() <= area.height());
        QVERIFY(shape.cell.width() - kGap >= kTeach.smallest.width());
        QVERIFY(shape.cell.height() - kGap >= kTeach.smallest.height());
        QVERIFY(shape.cell.height() - kGap <= kTeach.largest.height());
    }

    void leavesNoRaggedRowWhereItCanBeAvoided()
    {
        const GridShape shape = gridShapeFor(24, {1395, 750}, kTeach, kGap);
        QCOMPARE(24 % shape.columns, 0);
    }

    void scrollsWithTheSmallestTilesWhenNothingFits()
    {
        const GridShape shape = gridShapeFor(48, {330, 200}, kTeach, kGap);
        QCOMPARE(shape.columns, 2);
        QCOMPARE(shape.cell.height(), kTeach.smallest.height() + kGap);
    }

    void hasOneColumnInNoRoomAtAll()
    {
        QCOMPARE(gridShapeFor(24, {10, 10}, kTeach, kGap).columns, 1);
        QCOMPARE(gridShapeFor(0, {1000, 500}, kTeach, kGap).columns >= 1, true);
    }

    void keepsItsColumnsAndRowsForAClassOf24_data()
    {
        QTest::addColumn<QSize>("area");
        QTest::addColumn<int>("columns");
        QTest::newRow("drawn") << QSize(530, 535) << 3;
        QTest::newRow("compact") << QSize(486, 420) << 3;
        QTest::newRow("wide") << QSize(710, 720) << 4;
    }
    void keepsItsColumnsAndRowsForAClassOf24()
    {
        QFETCH(QSize, area);
        const GridShape full = lessonShapeFor(24, area, 6);
        QTEST(full.columns, "columns");
        QVERIFY(full.cell.height() * 24 / full.columns <= area.height());
        QCOMPARE(lessonShapeFor(1, area, 6), full);
        QCOMPARE(lessonShapeFor(8, area, 6), full);
    }

    void makesLowRowsForMore_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("25") << 25;
        QTest::newRow("32") << 32;
        QTest::newRow("48") << 48;
    }
    void makesLowRowsForMore()
    {
        QFETCH(int, count);
        const GridShape shape = lessonShapeFor(count, {530, 535}, 6);
        QCOMPARE(shape.columns, 4);
        QCOMPARE(shape.cell, QSize(132, 50));
    }

    void givesEveryStudentALineInTheList()
    {
        QCOMPARE(listShapeFor({530, 535}), (GridShape{1, {530, 34}}));
    }
};

QTEST_GUILESS_MAIN(tst_GridShape)
#include "tst_GridShape.moc"
