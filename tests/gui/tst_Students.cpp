#include "tests/gui/Dashboard.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/SeatGrid.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Seats = std::vector<SeatId>;

namespace {

/// A lesson with seats 1 to 4 here and nobody selected.
struct StudentsDashboard : Dashboard {
    StudentsDashboard()
    {
        startLesson();
        for (std::int32_t seat = 1; seat <= 4; ++seat) {
            room.join(seat, clock.now());
        }
    }

    SeatGrid* grid() const { return named<SeatGrid>(u"Students"_s); }
    QRect cell(int seat) const { return grid()->visualRect(grid()->model()->index(seat - 1, 0)); }
    void clickTile(int seat, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(grid()->viewport(), Qt::LeftButton, modifiers,
                          cell(seat).topLeft() + QPoint(20, 20));
    }
    void select(const std::vector<int>& seats)
    {
        for (const int seat : seats) {
            clickTile(seat, seat == seats.front() ? Qt::NoModifier : Qt::ControlModifier);
        }
    }
    void clickMute(int seat)
    {
        QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {},
                          SeatGrid::muteRect(cell(seat)).center());
    }
    QStringList menuWords() const
    {
        QStringList words;
        if (const QMenu* menu = openMenu()) {
            for (const QAction* action : menu->actions()) {
                words += action->text();
            }
        }
        return words;
    }
    static QMenu* openMenu() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    /// Picks an entry of the open menu by its place, as a hand on the keyboard does.
    static void pick(int place)
    {
        QMenu* menu = openMenu();
        QVERIFY(menu);
        menu->setActiveAction(menu->actions().at(place));
        QTest::keyClick(menu, Qt::Key_Return);
    }
};

Seats everyone()
{
    Seats all;
    for (std::int32_t seat = 1; seat <= 24; ++seat) {
        all.emplace_back(seat);
    }
    return all;
}

bool hasMoreThanOneColour(const QImage& image)
{
    const QColor first = image.pixelColor(0, 0);
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) != first) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class tst_Students : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void showsEveryTileWithoutScrolling()
    {
        StudentsDashboard d;
        QCOMPARE(d.grid()->model()->rowCount(), 24);
        for (int seat = 1; seat <= 24; ++seat) {
            QVERIFY2(d.grid()->viewport()->rect().contains(SeatGrid::tileRect(d.cell(seat))),
                     qPrintable(QString::number(seat)));
        }
    }

    void tellsAScreenReaderPresenceRoleAndMute()
    {
        StudentsDashboard d;
        d.record(RoleAssigned{{SeatId{3}}, Role::Bass});
        d.record(SeatsMuted{{SeatId{3}}, true});
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(d.grid());
        QCOMPARE(list->childCount(), 24);
        QCOMPARE(list->child(2)->text(QAccessible::Name),
                 u"Chloe, Bass, here, good connection, muted"_s);
        QCOMPARE(list->child(6)->text(QAccessible::Name),
                 u"Grace, Melody, not here, no connection, not muted"_s);
    }

    void showsTheLastNote()
    {
        StudentsDashboard d;
        d.room.note(3, 67, d.clock.now());
        const auto tile = d.grid()->model()->index(2, 0).data(SeatModel::TileRole).value<Tile>();
        QCOMPARE(tile.seat.lastNote->midi, 67);
        const QImage picture = d.grid()->viewport()->grab(d.cell(3)).toImage();
        const QColor green(0x0F7F73);
        int found = 0;
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                found += picture.pixelColor(x, y) == green;
            }
        }
        QVERIFY2(found > 150, qPrintable(QString::number(found)));
    }

    void mutesOneOnItsTile()
    {
        StudentsDashboard d;
        d.clickMute(2);
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QCOMPARE(d.sink.last<MuteSeats>()->seats, Seats{SeatId{2}});
        QCOMPARE(d.sink.last<MuteSeats>()->muted, true);
        QVERIFY(!d.grid()->selectionModel()->hasSelection());
        d.record(SeatsMuted{{SeatId{2}}, true});
        d.clickMute(2);
        QCOMPARE(d.sink.last<MuteSeats>()->muted, false);
    }

    void mutesWhereAMuteButtonIsPainted_data()
    {
        QTest::addColumn<bool>("claimed");
        QTest::addColumn<bool>("away");
        QTest::newRow("here") << true << false;
        QTest::newRow("away") << true << true;
        QTest::newRow("empty") << false << false;
    }
    void mutesWhereAMuteButtonIsPainted()
    {
        QFETCH(bool, claimed);
        QFETCH(bool, away);
        StudentsDashboard d;
        const int seat = claimed ? 2 : 9;
        if (away) {
            d.record(SeatDisconnected{SeatId{2}});
        }
        d.clock.advance(10s);
        d.record(HandRaised{SeatId{24}, false});
        const QRect button = SeatGrid::muteButtonRect(d.cell(seat));
        QVERIFY(SeatGrid::muteRect(d.cell(seat)).contains(button));
        const QImage before = d.grid()->viewport()->grab(button).toImage();
        QCOMPARE(hasMoreThanOneColour(before), claimed);
        d.clickMute(seat);
        QCOMPARE(d.sink.last<MuteSeats>() != nullptr, claimed);
        // Where nothing is painted a press selects, as anywhere on the tile.
        QCOMPARE(d.grid()->selectionModel()->hasSelection(), !claimed);
    }

    void hasAMuteButtonInsideEveryTile_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::newRow("smallest") << QSize(1024, 640);
        QTest::newRow("usual") << QSize(1440, 900);
        QTest::newRow("large") << QSize(1920, 1080);
    }
    void hasAMuteButtonInsideEveryTile()
    {
        QFETCH(QSize, window);
        StudentsDashboard d;
        d.window.resize(window);
        d.settle();
        for (int seat = 1; seat <= 24; ++seat) {
            const QRect tile = SeatGrid::tileRect(d.cell(seat));
            const QRect hit = SeatGrid::muteRect(d.cell(seat));
            QVERIFY(tile.contains(SeatGrid::muteButtonRect(d.cell(seat))));
            QVERIFY(hit.contains(SeatGrid::muteButtonRect(d.cell(seat))));
            QCOMPARE(hit.bottomRight(), tile.bottomRight());
            QVERIFY(hit.width() >= 32 && hit.height() >= 32);
        }
    }

    void mutesTwiceOnADoubleClick()
    {
        StudentsDashboard d;
        const QPoint at = SeatGrid::muteRect(d.cell(2)).center();
        QTest::mousePress(d.grid()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(d.grid()->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(d.sink.commands.size() >= 2);
    }

    void mutesEveryone()
    {
        StudentsDashboard d;
        QVERIFY(d.click(u"Mute all"_s));
        QCOMPARE(d.sink.last<MuteAll>()->muted, true);
        d.record(SeatsMuted{{SeatId{2}}, true});
        QVERIFY(d.says(u"4 here · 1 muted"_s));
        QVERIFY(d.named<QWidget>(u"Mute all"_s));
        d.record(SeatsMuted{everyone(), true});
        QVERIFY(d.click(u"Unmute all"_s));
        QCOMPARE(d.sink.last<MuteAll>()->muted, false);
    }

    void saysHowManyAreHere()
    {
        StudentsDashboard d;
        QVERIFY(d.says(u"4 here"_s));
        d.record(QuietStarted{d.clock.now()});
        QVERIFY(d.says(u"4 here · all quiet"_s));
    }

    void mutesEveryoneByShiftM()
    {
        StudentsDashboard d;
        d.key(Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(d.sink.last<MuteAll>()->muted, true);
        d.record(SeatsMuted{everyone(), true});
        QVERIFY(!d.click(u"Mute all"_s));
        d.key(Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(d.sink.last<MuteAll>()->muted, false);
        QCOMPARE(d.sink.commands.size(), std::size_t{2});
    }

    void mutesTheSelectedByM()
    {
        StudentsDashboard d;
        d.select({4, 2});
        d.key(Qt::Key_M);
        QCOMPARE(d.sink.last<MuteSeats>()->seats, (Seats{SeatId{2}, SeatId{4}}));
        QCOMPARE(d.sink.last<MuteSeats>()->muted, true);
        d.record(SeatsMuted{{SeatId{2}}, true});
        d.key(Qt::Key_M);
        QCOMPARE(d.sink.last<MuteSeats>()->muted, true);
        d.record(SeatsMuted{{SeatId{4}}, true});
        d.key(Qt::Key_M);
        QCOMPARE(d.sink.last<MuteSeats>()->muted, false);
    }

    void doesNothingToNobody()
    {
        StudentsDashboard d;
        d.key(Qt::Key_M);
        d.key(Qt::Key_R);
        d.key(Qt::Key_G);
        d.key(Qt::Key_H);
        QVERIFY(!StudentsDashboard::openMenu());
        QVERIFY(d.sink.commands.empty());
    }

    void givesTheSelectedARole_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<Role>("role");
        QTest::newRow("harmony") << 1 << Role::Harmony;
        QTest::newRow("bass") << 2 << Role::Bass;
        QTest::newRow("rhythm") << 3 << Role::Rhythm;
        QTest::newRow("listener") << 4 << Role::Listener;
    }

    void givesTheSelectedARole()
    {
        QFETCH(int, place);
        StudentsDashboard d;
        d.select({1, 3});
        d.key(Qt::Key_R);
        QCOMPARE(d.menuWords(),
                 (QStringList{u"Melody"_s, u"Harmony"_s, u"Bass"_s, u"Rhythm"_s, u"Listener"_s}));
        StudentsDashboard::pick(place);
        QVERIFY(d.sink.last<AssignRole>());
        QCOMPARE(d.sink.last<AssignRole>()->seats, (Seats{SeatId{1}, SeatId{3}}));
        QTEST(d.sink.last<AssignRole>()->role, "role");
    }

    void movesAndExtendsTheSelectionByKeys()
    {
        StudentsDashboard d;
        d.key(Qt::Key_Home);
        d.key(Qt::Key_Right);
        d.key(Qt::Key_Right, Qt::ShiftModifier);
        d.key(Qt::Key_M);
        QVERIFY(d.sink.last<MuteSeats>());
        QCOMPARE(d.sink.last<MuteSeats>()->seats, (Seats{SeatId{2}, SeatId{3}}));
    }

    void selectsEveryoneByControlA()
    {
        StudentsDashboard d;
        d.key(Qt::Key_A, Qt::ControlModifier);
        d.key(Qt::Key_M);
        QVERIFY(d.sink.last<MuteSeats>());
        QCOMPARE(d.sink.last<MuteSeats>()->seats.size(), std::size_t{24});
    }

    void keepsTheSelectionWhileTheClassPlays()
    {
        StudentsDashboard d;
        d.select({2});
        d.room.note(2, 60, d.clock.now());
        d.record(SeatDisconnected{SeatId{2}});
        d.room.join(2, d.clock.now());
        d.key(Qt::Key_M);
        QCOMPARE(d.sink.last<MuteSeats>()->seats, Seats{SeatId{2}});
    }
};

QTEST_MAIN(tst_Students)
#include "tst_Students.moc"
