#include "app/sel/IntervalSet.h"

#include <QRegularExpression>
#include <QTest>

using namespace tutti;
using namespace tutti::sel;
using namespace std::chrono_literals;

namespace {

ServerTime at(double seconds)
{
    return ServerTime{std::chrono::nanoseconds{static_cast<std::int64_t>(seconds * 1e9)}};
}

IntervalSet set(std::initializer_list<std::pair<double, double>> pairs)
{
    std::vector<Interval> all;
    for (const auto& [from, to] : pairs) {
        all.push_back({at(from), at(to)});
    }
    return IntervalSet{std::move(all)};
}

} // namespace

class tst_IntervalSet : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void ordersAndMergesWhatItIsGiven()
    {
        QVERIFY(set({{5, 6}, {0, 2}, {1, 3}, {3, 4}, {9, 9}, {8, 7}}) == set({{0, 4}, {5, 6}}));
        QVERIFY(set({{0, 2}, {1, 3}}).length() == 3s);
        QVERIFY(IntervalSet{}.isEmpty());
        QVERIFY(IntervalSet{}.length() == 0s);
    }

    void containsItsStartButNotItsEnd()
    {
        QVERIFY(set({{1, 2}}).contains(at(1)));
        QVERIFY(!set({{1, 2}}).contains(at(2)));
    }

    void intersects()
    {
        QVERIFY(set({{0, 5}, {7, 9}}).intersectedWith(set({{1, 2}, {4, 8}})) ==
                set({{1, 2}, {4, 5}, {7, 8}}));
        QVERIFY(set({{0, 1}}).intersectedWith(set({{1, 2}})).isEmpty());
    }

    void takesAway()
    {
        QVERIFY(set({{0, 10}}).without(set({{2, 3}, {5, 6}, {9, 12}})) ==
                set({{0, 2}, {3, 5}, {6, 9}}));
        QVERIFY(set({{2, 3}}).without(set({{0, 10}})).isEmpty());
        QVERIFY(set({{2, 3}}).without(IntervalSet{}) == set({{2, 3}}));
    }

    void bridgesShortGapsOnly()
    {
        QVERIFY(set({{0, 1}, {10, 11}}).bridged(10s) == set({{0, 11}}));
        QVERIFY(set({{0, 1}, {11, 12}}).bridged(10s) == set({{0, 1}, {11, 12}}));
    }

    /// Every operation against the plain definition, moment by moment.
    void agreesWithMembershipEverywhere()
    {
        std::uint32_t random = 1;
        const auto next = [&random] { return (random = random * 1664525 + 1013904223) >> 24; };
        for (int round = 0; round < 300; ++round) {
            std::vector<Interval> a;
            std::vector<Interval> b;
            for (int i = 0; i < 6; ++i) {
                const double from = next() % 30;
                a.push_back({at(from), at(from + next() % 8)});
                const double other = next() % 30;
                b.push_back({at(other), at(other + next() % 8)});
            }
            const IntervalSet x{a};
            const IntervalSet y{b};
            for (int half = 0; half < 80; ++half) {
                const ServerTime t = at(half / 2.0);
                const bool inX = x.contains(t);
                const bool inY = y.contains(t);
                QCOMPARE(x.unitedWith(y).contains(t), inX || inY);
                QCOMPARE(x.intersectedWith(y).contains(t), inX && inY);
                QCOMPARE(x.without(y).contains(t), inX && !inY);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_IntervalSet)
#include "tst_IntervalSet.moc"
