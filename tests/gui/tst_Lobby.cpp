#include "tests/gui/Dashboard.h"
#include "tests/gui/Menus.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/RoomChip.h"
#include "ui/widgets/SeatGrid.h"

#include <QApplication>
#include <QPaintEvent>
#include <QProgressBar>
#include <QSignalSpy>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

const QString kChange = u"Change the network the tablets use"_s;

/// Height of the type of a label that is shown; 0 if there is none.
int pixelsOf(const Dashboard& d, const QString& text)
{
    for (const auto* label : d.window.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text() == text) {
            return label->font().pixelSize();
        }
    }
    return 0;
}

/// What of a widget is painted anew.
class RepaintedArea final : public QObject {
public:
    explicit RepaintedArea(QWidget* widget) { widget->installEventFilter(this); }
    QRegion region;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            region += static_cast<QPaintEvent*>(event)->region();
        }
        return false;
    }
};

} // namespace

class tst_Lobby : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void saysThatNothingListensWhileClosed()
    {
        Dashboard d;
        QVERIFY(d.named<RoomChip>(u"Room closed, nothing is listening"_s));
        QVERIFY(d.says(u"The room is closed"_s));
        QVERIFY(d.says(u"The port opens with the room"_s));
        QVERIFY(d.says(u"Wi-Fi: Room12-Music"_s));
        QVERIFY(d.says(u"24 on the class list"_s));
        QVERIFY(!d.shown<QrView>());
        QVERIFY(!d.named<QWidget>(u"Start lesson"_s)->isEnabled());
    }

    void opensTheRoomByButtonOrKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("button") << 0;
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Enter") << int(Qt::Key_Enter);
        QTest::newRow("N") << int(Qt::Key_N);
        QTest::newRow("clicker") << int(Qt::Key_PageDown);
    }

    void opensTheRoomByButtonOrKey()
    {
        QFETCH(int, key);
        Dashboard d;
        QVERIFY(d.isActive);
        QSignalSpy asked(&d.window, &MainWindow::openRoomRequested);
        if (key == 0) {
            QVERIFY(d.click(u"Open the room"_s));
        } else {
            d.key(Qt::Key(key));
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).toString(), u"wlan0"_s);
        QVERIFY(d.sink.commands.empty());
        QVERIFY(d.named<RoomChip>(u"Room closed, nothing is listening"_s));
    }

    void submitsNothingAndListensToNothingByItself()
    {
        Dashboard d;
        QSignalSpy asked(&d.window, &MainWindow::openRoomRequested);
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_T, Qt::Key_M, Qt::Key_R, Qt::Key_B,
                                  Qt::Key_F8, Qt::Key_F9, Qt::Key_BracketRight}) {
            d.key(key);
        }
        QVERIFY(d.sink.commands.empty());
        QCOMPARE(asked.size(), 0);
    }

    void opensOnTheChosenNetwork()
    {
        Dashboard d;
        QSignalSpy chosen(&d.window, &MainWindow::adapterChosen);
        QSignalSpy asked(&d.window, &MainWindow::openRoomRequested);
        QVERIFY(d.click(kChange));
        QCOMPARE(menuItems(), (QStringList{u"✓ Wi-Fi: Room12-Music · 192.168.1.24"_s,
                                           u"Cable: Ethernet · 10.0.0.7"_s}));
        QVERIFY(chooseItem(u"Cable: Ethernet · 10.0.0.7"_s));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).toString(), u"eth0"_s);
        QVERIFY(d.says(u"Cable: Ethernet"_s));
        QVERIFY(d.says(u"This laptop is 10.0.0.7"_s));
        QVERIFY(d.click(u"Open the room"_s));
        QCOMPARE(asked.at(0).at(0).toString(), u"eth0"_s);
    }

    void asksForNothingWhenTheSameNetworkIsChosen()
    {
        Dashboard d;
        QSignalSpy chosen(&d.window, &MainWindow::adapterChosen);
        QVERIFY(d.click(kChange));
        QVERIFY(chooseItem(u"Wi-Fi: Room12-Music · 192.168.1.24"_s));
        QCOMPARE(chosen.size(), 0);
    }

    void changesTheNetworkWhileOpen()
    {
        Dashboard d;
        d.openRoom();
        QSignalSpy chosen(&d.window, &MainWindow::adapterChosen);
        QVERIFY(d.click(kChange));
        QVERIFY(chooseItem(u"Cable: Ethernet · 10.0.0.7"_s));
        QCOMPARE(chosen.at(0).at(0).toString(), u"eth0"_s);
        NetworkStatus moved = Classroom::network(true);
        moved.adapter = "eth0";
        moved.address = "10.0.0.7:4000";
        moved.joinUrl = "http://10.0.0.7:4000/?c=LARK";
        d.window.setNetworkStatus(moved);
        QVERIFY(d.says(u"10.0.0.7:4000"_s));
        QVERIFY(d.says(u"Cable: Ethernet"_s));
        QCOMPARE(d.shown<QrView>()->text(), u"http://10.0.0.7:4000/?c=LARK"_s);
    }

    void keepsTheChoiceWhenTheNetworkReportsTheSame()
    {
        Dashboard d;
        QVERIFY(d.click(kChange));
        QVERIFY(chooseItem(u"Cable: Ethernet · 10.0.0.7"_s));
        d.window.setNetworkStatus(Classroom::network(false));
        QVERIFY(d.says(u"Cable: Ethernet"_s));
    }

    void saysWhenThereIsNoNetwork()
    {
        Dashboard d;
        d.window.setNetworkStatus({});
        QVERIFY(d.says(u"No network found"_s));
        QVERIFY(!d.named<QWidget>(kChange)->isEnabled());
    }

    void hasNothingToChangeOnOneNetwork()
    {
        Dashboard d;
        NetworkStatus one = Classroom::network(false);
        one.adapters.resize(1);
        d.window.setNetworkStatus(one);
        QVERIFY(!d.named<QWidget>(kChange)->isEnabled());
    }

    void repaintsEveryTileWhenTheRoomOpens()
    {
        Dashboard d;
        d.settle();
        RepaintedArea area(d.shown<SeatGrid>()->viewport());
        d.openRoom();
        d.settle();
        // The last tile of the class looks different now, though nothing of its seat has changed.
        const auto* grid = d.shown<SeatGrid>();
        QVERIFY(area.region.contains(grid->visualRect(grid->model()->index(23, 0)).center()));
    }

    void showsTheWaysInOnceOpen()
    {
        Dashboard d;
        d.openRoom();
        QCOMPARE(d.shown<QrView>()->text(), u"http://192.168.1.24:4000/?c=LARK"_s);
        QVERIFY(d.says(u"192.168.1.24:4000"_s));
        QVERIFY(d.says(u"This laptop is 192.168.1.24"_s));
        for (const QString& letter : {u"L"_s, u"A"_s, u"R"_s, u"K"_s}) {
            QVERIFY(d.says(letter));
        }
        QVERIFY(d.named<RoomChip>(u"Room open, code LARK, address 192.168.1.24:4000"_s));
        QVERIFY(!d.named<QWidget>(u"Open the room"_s));
    }

    void writesTheWaysInForTheBackRow()
    {
        Dashboard d;
        QCOMPARE(d.named<QWidget>(u"Open the room"_s)->height(), 72);
        d.openRoom();
        d.settle();
        QCOMPARE(pixelsOf(d, u"K"_s), 44);
        QCOMPARE(pixelsOf(d, u"192.168.1.24:4000"_s), 34);
        QCOMPARE(d.named<QWidget>(u"Start lesson"_s)->height(), 54);
        d.key(Qt::Key_F9);
        QCOMPARE(pixelsOf(d, u"LARK"_s), 64);
    }

    void writesALongAddressSmallerInASmallWindow()
    {
        Dashboard d;
        d.window.resize(1024, 640);
        d.openRoom();
        NetworkStatus status = Classroom::network(true);
        status.address = "192.168.178.123:4000";
        d.window.setNetworkStatus(status);
        d.settle();
        QCOMPARE(pixelsOf(d, u"192.168.178.123:4000"_s), 26);
        for (const auto* label : d.window.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == u"192.168.178.123:4000"_s) {
                QVERIFY(label->width() >= label->minimumSizeHint().width());
            }
        }
    }

    void saysWhenAnotherPortWasPicked()
    {
        Dashboard d;
        d.openRoom();
        NetworkStatus moved = Classroom::network(true);
        moved.port = 4001;
        moved.portMoved = true;
        d.window.setNetworkStatus(moved);
        QVERIFY(d.says(u"Another program is using the usual port, so Tutti picked 4001."_s));
    }

    void countsWhoHasJoined()
    {
        Dashboard d;
        d.openRoom();
        QVERIFY(d.says(u"0 of 24 have joined"_s));
        QVERIFY(d.says(u"Nobody here yet. Show the code on the projector."_s));
        d.room.join(3, d.clock.now());
        d.room.join(4, d.clock.now());
        QVERIFY(d.says(u"2 of 24 have joined"_s));
        QVERIFY(d.says(u"2 of 24 here"_s));
        QVERIFY(!d.says(u"Nobody here yet. Show the code on the projector."_s));
        QCOMPARE(d.shown<QProgressBar>()->value(), 2);
        QCOMPARE(d.shown<QProgressBar>()->maximum(), 24);
    }

    void startsTheLessonByButtonOrClicker_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("button") << 0;
        QTest::newRow("N") << int(Qt::Key_N);
        QTest::newRow("clicker") << int(Qt::Key_PageDown);
    }

    void startsTheLessonByButtonOrClicker()
    {
        QFETCH(int, key);
        Dashboard d;
        d.openRoom();
        if (key == 0) {
            QVERIFY(d.click(u"Start lesson"_s));
        } else {
            d.key(Qt::Key(key));
        }
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QVERIFY(d.sink.last<StartLesson>());
    }

    void asksForTheRoomOnce()
    {
        Dashboard d;
        QSignalSpy asked(&d.window, &MainWindow::openRoomRequested);
        QVERIFY(d.click(u"Open the room"_s));
        QVERIFY(!d.click(u"Open the room"_s));
        d.key(Qt::Key_N);
        d.key(Qt::Key_Return);
        d.window.setNetworkStatus(Classroom::network(false));
        QVERIFY(!d.click(u"Open the room"_s));
        QCOMPARE(asked.size(), 1);
    }

    void asksAgainWhenTheRoomCouldNotOpen()
    {
        Dashboard d;
        QSignalSpy asked(&d.window, &MainWindow::openRoomRequested);
        d.key(Qt::Key_N);
        d.window.showMessage(Error{ErrorCode::PortTaken});
        QVERIFY(d.click(u"Open the room"_s));
        QCOMPARE(asked.size(), 2);
    }

    void asksAgainAfterTheLesson()
    {
        Dashboard d;
        QVERIFY(d.click(u"Open the room"_s));
        d.openRoom();
        d.record(LessonEnded{});
        d.window.setNetworkStatus(Classroom::network(false));
        QVERIFY(d.click(u"Open the room"_s));
    }

    void showsEverySeatInTheSmallestWindow_data()
    {
        QTest::addColumn<bool>("open");
        QTest::newRow("closed") << false;
        QTest::newRow("open") << true;
    }
    void showsEverySeatInTheSmallestWindow()
    {
        QFETCH(bool, open);
        Dashboard d;
        d.window.resize(1024, 640);
        if (open) {
            d.openRoom();
        }
        d.settle();
        const auto* grid = d.named<SeatGrid>(u"Who has joined"_s);
        for (int row = 0; row < grid->model()->rowCount(); ++row) {
            const QRect cell = grid->visualRect(grid->model()->index(row, 0));
            QVERIFY2(grid->viewport()->rect().contains(SeatGrid::tileRect(cell)),
                     qPrintable(QString::number(row)));
        }
    }

    void pressesTheButtonThatHasFocusByEnter()
    {
        Dashboard d;
        QSignalSpy asked(&d.window, &MainWindow::openRoomRequested);
        d.named<QWidget>(u"Menu"_s)->setFocus();
        d.key(Qt::Key_Return);
        QVERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
        QCOMPARE(asked.size(), 0);
    }

    void opensByEnterOnItsOwnButtonOnce()
    {
        Dashboard d;
        QSignalSpy asked(&d.window, &MainWindow::openRoomRequested);
        d.named<QWidget>(u"Open the room"_s)->setFocus();
        d.key(Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
    }

    void keepsTheKeyboardAwayFromTheNetworkWhileItOpens()
    {
        Dashboard d;
        d.named<QWidget>(u"Open the room"_s)->setFocus();
        d.key(Qt::Key_Space);
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Who has joined"_s);
        d.openRoom();
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Who has joined"_s);
    }

    void startsNoLessonByEnter()
    {
        Dashboard d;
        d.openRoom();
        d.key(Qt::Key_Return);
        QVERIFY(d.sink.commands.empty());
    }
};

QTEST_MAIN(tst_Lobby)
#include "tst_Lobby.moc"
