#include "tests/gui/LiveRoom.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/RenameOverlay.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/SeatPicker.h"
#include "ui/widgets/StudentsPanel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Seats = std::vector<SeatId>;

namespace {

/// A Beat Ring by the real rules with seats 1 to 6 here.
struct Menus : Dashboard {
    LiveRoom live{*this};

    StudentsPanel* panel() const { return shown<StudentsPanel>(); }
    SeatGrid* grid() const { return named<SeatGrid>(u"Students"_s); }
    Seats selected() const
    {
        Seats seats;
        for (const QModelIndex& index : grid()->selectionModel()->selectedIndexes()) {
            seats.emplace_back(index.data(SeatModel::SeatRole).toInt());
        }
        std::sort(seats.begin(), seats.end());
        return seats;
    }
    static QMenu* openMenu() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    /// The menu of a tile, or null.
    QMenu* tileMenu(int seat) const
    {
        panel()->select(SeatId{seat});
        const QRect tile = grid()->visualRect(grid()->currentIndex());
        QContextMenuEvent event(QContextMenuEvent::Mouse, tile.center(), QPoint(100, 100));
        QApplication::sendEvent(grid()->viewport(), &event);
        return openMenu();
    }
    static QAction* entry(const QMenu* menu, const QString& text)
    {
        for (QAction* action : menu->actions()) {
            if (action->text() == text) {
                return action;
            }
        }
        return nullptr;
    }
    static QStringList words(const QMenu* menu)
    {
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            texts += action->text();
        }
        return texts;
    }
    /// Picks along a path of entries; false if one is missing or disabled.
    static bool pick(const QMenu* menu, const QStringList& path)
    {
        for (const QString& text : path) {
            QAction* action = menu ? entry(menu, text) : nullptr;
            if (!action || !action->isEnabled()) {
                return false;
            }
            menu = action->menu();
            if (!menu) {
                action->trigger();
            }
        }
        while (QMenu* open = openMenu()) {
            open->close();
        }
        return true;
    }
};

} // namespace

class tst_StudentMenus : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void hasEverythingADragCanDoAndMore()
    {
        Menus d;
        const QMenu* menu = d.tileMenu(2);
        QVERIFY(menu);
        QCOMPARE(Menus::words(menu), (QStringList{u"Mute\tM"_s, u"Role"_s, u"Beat"_s, QString(),
                                                  u"Move to another tablet"_s, u"This is really…"_s,
                                                  u"Rename…"_s, u"Free seat"_s}));
        QCOMPARE(Menus::words(Menus::entry(menu, u"Role"_s)->menu()),
                 (QStringList{u"Conductor"_s, u"Melody"_s, u"Harmony"_s, u"Bass"_s, u"Rhythm"_s,
                              u"Listener"_s}));
        QCOMPARE(Menus::entry(menu, u"Beat"_s)->menu()->actions().size(), 10);
    }

    void offersConductorAndBeatsOnlyWhereTheGameHasThem()
    {
        Menus d;
        d.live.submit(StartGame{"free_jam", 1});
        const QMenu* menu = d.tileMenu(2);
        QVERIFY(!Menus::entry(menu, u"Beat"_s));
        QVERIFY(!Menus::entry(Menus::entry(menu, u"Role"_s)->menu(), u"Conductor"_s));
        d.key(Qt::Key_Escape);
    }

    void carriesOutWhatIsPicked_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::newRow("mute") << QStringList{u"Mute\tM"_s};
        QTest::newRow("role") << QStringList{u"Role"_s, u"Bass"_s};
        QTest::newRow("beat") << QStringList{u"Beat"_s, u"Beat 7"_s};
        QTest::newRow("no beat") << QStringList{u"Beat"_s, u"No beat"_s};
        QTest::newRow("tablet") << QStringList{u"Move to another tablet"_s,
                                               u"Tablet 3 with Chloe"_s};
        QTest::newRow("free") << QStringList{u"Free seat"_s};
    }
    void carriesOutWhatIsPicked()
    {
        QFETCH(QStringList, path);
        Menus d;
        const Seat before = *d.live.state().seat(SeatId{2});
        const auto beats = d.live.state().game->beatsOf(SeatId{2});
        QVERIFY(Menus::pick(d.tileMenu(2), path));
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QVERIFY(d.live.carryOut());
        const bool beatMoved = d.live.state().game->beatsOf(SeatId{2}) != beats;
        QVERIFY(beatMoved || *d.live.state().seat(SeatId{2}) != before);
    }

    void offersTabletsWithRoomOnly()
    {
        Menus d;
        d.live.submit(GiveSeat{SeatId{10}, "t4"});
        d.live.submit(LockRoom{true});
        d.live.submit(KnockAtDoor{"new"});
        const QMenu* menu = d.tileMenu(2);
        const QStringList tablets =
            Menus::words(Menus::entry(menu, u"Move to another tablet"_s)->menu());
        QVERIFY(tablets.contains(u"Tablet 3 with Chloe"_s));
        QVERIFY2(!tablets.join(u'|').contains(u"Tablet 4"_s), qPrintable(tablets.join(u'|')));
        QVERIFY(!tablets.join(u'|').contains(u"Tablet 2"_s));
    }

    void asksWhoItReallyIs()
    {
        Menus d;
        QVERIFY(Menus::pick(d.tileMenu(2), {u"This is really…"_s}));
        QVERIFY(d.named<SeatPicker>(u"Who really plays at the tablet of Ben?"_s));
        QVERIFY(!d.named<QWidget>(u"Ben, the Bear"_s));
        QVERIFY(d.click(u"Chloe, the Owl"_s));
        QVERIFY(!d.shown<SeatPicker>());
        QVERIFY(d.live.carryOut());
        QCOMPARE(d.live.state().seat(SeatId{3})->device, std::string("t2"));
        QCOMPARE(d.live.state().seat(SeatId{2})->device, std::string("t3"));
    }

    void leavesEverythingAloneWhenThePickerCloses()
    {
        Menus d;
        QVERIFY(Menus::pick(d.tileMenu(2), {u"This is really…"_s}));
        d.key(Qt::Key_Escape);
        QVERIFY(!d.shown<SeatPicker>());
        QVERIFY(d.sink.commands.empty());
    }

    void renames()
    {
        Menus d;
        QVERIFY(Menus::pick(d.tileMenu(2), {u"Rename…"_s}));
        auto* name = d.named<QLineEdit>(u"First name"_s);
        QVERIFY(name);
        QCOMPARE(d.window.focusWidget(), name);
        for (const QChar letter : u"Mnt"_s) {
            d.key(static_cast<Qt::Key>(letter.toUpper().unicode()));
        }
        QVERIFY(d.sink.commands.empty());
        d.key(Qt::Key_Return);
        QVERIFY(!d.shown<RenameOverlay>());
        QVERIFY(d.live.carryOut());
        QCOMPARE(QString::fromStdString(d.live.state().seat(SeatId{2})->name).toLower(), u"mnt"_s);
    }

    void lowersAHand()
    {
        Menus d;
        QVERIFY(!Menus::entry(d.tileMenu(2), u"Lower hand"_s));
        Menus::openMenu()->close();
        d.live.submit(RaiseHand{SeatId{2}, true});
        QVERIFY(Menus::pick(d.tileMenu(2), {u"Lower hand"_s}));
        QVERIFY(d.live.carryOut());
        QVERIFY(!d.live.state().seat(SeatId{2})->handUp);
    }

    void leavesOutWhatIsForOneWhenMoreAreSelected()
    {
        Menus d;
        d.grid()->selectAll();
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(50, 50), QPoint(100, 100));
        QApplication::sendEvent(d.grid()->viewport(), &event);
        QVERIFY(!Menus::entry(Menus::openMenu(), u"Rename…"_s));
        QVERIFY(Menus::entry(Menus::openMenu(), u"Free seat"_s));
    }

    void opensRolesAndBeatsByKey()
    {
        Menus d;
        d.panel()->select(SeatId{2});
        d.key(Qt::Key_G);
        QVERIFY(Menus::pick(Menus::openMenu(), {u"Beat 5"_s}));
        QVERIFY(d.live.carryOut());
        QCOMPARE(d.live.state().game->beatsOf(SeatId{2}), std::vector<int>{5});
        d.key(Qt::Key_R);
        QVERIFY(Menus::pick(Menus::openMenu(), {u"Rhythm"_s}));
        QCOMPARE(d.sink.last<AssignRole>()->role, Role::Rhythm);
    }

    void dealsRoles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Deal>("how");
        QTest::newRow("by chance") << u"Shuffle roles"_s << Deal::Shuffle;
        QTest::newRow("by group") << u"Roles by group"_s << Deal::Groups;
    }
    void dealsRoles()
    {
        QFETCH(QString, text);
        Menus d;
        QVERIFY(d.click(u"Shuffle roles"_s));
        QVERIFY(Menus::pick(Menus::openMenu(), {text}));
        QVERIFY(d.sink.last<DealRoles>());
        QTEST(d.sink.last<DealRoles>()->how, "how");
    }

    void selectsTheNextRaisedHand()
    {
        Menus d;
        d.live.submit(RaiseHand{SeatId{5}, true});
        d.clock.advance(1s);
        d.live.submit(RaiseHand{SeatId{2}, true});
        for (const int seat : {5, 2, 5}) {
            d.key(Qt::Key_H);
            QCOMPARE(d.selected(), Seats{SeatId{seat}});
        }
    }

    void findsAStudent()
    {
        Menus d;
        d.key(Qt::Key_F, Qt::ControlModifier);
        auto* find = d.named<QLineEdit>(u"Find a student"_s);
        QVERIFY(find);
        QTest::keyClicks(find, u"jo"_s);
        QCOMPARE(d.selected(), Seats{SeatId{10}});
        find->clear();
        QTest::keyClicks(find, u"penguin"_s);
        QCOMPARE(d.selected(), Seats{SeatId{13}});
        QTest::keyClicks(find, u"x"_s);
        QVERIFY(d.selected().empty());
        QVERIFY(d.sink.commands.empty());
        d.key(Qt::Key_Escape);
        QVERIFY(!d.named<QLineEdit>(u"Find a student"_s));
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Students"_s);
    }

    void goesToTheOneFoundByEnter()
    {
        Menus d;
        d.key(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(d.named<QLineEdit>(u"Find a student"_s), u"leo"_s);
        d.key(Qt::Key_Return);
        QVERIFY(!d.named<QLineEdit>(u"Find a student"_s));
        d.key(Qt::Key_M);
        QCOMPARE(d.sink.last<MuteSeats>()->seats, Seats{SeatId{12}});
    }

    void listsStudentsWithTroubleFirst()
    {
        Menus d;
        d.live.submit(RaiseHand{SeatId{5}, true});
        d.panel()->select(SeatId{2});
        QVERIFY(d.click(u"List"_s));
        d.settle();
        const QRect first = d.grid()->visualRect(d.grid()->model()->index(0, 0));
        const QRect second = d.grid()->visualRect(d.grid()->model()->index(1, 0));
        QCOMPARE(first.left(), second.left());
        QVERIFY(second.top() > first.top());
        QVERIFY(d.click(u"Trouble first"_s));
        QCOMPARE(d.grid()->model()->index(0, 0).data(SeatModel::SeatRole).toInt(), 5);
        QCOMPARE(d.selected(), Seats{SeatId{2}});
        QTest::mouseClick(
            d.grid()->viewport(), Qt::LeftButton, {},
            SeatGrid::muteRect(d.grid()->visualRect(d.grid()->model()->index(0, 0))).center());
        QCOMPARE(d.sink.last<MuteSeats>()->seats, Seats{SeatId{5}});
        QVERIFY(d.click(u"Grid"_s));
        QCOMPARE(d.grid()->model()->index(0, 0).data(SeatModel::SeatRole).toInt(), 1);
    }
};

QTEST_MAIN(tst_StudentMenus)
#include "tst_StudentMenus.moc"
