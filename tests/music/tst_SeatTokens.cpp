#include "server/music/SeatTokens.h"

#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace std::chrono_literals;

namespace {

RoomState roomWithSeatTaken()
{
    RoomState room;
    RoomOpened opened{ClassId{1},  "My class",
                      false,       {"LARK"},
                      LessonId{7}, 0,
                      {},          Timeline::stopped(Tempo::fromBpm(96), {4, 4}, ServerTime{1s})};
    opened.seats = {{SeatId{1}, "fox", ""}, {SeatId{2}, "bear", ""}};
    room.evolve({1, ServerTime{1s}, {}, opened});
    room.evolve({2, ServerTime{1s}, {}, SeatClaimed{SeatId{2}, "device", 1}});
    return room;
}

channel::Claims claimsFor(const RoomState& room, int seat, std::uint32_t gen)
{
    return {QStringLiteral("seat"), 0, seatClaims(room, {{SeatId{seat}, gen}}, 1000)};
}

} // namespace

class tst_SeatTokens : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void letsASeatSpeakForItself()
    {
        const RoomState room = roomWithSeatTaken();
        QCOMPARE(*seatsOf(claimsFor(room, 2, 1), room), std::vector{SeatId{2}});
    }

    void letsASharedTabletSpeakForBothSeatsOrNone()
    {
        RoomState room = roomWithSeatTaken();
        room.evolve({3, ServerTime{1s}, {}, SeatClaimed{SeatId{1}, "device", 1}});
        const channel::Claims both{QStringLiteral("seat"), 0,
                                   seatClaims(room, {{SeatId{1}, 1}, {SeatId{2}, 1}}, 1000)};
        QCOMPARE(*seatsOf(both, room), (std::vector{SeatId{1}, SeatId{2}}));
        room.evolve({4, ServerTime{1s}, {}, SeatFreed{SeatId{1}, 2}});
        QCOMPARE(seatsOf(both, room).error().code, ErrorCode::SeatReleased);
    }

    void voidsATokenOfAnOlderGeneration()
    {
        RoomState room = roomWithSeatTaken();
        const auto claims = claimsFor(room, 2, 1);
        room.evolve({3, ServerTime{1s}, {}, SeatFreed{SeatId{2}, 2}});
        QCOMPARE(seatsOf(claims, room).error().code, ErrorCode::SeatReleased);
        room.evolve({4, ServerTime{1s}, {}, SeatClaimed{SeatId{2}, "other", 2}});
        QCOMPARE(seatsOf(claims, room).error().code, ErrorCode::SeatReleased);
    }

    void voidsEveryTokenOfAnotherLesson()
    {
        RoomState room = roomWithSeatTaken();
        const auto claims = claimsFor(room, 2, 1);
        room.lesson = LessonId{8};
        QCOMPARE(seatsOf(claims, room).error().code, ErrorCode::LessonOver);
        room.evolve({3, ServerTime{1s}, {}, LessonEnded{}});
        QCOMPARE(seatsOf(claims, room).error().code, ErrorCode::LessonOver);
    }

    void refusesForgedOrBrokenClaims()
    {
        const RoomState room = roomWithSeatTaken();
        auto claims = claimsFor(room, 2, 1);
        claims.all.remove(QLatin1String("gens"));
        QVERIFY(!seatsOf(claims, room));
        QVERIFY(!seatsOf(claimsFor(room, 1, 1), room));
        QVERIFY(!seatsOf(claimsFor(room, 9, 1), room));
    }

    void opensTheClockWithItsOwnKeyOnly()
    {
        RoomState room = roomWithSeatTaken();
        const QByteArray secret{"secret"};
        const QString key = clockKey(secret, room.lesson, {SeatId{2}, 1});
        QCOMPARE(seatOfClockKey(secret, room, key), std::optional{SeatId{2}});
        QVERIFY(!seatOfClockKey("other secret", room, key));
        QVERIFY(!seatOfClockKey(secret, room, QStringLiteral("2.")));
        QVERIFY(!seatOfClockKey(secret, room, QStringLiteral("1") + key.mid(1)));
        room.evolve({3, ServerTime{1s}, {}, SeatFreed{SeatId{2}, 2}});
        room.evolve({4, ServerTime{1s}, {}, SeatClaimed{SeatId{2}, "other", 2}});
        QVERIFY(!seatOfClockKey(secret, room, key));
    }
};

QTEST_GUILESS_MAIN(tst_SeatTokens)
#include "tst_SeatTokens.moc"
