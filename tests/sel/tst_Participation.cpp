#include "app/sel/Participation.h"

#include <QRegularExpression>
#include <QTest>

using namespace tutti;
using namespace tutti::sel;
using namespace std::chrono_literals;

namespace {

constexpr ServerTime at(std::chrono::milliseconds time)
{
    return ServerTime{time};
}

IntervalSet span(std::chrono::milliseconds from, std::chrono::milliseconds to)
{
    return IntervalSet{{{at(from), at(to)}}};
}

} // namespace

class tst_Participation : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    // Golden values, worked out by hand.
    void countsActiveTimeAsInTheGoldenCase()
    {
        const std::vector notes{at(1s), at(2s), at(9s), at(19'500ms)};
        const IntervalSet eligible = span(0s, 20s);
        QVERIFY(activeIntervals(eligible, notes) ==
                span(0s, 4s).unitedWith(span(8s, 11s)).unitedWith(span(18'500ms, 20s)));
        QVERIFY(activeTime(eligible, notes) == Duration{8'500ms});
    }

    void bridgesAReconnectOfNineSecondsButNotOfEleven()
    {
        const SeatTimes nine{span(0s, 100s).unitedWith(span(109s, 200s)), span(0s, 200s), {}};
        const SeatTimes eleven{span(0s, 100s).unitedWith(span(111s, 200s)), span(0s, 200s), {}};
        QCOMPARE(*presenceShare(nine, span(0s, 200s)), 1.0);
        QCOMPARE(*presenceShare(eleven, span(0s, 200s)), 189.0 / 200.0);
        QVERIFY(eligibleTime(nine, {}).length() == 200s);
        QVERIFY(eligibleTime(eleven, {}).length() == 189s);
    }

    void saysNothingWhereNothingHappened()
    {
        QVERIFY(!activeTime({}, {at(1s)}));
        QVERIFY(!activeShare({}, {}));
        QVERIFY(!presenceShare({}, {}));
        QVERIFY(!attendanceOf({}, {at(0s), at(60s)}, 5s));
        QVERIFY(activeTime(span(0s, 20s), {}) == Duration{0});
    }

    void showsSharesOnlyOverEnoughTime()
    {
        QVERIFY(!activeShare(span(0s, 59'999ms), {at(5s)}));
        QCOMPARE(*activeShare(span(0s, 60s), {at(5s)}), 3.0 / 60.0);
        QVERIFY(!presenceShare({span(0s, 100s), {}, {}}, span(0s, 179s)));
        QCOMPARE(*presenceShare({span(0s, 90s), {}, {}}, span(0s, 180s)), 0.5);
    }

    void leavesOutQuietAndMutedTime()
    {
        const SeatTimes seat{span(0s, 100s), span(10s, 90s), span(20s, 30s)};
        QVERIFY(eligibleTime(seat, span(25s, 40s)) == span(10s, 20s).unitedWith(span(40s, 90s)));
    }

    void tellsLateFromOnTime()
    {
        const Interval lesson{at(0s), at(600s)};
        const auto onTime = attendanceOf({span(-20s, 600s), {}, {}}, lesson, 60s);
        QVERIFY(onTime && !onTime->late && !onTime->leftEarly);
        const auto late = attendanceOf({span(61s, 500s), {}, {}}, lesson, 60s);
        QVERIFY(late && late->late && late->leftEarly);
        QVERIFY(late->joined == at(61s) && late->left == at(500s));
    }
};

QTEST_APPLESS_MAIN(tst_Participation)
#include "tst_Participation.moc"
