#include "app/games/beat_ring/Dealing.h"
#include "tests/games/RingFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::games;
using namespace tutti::test;

namespace {

std::vector<SeatId> players(int count)
{
    std::vector<SeatId> all;
    for (int i = 1; i <= count; ++i) {
        all.emplace_back(i);
    }
    return all;
}

Ring ringOf(int count, RingTurn turn, int each = 1)
{
    Ring ring;
    ring.turn = turn;
    ring.each = each;
    ring.now.owners = dealt(players(count), ring.beats, each);
    ring.round = 2;
    return ring;
}

} // namespace

class tst_RingDealing : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void dealsInSeatOrderRoundTheRing()
    {
        const BeatOwners few = dealt(players(3), 8, 1);
        QCOMPARE(few[2], seats({3}));
        QVERIFY(few[3].empty());
        const BeatOwners many = dealt(players(18), 8, 1);
        QCOMPARE(many[0], seats({1, 9, 17}));
        QCOMPARE(many[1], seats({2, 10, 18}));
        QCOMPARE(many[7], seats({8, 16}));
    }

    void dealsTwoBeatsHalfARingApart()
    {
        const BeatOwners owners = dealt(players(3), 8, 2);
        QCOMPARE(beatsIn(owners, SeatId{1}), (std::vector{1, 5}));
        QCOMPARE(beatsIn(owners, SeatId{3}), (std::vector{3, 7}));
        QCOMPARE(dealt(players(8), 8, 2)[0], seats({1, 5}));
    }

    void movesEverybodyByOneBeat()
    {
        QCOMPARE(beatsIn(movedOn(ringOf(8, RingTurn::Left), players(8)), SeatId{8}),
                 std::vector{1});
        QCOMPARE(beatsIn(movedOn(ringOf(8, RingTurn::Right), players(8)), SeatId{1}),
                 std::vector{8});
        const Ring stay = ringOf(8, RingTurn::Stay);
        QVERIFY(movedOn(stay, players(8)) == stay.now.owners);
    }

    void shufflesByItsSeedAndRoundAlone()
    {
        Ring ring = ringOf(24, RingTurn::Shuffle);
        ring.seed = 5;
        const BeatOwners first = movedOn(ring, players(24));
        QVERIFY(movedOn(ring, players(24)) == first);
        QVERIFY(first != ring.now.owners);
        for (const auto& owners : first) {
            QCOMPARE(owners.size(), std::size_t{3});
        }
        ring.round = 3;
        QVERIFY(movedOn(ring, players(24)) != first);
        ring.round = 2;
        ring.seed = 6;
        QVERIFY(movedOn(ring, players(24)) != first);
    }

    void putsNeighboursTogetherInGroups()
    {
        const BeatOwners few = movedOn(ringOf(8, RingTurn::Groups), players(8));
        QCOMPARE(few[1], seats({1, 2}));
        QCOMPARE(few[3], seats({3, 4}));
        const BeatOwners many = movedOn(ringOf(24, RingTurn::Groups), players(24));
        QCOMPARE(many[1], seats({1, 2, 3}));
        QCOMPARE(many[0], seats({22, 23, 24}));
        QCOMPARE(movedOn(ringOf(1, RingTurn::Groups), players(1))[1], seats({1}));
        const BeatOwners two = movedOn(ringOf(8, RingTurn::Groups, 2), players(8));
        QCOMPARE(two[1], seats({1, 2}));
        QCOMPARE(two[5], seats({1, 2}));
    }

    void givesNewcomersTheEmptiestBeats()
    {
        const BeatOwners owners = completed(dealt(players(9), 8, 1), players(11), 1);
        QCOMPARE(owners[1], seats({2, 10}));
        QCOMPARE(owners[2], seats({3, 11}));
    }
};

QTEST_GUILESS_MAIN(tst_RingDealing)
#include "tst_RingDealing.moc"
