#include "tests/gui/Dashboard.h"
#include "tests/gui/Menus.h"
#include "ui/widgets/ClassListView.h"
#include "ui/widgets/EndLessonOverlay.h"
#include "ui/widgets/LobbyView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString kMood = u"Mood check-in on joining"_s;
const QString kClass = u"Class: Grade 3 · Room 12"_s;

std::vector<ClassEntry> classes()
{
    return {{ClassId{1}, "Grade 3 · Room 12", 24, 100},
            {ClassId{2}, "Grade 4 · Room 12", 26, 300},
            {ClassId{3}, "Kindergarten", 1, 200},
            {ClassId{4}, "Choir", 30, std::nullopt}};
}

void knock(Dashboard& d, const std::string& device, std::int32_t tablet)
{
    if (tablet > 0) {
        d.record(TabletNumbered{{device, tablet}});
    }
    d.record(DoorKnocked{device});
}

bool isAnswer(const AnswerDoor* answer, const std::string& device, bool admit)
{
    return answer && answer->device == device && answer->admit == admit;
}

} // namespace

class tst_LobbyLesson : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void startsWithTheGameThatWasChosen_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("game");
        QTest::newRow("jam") << 0 << u"free_jam"_s;
        QTest::newRow("ring") << 1 << u"beat_ring"_s;
    }
    void startsWithTheGameThatWasChosen()
    {
        QFETCH(int, row);
        Dashboard d;
        auto* games = d.named<QComboBox>(u"First game"_s);
        QCOMPARE(games->count(), 2);
        games->setFocus();
        for (int i = 0; i < row; ++i) {
            d.key(Qt::Key_Down);
        }
        d.openRoom();
        QVERIFY(d.click(u"Start lesson"_s));
        QVERIFY(d.sink.last<StartLesson>());
        QTEST(QString::fromStdString(d.sink.last<StartLesson>()->game), "game");
    }

    void startsWithoutTablets()
    {
        Dashboard d;
        QSignalSpy asked(&d.window, &MainWindow::openRoomRequested);
        QVERIFY(!d.named<QWidget>(u"Start lesson"_s)->isEnabled());
        QVERIFY(d.click(u"Start without tablets"_s));
        QCOMPARE(asked.size(), 1);
        QVERIFY(d.sink.commands.empty());
        d.openRoom();
        QVERIFY(d.sink.last<StartLesson>());
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QVERIFY(!d.named<QWidget>(u"Start without tablets"_s));
    }

    void startsNothingIfTheRoomCouldNotOpen()
    {
        Dashboard d;
        QVERIFY(d.click(u"Start without tablets"_s));
        d.window.showMessage(Error{ErrorCode::PortTaken});
        d.openRoom();
        QVERIFY(d.sink.commands.empty());
    }

    void goesBackToTheLesson()
    {
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!d.named<QWidget>(u"First game"_s)->isEnabled());
        QVERIFY(d.click(u"Back to the lesson"_s));
        QVERIFY(!d.shown<LobbyView>());
        QVERIFY(d.sink.commands.empty());
    }

    void asksForMoodsAndEndsThat()
    {
        Dashboard d;
        d.openRoom();
        QVERIFY(d.click(kMood));
        QVERIFY(d.sink.last<AskMood>());
        d.record(MoodAsked{1});
        QVERIFY(d.named<QCheckBox>(kMood)->isChecked());
        QVERIFY(d.click(kMood));
        QVERIFY(d.sink.last<EndMood>());
        d.record(MoodEnded{});
        QVERIFY(!d.named<QCheckBox>(kMood)->isChecked());
        QCOMPARE(d.sink.commands.size(), std::size_t{2});
    }

    void remembersUntilTheRoomOpensThatMoodsAreWanted()
    {
        Dashboard d;
        QVERIFY(d.click(kMood));
        QVERIFY(d.named<QCheckBox>(kMood)->isChecked());
        QVERIFY(d.sink.commands.empty());
        d.openRoom();
        QVERIFY(d.sink.last<AskMood>());
        d.record(MoodAsked{1});
        d.room.join(1, d.clock.now());
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
    }

    void addsAGuest()
    {
        Dashboard d;
        QVERIFY(!d.named<QWidget>(u"Add a guest"_s)->isEnabled());
        d.openRoom();
        QVERIFY(d.click(u"Add a guest"_s));
        QVERIFY(d.sink.last<AddGuest>());
    }

    void addsNoGuestToAFullRoom()
    {
        Dashboard d;
        d.openRoom();
        for (std::int32_t n = 25; n <= static_cast<std::int32_t>(kMaxSeats); ++n) {
            d.record(SeatAdded{{SeatId{n}, avatarFor(SeatId{n}), {}, Role::Melody, true}});
        }
        QVERIFY(!d.named<QWidget>(u"Add a guest"_s)->isEnabled());
    }

    void locksAndUnlocksTheRoom()
    {
        Dashboard d;
        QVERIFY(!d.named<QWidget>(u"Lock room"_s)->isEnabled());
        d.openRoom();
        QVERIFY(d.click(u"Lock room"_s));
        QVERIFY(d.sink.last<LockRoom>() && d.sink.last<LockRoom>()->locked);
        d.record(DoorLocked{true});
        QVERIFY(d.click(u"Unlock room"_s));
        QVERIFY(d.sink.last<LockRoom>() && !d.sink.last<LockRoom>()->locked);
    }

    void answersWhoeverWaitsAtTheDoor()
    {
        Dashboard d;
        d.openRoom();
        d.record(DoorLocked{true});
        QVERIFY(d.says(u"Network check"_s));
        knock(d, "a", 12);
        knock(d, "b", 0);
        d.settle();
        QVERIFY(d.says(u"2 at the door"_s));
        QVERIFY(d.says(u"Tablet 12"_s) && d.says(u"New tablet"_s));
        QVERIFY(!d.says(u"Network check"_s));
        QVERIFY(d.click(u"Let in: Tablet 12"_s));
        QVERIFY(isAnswer(d.sink.last<AnswerDoor>(), "a", true));
        d.record(DoorAnswered{"a", true});
        QVERIFY(!d.says(u"Tablet 12"_s));
        QVERIFY(d.click(u"Not now: New tablet"_s));
        QVERIFY(isAnswer(d.sink.last<AnswerDoor>(), "b", false));
        d.record(DoorAnswered{"b", false});
        QVERIFY(!d.says(u"0 at the door"_s));
        QVERIFY(d.says(u"Network check"_s));
    }

    void countsWhomItHasNoRoomFor()
    {
        Dashboard d;
        d.openRoom();
        d.record(DoorLocked{true});
        for (std::int32_t n = 1; n <= 6; ++n) {
            knock(d, std::to_string(n), n);
        }
        d.settle();
        QVERIFY(d.says(u"6 at the door"_s));
        QVERIFY(d.says(u"Tablet 4"_s) && !d.says(u"Tablet 5"_s));
        QVERIFY(d.says(u"and 2 more"_s));
        d.record(DoorLeft{"2"});
        d.settle();
        QVERIFY(d.says(u"Tablet 5"_s) && !d.says(u"Tablet 2"_s));
        QVERIFY(d.says(u"and 1 more"_s));
    }

    void keepsTheKeyboardAtTheDoorAndThenPutsItAway()
    {
        Dashboard d;
        d.openRoom();
        d.record(DoorLocked{true});
        knock(d, "a", 1);
        knock(d, "b", 2);
        d.settle();
        d.named<QWidget>(u"Not now: Tablet 1"_s)->setFocus();
        d.record(DoorAnswered{"a", false});
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Let in: Tablet 2"_s);
        d.record(DoorAnswered{"b", true});
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Who has joined"_s);
    }

    void movesNothingWhenItOpens_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(1440, 900);
        QTest::newRow("small") << QSize(1280, 720);
        QTest::newRow("smallest") << QSize(1024, 640);
    }
    void movesNothingWhenItOpens()
    {
        QFETCH(QSize, size);
        Dashboard d;
        d.window.resize(size);
        d.settle();
        const auto places = [&] {
            d.settle();
            const auto at = [&](const QString& name) {
                const auto* widget = d.named<QWidget>(name);
                return QRect(widget->mapTo(&d.window, QPoint()), widget->size());
            };
            return QList<QRect>{at(u"Start lesson"_s), at(u"First game"_s), at(u"Who has joined"_s),
                                at(kMood)};
        };
        const QList<QRect> closed = places();
        d.openRoom();
        QCOMPARE(places(), closed);
        d.room.join(3, d.clock.now());
        QCOMPARE(places(), closed);
        d.record(DoorLocked{true});
        knock(d, "a", 12);
        QCOMPARE(places(), closed);
    }

    void asksForAnotherCode()
    {
        Dashboard d;
        d.openRoom();
        QSignalSpy asked(&d.window, &MainWindow::newCodeRequested);
        QVERIFY(d.click(u"New code"_s));
        QCOMPARE(asked.size(), 1);
        d.record(CodeChanged{RoomCode{"FERN"}});
        for (const QString& letter : {u"F"_s, u"E"_s, u"R"_s, u"N"_s}) {
            QVERIFY(d.says(letter));
        }
    }

    void switchesTheClassByMenuWhileClosed()
    {
        Dashboard d;
        d.window.setClasses(classes(), ClassId{1});
        QSignalSpy chosen(&d.window, &MainWindow::classChosen);
        QVERIFY(d.click(kClass));
        QCOMPARE(menuItems().size(), 5);
        QCOMPARE(menuItems().first(), u"✓ Grade 3 · Room 12"_s);
        QVERIFY(chooseItem(u"Kindergarten"_s));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<ClassId>(), ClassId{3});
        QVERIFY(d.click(kClass));
        QVERIFY(chooseItem(u"Grade 3 · Room 12"_s));
        QCOMPARE(chosen.size(), 1);
    }

    void endsAnOpenRoomBeforeItSwitchesTheClass()
    {
        Dashboard d;
        d.window.setClasses(classes(), ClassId{1});
        d.openRoom();
        QSignalSpy chosen(&d.window, &MainWindow::classChosen);
        QVERIFY(d.click(kClass));
        QVERIFY(chooseItem(u"Choir"_s));
        QVERIFY(d.shown<EndLessonOverlay>());
        QCOMPARE(chosen.size(), 0);
        const auto* card = d.shown<EndLessonOverlay>();
        for (auto* button : card->findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == u"Close the room"_s) {
                button->click();
                break;
            }
        }
        QVERIFY(d.sink.last<EndLesson>());
        QCOMPARE(chosen.size(), 0);
        d.record(LessonEnded{});
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<ClassId>(), ClassId{4});
    }

    void forgetsTheSwitchWhenTheRoomStaysOpen()
    {
        Dashboard d;
        d.window.setClasses(classes(), ClassId{1});
        d.openRoom();
        QSignalSpy chosen(&d.window, &MainWindow::classChosen);
        QVERIFY(d.click(kClass));
        QVERIFY(chooseItem(u"Choir"_s));
        QVERIFY(d.click(u"Keep it open"_s));
        d.record(LessonEnded{});
        QCOMPARE(chosen.size(), 0);
    }

    void offersTheClassesUsedLastToday()
    {
        Dashboard d;
        d.window.setClasses(classes(), ClassId{1});
        d.settle();
        QVERIFY(d.says(u"Today"_s) && d.says(u"Next"_s));
        QVERIFY(d.says(u"Kindergarten"_s) && d.says(u"1 student"_s));
        QVERIFY(!d.says(u"Choir"_s));
        QSignalSpy chosen(&d.window, &MainWindow::classChosen);
        QVERIFY(d.click(u"Switch to Grade 4 · Room 12"_s));
        QCOMPARE(chosen.at(0).at(0).value<ClassId>(), ClassId{2});
        d.window.setClasses(classes(), ClassId{2});
        d.settle();
        QVERIFY(!d.named<QWidget>(u"Switch to Grade 4 · Room 12"_s));
        QVERIFY(d.named<QWidget>(u"Switch to Kindergarten"_s));
        QVERIFY(d.click(u"Class list"_s));
        QVERIFY(d.shown<ClassListView>());
    }

    void reachesEveryControlByTab_data()
    {
        QTest::addColumn<bool>("open");
        QTest::newRow("closed") << false;
        QTest::newRow("open") << true;
    }
    void reachesEveryControlByTab()
    {
        QFETCH(bool, open);
        Dashboard d;
        d.window.setSoundStatus([] {
            SoundStatus status;
            status.speakers = true;
            return status;
        }());
        if (open) {
            d.openRoom();
        }
        QStringList reached;
        for (int i = 0; i < 40; ++i) {
            d.key(Qt::Key_Tab);
            reached += d.window.focusWidget()->accessibleName();
        }
        const QStringList wanted =
            open ? QStringList{u"Show it large"_s, u"New code"_s,          u"Add a guest"_s,
                               u"Lock room"_s,     u"Connection helper"_s, kMood,
                               u"Start lesson"_s}
                 : QStringList{u"Open the room"_s, u"Class list"_s, kMood,
                               u"First game"_s,    u"Test"_s,       u"Start without tablets"_s};
        for (const QString& name : wanted + QStringList{u"Change the network the tablets use"_s}) {
            QVERIFY2(reached.contains(name), qPrintable(name));
        }
    }
};

QTEST_MAIN(tst_LobbyLesson)
#include "tst_LobbyLesson.moc"
