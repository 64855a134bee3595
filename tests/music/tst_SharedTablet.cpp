#include "tests/music/MusicRoom.h"

#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

constexpr PeerId kPeer = MusicRoom::kPeer;
/// What a question at the join desk has for an origin.
const Origin kAsked{PeerId{(std::uint64_t{1} << 63) | 5}};

/// A room in which a tablet with seats 2 and 3 is connected.
struct DuoRoom : MusicRoom {
    DuoRoom()
    {
        record(SeatClaimed{SeatId{3}, "device", 1});
        join(seatClaims({2, 3}, {1, 1}));
        out.log.clear();
    }
};

} // namespace

/// Two children at one tablet: what is given to it and taken from it while it is connected.
class tst_SharedTablet final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void comesAndGoesWithBothSeats();
    void losesOneSeatAndKeepsTheOther();
    void goesWithItsLastSeat();
    void goesWhenBothSeatsAreFreedAtOnce();
    void learnsOfASeatItIsGiven();
    void learnsOfASwapOnce();
    void isToldNothingOfWhatItAskedFor();
    void leavesAnotherTabletAlone();
    void takesTheSeatOfANewTokenInPlace();
    void followsTheLaptopToAnotherAddress();
    void reportsForBothSeats();
    void isNotCountedForASeatItLostOnTheWayIn();
    void learnsOnComingInWhatItsTokenDoesNotName();
    void learnsWithANewTokenWhatThatDoesNotName();
    void isNotToldWhatItKnows();
};

void tst_SharedTablet::comesAndGoesWithBothSeats()
{
    DuoRoom f;
    f.music.joined(f.member(seatClaims({2, 3}, {1, 1}), PeerId{8}));
    QCOMPARE(std::get<ConnectSeat>(f.sink.commands.at(0)).seat, SeatId{2});
    QCOMPARE(std::get<ConnectSeat>(f.sink.commands.at(1)).seat, SeatId{3});
    f.sink.commands.clear();
    f.music.left(f.member({}));
    QCOMPARE(std::get<DisconnectSeat>(f.sink.commands.at(0)).seat, SeatId{2});
    QCOMPARE(std::get<DisconnectSeat>(f.sink.commands.at(1)).seat, SeatId{3});
}

void tst_SharedTablet::losesOneSeatAndKeepsTheOther()
{
    DuoRoom f;
    f.record(SeatFreed{SeatId{2}, 2});
    QCOMPARE(f.sent(u"push 7"_s), QStringList{u"push 7 yours {\"seats\":[3]}"_s});
    QVERIFY(f.sent(u"close"_s).isEmpty());
    f.sink.commands.clear();
    f.send(u"play_note"_s, {{u"midi"_s, 60}, {u"seat"_s, 2}});
    QVERIFY(f.sink.commands.empty());
    QVERIFY(f.out.log.last().contains(u"not_your_seat"_s));
    f.send(u"play_note"_s, {{u"midi"_s, 60}});
    QCOMPARE(f.sink.last<PlayNote>()->seat, SeatId{3});
    // The freed seat may be another tablet's by now.
    f.sink.commands.clear();
    f.music.left(f.member({}));
    QCOMPARE(f.sink.commands.size(), std::size_t{1});
    QCOMPARE(f.sink.last<DisconnectSeat>()->seat, SeatId{3});
}

void tst_SharedTablet::goesWithItsLastSeat()
{
    DuoRoom f;
    f.record(SeatFreed{SeatId{2}, 2});
    f.out.log.clear();
    f.record(SeatFreed{SeatId{3}, 2});
    QCOMPARE(f.sent(u"(push|close)"_s),
             (QStringList{u"push 7 bye {\"reason\":\"seat_released\"}"_s, u"close 7"_s}));
    f.send(u"play_note"_s, {{u"midi"_s, 60}, {u"seat"_s, 3}});
    QVERIFY(!f.sink.last<PlayNote>() || !f.sink.last<PlayNote>()->seat.isValid());
}

void tst_SharedTablet::goesWhenBothSeatsAreFreedAtOnce()
{
    DuoRoom f;
    f.recordAll({SeatFreed{SeatId{2}, 2}, SeatFreed{SeatId{3}, 2}});
    QCOMPARE(f.sent(u"(push|close)"_s),
             (QStringList{u"push 7 bye {\"reason\":\"seat_released\"}"_s, u"close 7"_s}));
}

void tst_SharedTablet::learnsOfASeatItIsGiven()
{
    MusicRoom f;
    f.join(seatClaims({2}, {1}));
    f.recordAll({SeatFreed{SeatId{1}, 2}, SeatClaimed{SeatId{1}, "device", 2}});
    QCOMPARE(f.sent(u"push 7"_s), QStringList{u"push 7 yours {\"seats\":[1,2]}"_s});
}

void tst_SharedTablet::learnsOfASwapOnce()
{
    DuoRoom f;
    f.recordAll({SeatFreed{SeatId{2}, 2}, SeatClaimed{SeatId{4}, "device", 1}});
    QCOMPARE(f.sent(u"push 7"_s), QStringList{u"push 7 yours {\"seats\":[3,4]}"_s});
    QVERIFY(f.sent(u"close"_s).isEmpty());
}

void tst_SharedTablet::isToldNothingOfWhatItAskedFor()
{
    DuoRoom f;
    f.recordAll({SeatFreed{SeatId{2}, 2}, SeatClaimed{SeatId{4}, "device", 1}}, kAsked);
    QVERIFY(f.sent(u"push"_s).isEmpty());
    f.sink.commands.clear();
    f.send(u"raise_hand"_s, {{u"up"_s, true}, {u"seat"_s, 2}});
    QVERIFY(f.sink.commands.empty());
}

void tst_SharedTablet::leavesAnotherTabletAlone()
{
    DuoRoom f;
    f.record(SeatClaimed{SeatId{1}, "other", 1});
    f.join(seatClaims({1}, {1}), PeerId{8});
    f.out.log.clear();
    f.record(SeatFreed{SeatId{2}, 2});
    QVERIFY(f.sent(u"push 8"_s).isEmpty());
}

void tst_SharedTablet::takesTheSeatOfANewTokenInPlace()
{
    MusicRoom f;
    f.join(seatClaims({2}, {1}));
    f.recordAll({SeatClaimed{SeatId{3}, "device", 1}}, kAsked);
    QVERIFY(f.music.reauthorized(f.member(seatClaims({2, 3}, {1, 1}))));
    QCOMPARE(std::get<ConnectSeat>(f.sink.commands.at(0)).seat, SeatId{3});
    QVERIFY(std::holds_alternative<RequestState>(f.sink.commands.at(1)));
    f.send(u"play_note"_s, {{u"midi"_s, 60}, {u"seat"_s, 3}});
    QCOMPARE(f.sink.last<PlayNote>()->seat, SeatId{3});
}

void tst_SharedTablet::followsTheLaptopToAnotherAddress()
{
    DuoRoom f;
    f.join(claims(u"anon"_s), PeerId{8});
    f.out.log.clear();
    f.music.announceMove(u"http://192.168.8.20:4000/?c=LARK"_s);
    QCOMPARE(f.out.log,
             QStringList{u"push 7 moved {\"url\":\"http://192.168.8.20:4000/?c=LARK\"}"_s});
    QCOMPARE(f.out.members.size(), std::size_t{2});
    QCOMPARE(f.out.members.front().peer, kPeer);
}

void tst_SharedTablet::reportsForBothSeats()
{
    DuoRoom f;
    f.record(SeatConnected{SeatId{2}});
    f.send(u"device_status"_s, {{u"rtt_ms"_s, 12}, {u"uncertainty_ms"_s, 3}, {u"heard"_s, false}});
    QCOMPARE(f.sink.commands.size(), std::size_t{2});
    const auto first = std::get<ReportDevice>(f.sink.commands.at(0));
    const auto second = std::get<ReportDevice>(f.sink.commands.at(1));
    QCOMPARE(first.seat, SeatId{2});
    QCOMPARE(second.seat, SeatId{3});
    QCOMPARE(second.status.rttMs, 12.0);
    QCOMPARE(second.status.heard, std::optional{false});
    QCOMPARE(first.status, second.status);
}

void tst_SharedTablet::isNotCountedForASeatItLostOnTheWayIn()
{
    DuoRoom f;
    f.recordAll({SeatFreed{SeatId{2}, 2}, SeatClaimed{SeatId{2}, "other", 2}});
    const auto* gone = f.sink.last<DisconnectSeat>();
    QVERIFY(gone);
    QCOMPARE(gone->seat, SeatId{2});
    QCOMPARE(f.sink.origins.back().peer, kPeer);
}

void tst_SharedTablet::learnsOnComingInWhatItsTokenDoesNotName()
{
    MusicRoom f;
    f.record(SeatClaimed{SeatId{3}, "device", 1});
    f.join(seatClaims({2}, {1}));
    f.out.log.clear();
    f.music.onNoticed({Origin{kPeer}, StateRequested{}});
    const QStringList told = f.sent(u"push 7"_s);
    QCOMPARE(told.size(), 2);
    QVERIFY(told.first().startsWith(u"push 7 room_state"_s));
    QCOMPARE(told.last(), u"push 7 yours {\"seats\":[2,3]}"_s);
    f.music.onNoticed({Origin{kPeer}, StateRequested{}});
    QCOMPARE(f.sent(u"push 7 yours"_s).size(), 1);
}

void tst_SharedTablet::learnsWithANewTokenWhatThatDoesNotName()
{
    DuoRoom f;
    f.music.onNoticed({Origin{kPeer}, StateRequested{}});
    QVERIFY(f.music.reauthorized(f.member(seatClaims({3}, {1}))));
    f.music.onNoticed({Origin{kPeer}, StateRequested{}});
    QCOMPARE(f.sent(u"push 7 yours"_s), QStringList{u"push 7 yours {\"seats\":[2,3]}"_s});
}

void tst_SharedTablet::isNotToldWhatItKnows()
{
    DuoRoom f;
    f.music.onNoticed({Origin{kPeer}, StateRequested{}});
    QCOMPARE(f.sent(u"push 7 room_state"_s).size(), 1);
    QVERIFY(f.sent(u"push 7 yours"_s).isEmpty());
}

QTEST_GUILESS_MAIN(tst_SharedTablet)
#include "tst_SharedTablet.moc"
