#include "app/sel/Answers.h"
#include "app/sel/Participation.h"

#include <QRegularExpression>
#include <QTest>

using namespace tutti;
using namespace tutti::sel;
using namespace std::chrono_literals;

namespace {

ServerTime at(std::chrono::milliseconds time)
{
    return ServerTime{time};
}

IntervalSet span(std::chrono::milliseconds from, std::chrono::milliseconds to)
{
    return IntervalSet{{{at(from), at(to)}}};
}

Opportunity askedFrom(std::chrono::milliseconds from, bool answered = false)
{
    Opportunity row;
    row.from = at(from);
    row.to = at(from + 1s);
    row.expected = at(from + 500ms);
    row.hit = 120ms;
    row.close = 180ms;
    if (answered) {
        row.touched = row.expected;
        row.asynchrony = 0ms;
    }
    return row;
}

} // namespace

class tst_Answers : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void excusesWhatLostMoreThanAFifthOfItsSpan()
    {
        const Opportunity row = askedFrom(10s);
        QVERIFY(!isExcused(row, span(0s, 60s)));
        QVERIFY(!isExcused(row, span(0s, 10'800ms)));
        QVERIFY(isExcused(row, span(0s, 10'799ms)));
        QVERIFY(isExcused(row, {}));
    }

    void excusesAMuteInTheMiddleAndQuiet()
    {
        const SeatTimes seat{span(0s, 60s), span(0s, 60s), span(10'300ms, 10'600ms)};
        QVERIFY(isExcused(askedFrom(10s), eligibleTime(seat, {})));
        QVERIFY(!isExcused(askedFrom(11s), eligibleTime(seat, {})));
        QVERIFY(isExcused(askedFrom(20s), eligibleTime(seat, span(20s, 30s))));
    }

    void excusesAnElevenSecondLossButNotOneOfNine()
    {
        const auto rows = std::vector{askedFrom(104s)};
        const SeatTimes nine{span(0s, 100s).unitedWith(span(109s, 200s)), span(0s, 200s), {}};
        const SeatTimes eleven{span(0s, 100s).unitedWith(span(111s, 200s)), span(0s, 200s), {}};
        QVERIFY(tallyOf(rows, eligibleTime(nine, {})) == (AnswerTally{1, 0, 0, 0}));
        QVERIFY(tallyOf(rows, eligibleTime(eleven, {})) == (AnswerTally{0, 0, 0, 1}));
    }

    void goesByTheMomentWhereThereIsNoSpan()
    {
        Opportunity row = askedFrom(10s);
        row.to = row.from;
        QVERIFY(!isExcused(row, span(0s, 60s)));
        QVERIFY(isExcused(row, span(0s, 10s)));
    }

    void countsOfferedAnsweredAndInTime()
    {
        std::vector rows{askedFrom(0s, true), askedFrom(1s, true), askedFrom(2s), askedFrom(90s)};
        rows[1].asynchrony = 150ms;
        QVERIFY(tallyOf(rows, span(0s, 60s)) == (AnswerTally{3, 2, 1, 1}));
    }

    void showsARateOnlyOfEnough()
    {
        QVERIFY(!rateOf({}));
        QCOMPARE(*rateOf({2, 1, 0, 9}), 0.5);
        QVERIFY(!shownRate({3, 3, 3, 0}));
        QCOMPARE(*shownRate({4, 3, 0, 0}), 0.75);
        QVERIFY(!showsPercent({19, 3, 0, 0}));
        QVERIFY(showsPercent({20, 3, 0, 0}));
    }

    void poolsAClassOfFiveOrMore()
    {
        std::vector<AnswerTally> tallies{
            {10, 10, 0, 0}, {10, 5, 0, 0}, {10, 4, 0, 0}, {2, 0, 0, 0}};
        tallies.push_back({0, 0, 0, 8});
        QVERIFY(!classAnswers(tallies));
        tallies.push_back({8, 1, 0, 0});
        const auto answers = classAnswers(tallies);
        QCOMPARE(answers->rate, 0.5);
        QCOMPARE(answers->atLeastHalf, 2);
        QCOMPARE(answers->students, 5);
    }
};

QTEST_APPLESS_MAIN(tst_Answers)
#include "tst_Answers.moc"
