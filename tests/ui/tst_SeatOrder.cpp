#include "tests/gui/Classroom.h"
#include "tests/support/ManualClock.h"
#include "ui/models/SeatModel.h"
#include "ui/models/SeatOrder.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

struct Rows {
    ManualClock clock;
    RoomMirror mirror;
    Classroom room{mirror};
    SeatModel model{mirror, clock};
    SeatOrder order;

    Rows()
    {
        order.setSourceModel(&model);
        room.open(clock.now());
        room.start(clock.now());
        for (std::int32_t seat = 1; seat <= 24; ++seat) {
            room.join(seat, clock.now());
        }
        clock.advance(10s);
        model.refresh();
    }
    QList<int> first(int count) const
    {
        QList<int> seats;
        for (int row = 0; row < count; ++row) {
            seats += order.index(row, 0).data(SeatModel::SeatRole).toInt();
        }
        return seats;
    }
};

} // namespace

class tst_SeatOrder : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void putsThoseFirstWhoNeedTheTeacher()
    {
        Rows rows;
        const auto at = rows.clock.now();
        rows.order.orderBy(SeatOrder::By::Trouble);
        rows.room.record(SeatsMuted{{SeatId{2}}, true}, at);
        rows.room.record(DeviceReported{SeatId{5}, {true, true, 300.0, 3.0}}, at);
        rows.room.record(DeviceReported{SeatId{9}, {false, true, 14.0, 3.0}}, at);
        rows.room.record(SeatDisconnected{SeatId{20}}, at);
        rows.room.record(HandRaised{SeatId{24}, true}, at);
        rows.room.record(DeviceReported{SeatId{7}, {true, true, 14.0, 3.0, false}}, at);
        QCOMPARE(rows.first(7), (QList<int>{24, 20, 5, 9, 7, 2, 1}));
    }

    void keepsSeatOrderOtherwise()
    {
        Rows rows;
        rows.room.record(HandRaised{SeatId{24}, true}, rows.clock.now());
        QCOMPARE(rows.first(3), (QList<int>{1, 2, 3}));
        rows.order.orderBy(SeatOrder::By::Trouble);
        QCOMPARE(rows.first(2), (QList<int>{24, 1}));
        rows.order.orderBy(SeatOrder::By::Seat);
        QCOMPARE(rows.first(3), (QList<int>{1, 2, 3}));
    }

    void movesNobodyForANote()
    {
        Rows rows;
        rows.order.orderBy(SeatOrder::By::Trouble);
        rows.room.note(12, 60, rows.clock.now());
        QCOMPARE(rows.first(3), (QList<int>{1, 2, 3}));
    }

    void findsByNameOrAnimal_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("row");
        QTest::newRow("beginning of a name") << QStringLiteral("le") << 11;
        QTest::newRow("an animal") << QStringLiteral("whale") << 6;
        QTest::newRow("inside a name") << QStringLiteral("rahi") << 8;
        QTest::newRow("nothing typed") << QStringLiteral("  ") << -1;
        QTest::newRow("nobody") << QStringLiteral("xyz") << -1;
    }
    void findsByNameOrAnimal()
    {
        QFETCH(QString, words);
        Rows rows;
        QTEST(rows.order.rowMatching(words), "row");
    }
};

QTEST_GUILESS_MAIN(tst_SeatOrder)
#include "tst_SeatOrder.moc"
