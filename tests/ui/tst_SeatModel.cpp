#include "tests/gui/Classroom.h"
#include "tests/support/ManualClock.h"
#include "ui/models/SeatDrag.h"
#include "ui/models/SeatModel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

/// A class of 24 and the rows that show it; opening the room keeps the rows.
struct Rows {
    ManualClock clock;
    RoomMirror mirror;
    Classroom room{mirror};
    SeatModel model{mirror, clock};

    Rows()
    {
        mirror.setClassPlan({ClassId{1}, "My class", false, Classroom::plans(true)});
        mirror.flush();
    }
    void lesson()
    {
        room.open(clock.now());
        room.start(clock.now());
    }
    QVariant at(int row, int role) const { return model.data(model.index(row), role); }
};

} // namespace

class tst_SeatModel : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void hasARowForEverySeatOfTheClassList()
    {
        Rows rows;
        QCOMPARE(rows.model.rowCount(), 24);
        QCOMPARE(rows.at(2, Qt::DisplayRole).toString(), QStringLiteral("Chloe"));
        QCOMPARE(rows.at(2, SeatModel::SeatRole).toInt(), 3);
        QCOMPARE(rows.model.rowCount(rows.model.index(0)), 0);
        QVERIFY(!rows.at(0, Qt::EditRole).isValid());
    }

    void keepsTheRulesOfAListModel()
    {
        Rows rows;
        const QAbstractItemModelTester tester(&rows.model);
        rows.lesson();
        rows.room.join(3, rows.clock.now());
        rows.mirror.apply({});
        rows.room.record(LessonEnded{}, rows.clock.now());
        rows.mirror.setClassPlan(
            {ClassId{1}, "Small", false, {{SeatId{1}, "owl", "", Role::Melody}}});
        rows.mirror.flush();
        QCOMPARE(rows.model.rowCount(), 1);
    }

    void carriesPresenceRoleLastNoteAndMute()
    {
        Rows rows;
        rows.lesson();
        rows.room.join(3, rows.clock.now());
        rows.room.record(RoleAssigned{{SeatId{3}}, Role::Rhythm}, rows.clock.now());
        rows.room.record(SeatsMuted{{SeatId{3}}, true}, rows.clock.now());
        rows.room.note(3, 38, rows.clock.now());
        const auto tile = rows.at(2, SeatModel::TileRole).value<Tile>();
        QCOMPARE(tile.seat.presence, Presence::Here);
        QCOMPARE(tile.seat.role, Role::Rhythm);
        QCOMPARE(tile.seat.muted, true);
        QCOMPARE(tile.seat.lastNote->midi, 38);
        QCOMPARE(tile.state, TileState::Playing);
        QCOMPARE(rows.at(2, Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Chloe, Rhythm, here, good connection, muted"));
    }

    void reportsOnlyTheRowThatLooksDifferent()
    {
        Rows rows;
        rows.lesson();
        QSignalSpy changed(&rows.model, &SeatModel::dataChanged);
        rows.room.record(SeatsMuted{{SeatId{5}}, true}, rows.clock.now());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 4);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 4);
        rows.model.refresh();
        QCOMPARE(changed.size(), 1);
    }

    void keepsItsRowsWhenTheRoomOpensAndCloses()
    {
        Rows rows;
        QSignalSpy reset(&rows.model, &SeatModel::modelReset);
        rows.lesson();
        rows.room.join(1, rows.clock.now());
        rows.room.record(LessonEnded{}, rows.clock.now());
        QCOMPARE(reset.size(), 0);
        QCOMPARE(rows.model.tileAt(0).state, TileState::Empty);
    }

    void carriesSeatNumbersInADrag()
    {
        Rows rows;
        const std::unique_ptr<QMimeData> mime(
            rows.model.mimeData({rows.model.index(10), rows.model.index(2)}));
        QCOMPARE(mime->data(QStringLiteral("application/x-tutti-seats")), QByteArray("3,11"));
        QCOMPARE(seatsIn(*mime), (std::vector{SeatId{3}, SeatId{11}}));
        QVERIFY(rows.model.flags(rows.model.index(0)) & Qt::ItemIsDragEnabled);
        QCOMPARE(rows.model.mimeTypes(), QStringList{QStringLiteral("application/x-tutti-seats")});
    }

    void readsOnlySeatsOutOfADrag_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("seats");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("words") << QByteArray("a,b") << 0;
        QTest::newRow("out of range") << QByteArray("0,-1,49,3") << 1;
    }
    void readsOnlySeatsOutOfADrag()
    {
        QFETCH(QByteArray, bytes);
        QMimeData mime;
        mime.setData(QString::fromLatin1(kSeatsMime), bytes);
        QTEST(static_cast<int>(seatsIn(mime).size()), "seats");
    }

    void saysInTheTooltipHowLongAHandHasBeenUp()
    {
        Rows rows;
        rows.lesson();
        rows.room.join(3, rows.clock.now());
        rows.room.record(HandRaised{SeatId{3}, true}, rows.clock.now());
        rows.clock.advance(20s);
        QVERIFY(rows.at(2, Qt::ToolTipRole).toString().contains(QStringLiteral("20 seconds ago")));
        QVERIFY(!rows.at(3, Qt::ToolTipRole).toString().contains(QStringLiteral("ago")));
    }

    void quietensEveryOtherRoleDuringASolo()
    {
        Rows rows;
        rows.lesson();
        rows.room.join(1, rows.clock.now());
        rows.room.join(2, rows.clock.now());
        rows.room.record(RoleAssigned{{SeatId{2}}, Role::Bass}, rows.clock.now());
        rows.room.record(SoloChanged{Role::Bass}, rows.clock.now());
        QVERIFY(rows.model.tileAt(0).quiet);
        QCOMPARE(rows.model.tileAt(0).state, TileState::Listening);
        QVERIFY(!rows.model.tileAt(1).quiet);
        rows.room.record(SoloChanged{}, rows.clock.now());
        QCOMPARE(rows.model.tileAt(0).state, TileState::Here);
    }

    void startsOverWhenTheNumberOfSeatsChanges()
    {
        Rows rows;
        QSignalSpy reset(&rows.model, &SeatModel::modelReset);
        rows.mirror.setClassPlan(
            {ClassId{1}, "Small", false, {{SeatId{1}, "owl", "", Role::Melody}}});
        rows.mirror.flush();
        QCOMPARE(reset.size(), 1);
        QCOMPARE(rows.model.rowCount(), 1);
        QCOMPARE(rows.at(0, Qt::DisplayRole).toString(), QStringLiteral("Owl"));
    }

    void fadesANoteWithTheClockAlone()
    {
        Rows rows;
        rows.lesson();
        rows.room.join(1, rows.clock.now());
        rows.clock.advance(10s);
        rows.model.refresh();
        QVERIFY(!rows.model.isMoving());
        rows.room.note(1, 60, rows.clock.now());
        QCOMPARE(rows.model.tileAt(0).glow, 1.0);
        QVERIFY(rows.model.isMoving());
        rows.clock.advance(100ms);
        rows.model.refresh();
        QCOMPARE(rows.model.tileAt(0).glow, 0.75);
        rows.clock.advance(300ms);
        rows.model.refresh();
        QCOMPARE(rows.model.tileAt(0).state, TileState::Here);
        QVERIFY(!rows.model.isMoving());
    }

    void movesUntilASeatIsNoLongerNew()
    {
        Rows rows;
        rows.room.open(rows.clock.now());
        rows.room.join(1, rows.clock.now());
        QVERIFY(rows.model.tileAt(0).justJoined);
        QVERIFY(rows.model.isMoving());
        rows.clock.advance(kJustJoined);
        rows.model.refresh();
        QVERIFY(!rows.model.tileAt(0).justJoined);
        QVERIFY(!rows.model.isMoving());
    }

    void movesWhileTheWayOutOfQuietIsCountedIn()
    {
        Rows rows;
        rows.lesson();
        rows.room.record(QuietStarted{rows.clock.now()}, rows.clock.now());
        QVERIFY(rows.model.tileAt(0).quiet);
        QVERIFY(!rows.model.isMoving());
        rows.room.record(QuietReleased{rows.clock.now() + 2s}, rows.clock.now());
        QVERIFY(rows.model.isMoving());
        rows.clock.advance(2s);
        rows.model.refresh();
        QVERIFY(!rows.model.tileAt(0).quiet);
    }
};

QTEST_GUILESS_MAIN(tst_SeatModel)
#include "tst_SeatModel.moc"
