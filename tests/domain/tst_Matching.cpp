#include "app/domain/Matching.h"

#include <QTest>

using namespace tutti;
using namespace std::chrono_literals;

namespace {

std::vector<ServerTime> times(std::initializer_list<int> millis)
{
    std::vector<ServerTime> all;
    for (const int time : millis) {
        all.emplace_back(std::chrono::milliseconds{time});
    }
    return all;
}

std::vector<Onset> onsets(std::initializer_list<int> millis, std::chrono::milliseconds window)
{
    std::vector<Onset> all;
    for (const int time : millis) {
        all.push_back({ServerTime{std::chrono::milliseconds{time}}, window});
    }
    return all;
}

std::vector<int> asynchronies(const std::vector<TapMatch>& matches)
{
    std::vector<int> all;
    for (const TapMatch& match : matches) {
        all.push_back(static_cast<int>(match.asynchrony / 1ms));
    }
    return all;
}

} // namespace

class tst_Matching : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void matchesTheGoldenCase()
    {
        const auto window = windowWithin(220ms, 500ms);
        QVERIFY(window == 220ms);
        const auto asked = onsets({0, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500}, 220ms);
        const auto taps = times({-20, 470, 1010, 1690, 1980, 2500, 3030, 3460, 4200, 4515, 4700});
        const auto matches = matchTaps(asked, taps);
        QCOMPARE(matches.size(), std::size_t{10});
        QVERIFY(asynchronies(matches) ==
                (std::vector{-20, -30, 10, 190, -20, 0, 30, -40, 200, 15}));
    }

    void givesATapToTheCloserOnset()
    {
        const auto matches = matchTaps(onsets({0, 300}, 200ms), times({140, 150, 170}));
        QVERIFY(matches == (std::vector<TapMatch>{{0, 0, 140ms}, {1, 2, -130ms}}));
    }

    void breaksTiesByTheEarlierOnsetAndThenTheEarlierTap()
    {
        QVERIFY(matchTaps(onsets({0, 200}, 150ms), times({100})) ==
                (std::vector<TapMatch>{{0, 0, 100ms}}));
        QVERIFY(matchTaps(onsets({100}, 150ms), times({50, 150})) ==
                (std::vector<TapMatch>{{0, 0, -50ms}}));
    }

    void leavesTheEdgeOfTheWindowOut()
    {
        QVERIFY(matchTaps(onsets({1000}, 100ms), times({900, 1100})).empty());
        QCOMPARE(matchTaps(onsets({1000}, 100ms), times({901})).size(), std::size_t{1});
    }

    void findsNothingInNothing()
    {
        QVERIFY(matchTaps({}, times({1})).empty());
        QVERIFY(matchTaps(onsets({1}, 100ms), {}).empty());
    }

    void keepsWindowsOfNeighboursApart() { QVERIFY(windowWithin(180ms, 200ms) == 90ms); }
};

QTEST_GUILESS_MAIN(tst_Matching)
#include "tst_Matching.moc"
