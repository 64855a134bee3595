#include "server/music/ClockDesk.h"
#include "server/music/SeatTokens.h"
#include "tests/support/FakePeer.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace tutti::test;

namespace {

/// A clock desk of a room in which one tablet holds seats 1 and 2.
struct SharedClock {
    SharedClock()
    {
        RoomOpened opened;
        opened.code = {"LARK"};
        opened.lesson = LessonId{7};
        opened.seats = {{SeatId{1}, "fox", ""}, {SeatId{2}, "bear", ""}};
        opened.timeline = Timeline::stopped(Tempo::fromBpm(96), {4, 4}, clock.now());
        record(opened);
        record(SeatClaimed{SeatId{1}, "device", 1});
        record(SeatClaimed{SeatId{2}, "device", 1});
    }

    void record(Event event) { room.evolve({++seq, clock.now(), {}, std::move(event)}); }
    QString key(int seat) const { return clockKey(secret, room.lesson, {SeatId{seat}, 1}); }
    void free(int seat)
    {
        record(SeatFreed{SeatId{seat}, 2});
        desk.release(SeatId{seat});
    }

    ManualClock clock;
    QByteArray secret{"secret"};
    RoomState room;
    std::uint64_t seq = 0;
    ClockDesk desk{room, clock, secret};
    FakePeer peer{1};
};

} // namespace

class tst_ClockDesk final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void opensWithTheKeyOfEitherSeat()
    {
        for (const int seat : {1, 2}) {
            SharedClock f;
            QVERIFY(f.desk.connected(f.peer, f.key(seat)));
            QVERIFY(f.peer.takeTexts().value(0).contains("\"type\":\"timeline\""));
        }
    }

    void keepsASharedTabletConnectedUntilItsLastSeatIsFreed()
    {
        SharedClock f;
        QVERIFY(f.desk.connected(f.peer, f.key(2)));
        f.peer.takeTexts();
        f.free(2);
        QVERIFY(!f.peer.closedWith);
        f.desk.tell({QStringLiteral("quiet"), {}});
        QCOMPARE(f.peer.takeTexts().size(), 1);
        f.free(1);
        QVERIFY(f.peer.closedWith);
        QCOMPARE(f.peer.closedWith->first, std::uint16_t{1000});
    }

    void takesNoKeyOfAFreedSeat()
    {
        SharedClock f;
        const QString old = f.key(2);
        f.free(2);
        QVERIFY(!f.desk.connected(f.peer, old));
    }
};

QTEST_GUILESS_MAIN(tst_ClockDesk)
#include "tst_ClockDesk.moc"
