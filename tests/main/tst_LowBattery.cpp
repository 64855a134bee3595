#include "app/main/LowBattery.h"

#include <QTest>

using namespace tutti::main;
using Change = LowBattery::Change;

namespace {

constexpr auto onBattery(int percent)
{
    return PowerState{true, percent};
}

constexpr auto onMains(int percent)
{
    return PowerState{false, percent};
}

} // namespace

class tst_LowBattery : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void warnsOnceAtEachStep()
    {
        LowBattery battery;
        QCOMPARE(battery.judge(onBattery(16)), Change::None);
        QCOMPARE(battery.judge(onBattery(15)), Change::Low);
        QCOMPARE(battery.judge(onBattery(11)), Change::None);
        QCOMPARE(battery.judge(onBattery(10)), Change::Low);
        QCOMPARE(battery.judge(onBattery(6)), Change::None);
        QCOMPARE(battery.judge(onBattery(4)), Change::Low);
        QCOMPARE(battery.judge(onBattery(1)), Change::None);
        QCOMPARE(battery.judge(onBattery(11)), Change::None);
    }

    void warnsAtTheStartIfItIsLowAlready()
    {
        LowBattery battery;
        QCOMPARE(battery.judge(onBattery(0)), Change::Low);
    }

    void doesNotWarnWhileItCharges()
    {
        LowBattery battery;
        QCOMPARE(battery.judge(onMains(5)), Change::None);
        QCOMPARE(battery.judge(onBattery(5)), Change::Low);
    }

    void doesNotWarnTwiceAtTheEdge()
    {
        LowBattery battery;
        QCOMPARE(battery.judge(onBattery(15)), Change::Low);
        QCOMPARE(battery.judge(onBattery(16)), Change::None);
        QCOMPARE(battery.judge(onBattery(20)), Change::None);
        QCOMPARE(battery.judge(onBattery(15)), Change::None);
    }

    void recoversOnce_data()
    {
        QTest::addColumn<bool>("plugged");
        QTest::addColumn<int>("percent");
        QTest::newRow("plugged in") << true << 9;
        QTest::newRow("above 20 %") << false << 21;
    }

    void recoversOnce()
    {
        QFETCH(bool, plugged);
        QFETCH(int, percent);
        LowBattery battery;
        QCOMPARE(battery.judge(onBattery(10)), Change::Low);
        const PowerState better{!plugged, percent};
        QCOMPARE(battery.judge(better), Change::Recovered);
        QCOMPARE(battery.judge(better), Change::None);
        QCOMPARE(battery.judge(onBattery(15)), Change::Low);
    }

    void waitsForABatteryThatDoesNotTell()
    {
        LowBattery battery;
        QCOMPARE(battery.judge({true, {}}), Change::None);
        QCOMPARE(battery.judge(onBattery(10)), Change::Low);
        QCOMPARE(battery.judge({true, {}}), Change::None);
        QCOMPARE(battery.judge({false, {}}), Change::Recovered);
    }
};

QTEST_APPLESS_MAIN(tst_LowBattery)
#include "tst_LowBattery.moc"
