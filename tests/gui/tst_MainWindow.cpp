#include "tests/gui/Dashboard.h"
#include "ui/widgets/EndLessonOverlay.h"
#include "ui/widgets/LobbyView.h"
#include "ui/widgets/QrOverlay.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/RoomChip.h"
#include "ui/widgets/TeachView.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_MainWindow : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void beginsInTheLobbyOfItsClass()
    {
        Dashboard d;
        QVERIFY(d.isActive);
        QVERIFY(d.shown<LobbyView>());
        QVERIFY(d.named<QAbstractButton>(u"Class: Grade 3 · Room 12"_s));
        QVERIFY(!d.named<QWidget>(u"End lesson"_s));
    }

    void goesToTeachWhenTheLessonStarts()
    {
        Dashboard d;
        d.openRoom();
        QVERIFY(d.shown<LobbyView>());
        d.room.start(d.clock.now());
        QVERIFY(d.shown<TeachView>());
        QVERIFY(!d.shown<LobbyView>());
    }

    void changesTheViewByKey()
    {
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(d.shown<LobbyView>());
        d.key(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(d.shown<TeachView>());
    }

    void keepsTheKeyboardSafeWhenTheViewChanges()
    {
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Who has joined"_s);
        d.key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Students"_s);
        d.record(LessonEnded{});
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Who has joined"_s);
    }

    void leavesTheKeyboardOnTheTabs()
    {
        Dashboard d;
        d.startLesson();
        d.named<QWidget>(u"Views"_s)->setFocus();
        d.key(Qt::Key_Left);
        QVERIFY(d.shown<LobbyView>());
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Views"_s);
    }

    void shortensALongClassName()
    {
        const QString name = u"The very long name of the afternoon class of Room 12, group B"_s;
        Dashboard d;
        d.window.resize(1024, 640);
        d.room.open(d.clock.now(), true, name.toStdString());
        d.window.setNetworkStatus(Classroom::network(true));
        d.room.start(d.clock.now());
        d.settle();
        QCOMPARE(d.window.width(), 1024);
        const auto* button = d.named<QAbstractButton>(u"Class: "_s + name);
        QVERIFY(button);
        QVERIFY(button->toolTip().startsWith(name));
        QVERIFY(button->text().endsWith(u'…'));
        QVERIFY(button->width() < button->fontMetrics().horizontalAdvance(name));
        const auto* end = d.named<QWidget>(u"End lesson"_s);
        QVERIFY(end->width() >= end->minimumSizeHint().width());
    }

    void writesAShortClassNameInFull()
    {
        Dashboard d;
        d.window.resize(1024, 640);
        d.startLesson();
        d.settle();
        const auto* button = d.named<QAbstractButton>(u"Class: Grade 3 · Room 12"_s);
        QVERIFY(button);
        QCOMPARE(button->text(), u"Grade 3 · Room 12"_s);
        QVERIFY(button->width() >= button->sizeHint().width());
    }

    void goesBackToTheLessonFromTheLobby()
    {
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(d.click(u"Back to the lesson"_s));
        QVERIFY(d.shown<TeachView>());
        QVERIFY(d.sink.commands.empty());
    }

    void leavesTeachKeysAloneInTheLobby()
    {
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_1, Qt::ControlModifier);
        d.window.setFocus();
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_T, Qt::Key_T, Qt::Key_BracketLeft}) {
            d.clock.advance(500ms);
            d.key(key);
        }
        d.key(Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(d.sink.commands.empty());
    }

    void runsTheLessonClock()
    {
        Dashboard d;
        d.startLesson();
        QVERIFY(d.says(u"0:00"_s));
        d.later(1104s);
        QVERIFY(d.says(u"18:24"_s));
    }

    void asksBeforeItEndsTheLesson()
    {
        Dashboard d;
        d.startLesson();
        QVERIFY(d.click(u"End lesson"_s));
        QVERIFY(d.named<EndLessonOverlay>(u"End the lesson?"_s));
        QVERIFY(d.sink.commands.empty());
        QVERIFY(d.click(u"End the lesson"_s));
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QVERIFY(d.sink.last<EndLesson>());
        QVERIFY(!d.shown<EndLessonOverlay>());
    }

    void keepsTeachingUnlessToldOtherwise_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Esc") << int(Qt::Key_Escape);
        QTest::newRow("Space on the button that has focus") << int(Qt::Key_Space);
    }

    void keepsTeachingUnlessToldOtherwise()
    {
        QFETCH(int, key);
        Dashboard d;
        d.startLesson();
        QVERIFY(d.click(u"End lesson"_s));
        d.key(Qt::Key(key));
        QVERIFY(!d.shown<EndLessonOverlay>());
        QVERIFY(d.sink.commands.empty());
        QVERIFY(d.shown<TeachView>());
    }

    void closesTheRoomBeforeALesson()
    {
        Dashboard d;
        d.openRoom();
        QVERIFY(d.click(u"Close the room"_s));
        QVERIFY(d.named<EndLessonOverlay>(u"Close the room?"_s));
        d.key(Qt::Key_N);
        QVERIFY(d.sink.commands.empty());
        auto* overlay = d.shown<EndLessonOverlay>();
        for (auto* button : overlay->findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == u"Close the room"_s) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QVERIFY(d.sink.last<EndLesson>());
    }

    void comesBackToTheClosedLobbyAfterTheLesson()
    {
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_F9);
        QVERIFY(d.shown<QrOverlay>());
        d.record(LessonEnded{});
        QVERIFY(d.shown<LobbyView>());
        QVERIFY(!d.shown<QrOverlay>());
        QVERIFY(d.named<RoomChip>(u"Room closed, nothing is listening"_s));
        QVERIFY(d.click(u"Open the room"_s));
    }

    void showsTheBigQr_data()
    {
        QTest::addColumn<bool>("chip");
        QTest::newRow("F9") << false;
        QTest::newRow("chip") << true;
    }

    void showsTheBigQr()
    {
        QFETCH(bool, chip);
        Dashboard d;
        d.startLesson();
        if (chip) {
            QVERIFY(d.click(u"Room open, code LARK, address 192.168.1.24:4000"_s));
        } else {
            d.key(Qt::Key_F9);
        }
        const auto* overlay = d.named<QrOverlay>(u"How to join"_s);
        QVERIFY(overlay);
        const auto* qr = overlay->findChild<QrView*>();
        QCOMPARE(qr->text(), u"http://192.168.1.24:4000/?c=LARK"_s);
        QVERIFY(qr->width() >= 500);
        QCOMPARE(qr->width(), qr->height());
        QVERIFY(d.says(u"LARK"_s));
        QVERIFY(d.says(u"192.168.1.24:4000"_s));
        QVERIFY(d.sink.commands.empty());
    }

    void closesTheBigQr_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("F9") << int(Qt::Key_F9);
        QTest::newRow("Esc") << int(Qt::Key_Escape);
        QTest::newRow("button") << 0;
    }

    void closesTheBigQr()
    {
        QFETCH(int, key);
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_F9);
        if (key == 0) {
            QVERIFY(d.click(u"Close"_s));
        } else {
            d.key(Qt::Key(key));
        }
        QVERIFY(!d.shown<QrOverlay>());
        QVERIFY(d.shown<TeachView>());
    }

    void leavesEverythingElseAloneWhileACardIsUp_data()
    {
        QTest::addColumn<bool>("question");
        QTest::addColumn<bool>("inLesson");
        QTest::newRow("big QR in the lobby") << false << false;
        QTest::newRow("big QR in the lesson") << false << true;
        QTest::newRow("question in the lobby") << true << false;
        QTest::newRow("question in the lesson") << true << true;
    }
    void leavesEverythingElseAloneWhileACardIsUp()
    {
        QFETCH(bool, question);
        QFETCH(bool, inLesson);
        Dashboard d;
        d.openRoom();
        if (inLesson) {
            d.room.start(d.clock.now());
        }
        if (question) {
            QVERIFY(d.click(inLesson ? u"End lesson"_s : u"Close the room"_s));
            d.shown<EndLessonOverlay>()->setFocus();
        } else {
            d.key(Qt::Key_F9);
        }
        for (const Qt::Key key : {Qt::Key_N, Qt::Key_PageDown, Qt::Key_Space, Qt::Key_T, Qt::Key_T,
                                  Qt::Key_BracketRight, Qt::Key_Return}) {
            d.clock.advance(500ms);
            d.key(key);
        }
        d.key(Qt::Key_M, Qt::ShiftModifier);
        d.key(inLesson ? Qt::Key_1 : Qt::Key_2, Qt::ControlModifier);
        QVERIFY(d.sink.commands.empty());
        QCOMPARE(d.shown<TeachView>() != nullptr, inLesson);
        QVERIFY(question ? d.shown<EndLessonOverlay>() != nullptr
                         : d.shown<QrOverlay>() != nullptr);
    }

    void keepsTheKeyboardInACard()
    {
        Dashboard d;
        d.startLesson();
        QVERIFY(d.click(u"End lesson"_s));
        const auto* card = d.shown<EndLessonOverlay>();
        for (int i = 0; i < 5; ++i) {
            d.key(Qt::Key_Tab);
            QVERIFY(card->isAncestorOf(d.window.focusWidget()));
        }
        d.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(card->isAncestorOf(d.window.focusWidget()));
    }

    void givesTheKeyboardBackWhenACardCloses()
    {
        Dashboard d;
        d.startLesson();
        d.named<QWidget>(u"Mute all"_s)->setFocus();
        d.key(Qt::Key_F9);
        d.key(Qt::Key_F9);
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Mute all"_s);
    }

    void showsTheBigQrInsteadOfTheQuestion()
    {
        Dashboard d;
        d.startLesson();
        QVERIFY(d.click(u"End lesson"_s));
        d.key(Qt::Key_F9);
        QVERIFY(d.shown<QrOverlay>());
        QVERIFY(!d.shown<EndLessonOverlay>());
        QVERIFY(d.sink.commands.empty());
    }

    void followsANewAddressInTheBigQr()
    {
        Dashboard d;
        d.openRoom();
        d.key(Qt::Key_F9);
        NetworkStatus moved = Classroom::network(true);
        moved.joinUrl = "http://10.0.0.7:4000/?c=LARK";
        d.window.setNetworkStatus(moved);
        QCOMPARE(d.shown<QrOverlay>()->findChild<QrView*>()->text(),
                 u"http://10.0.0.7:4000/?c=LARK"_s);
    }

    void showsNoQrWhileClosed()
    {
        Dashboard d;
        d.key(Qt::Key_F9);
        QVERIFY(!d.shown<QrOverlay>());
    }

    void repaintsAtMostThirtyTimesASecond()
    {
        Dashboard d;
        d.startLesson();
        QSignalSpy changed(&d.mirror, &RoomMirror::changed);
        PlayNote note;
        note.seat = SeatId{1};
        const Batch batch{EventEnvelope{1, d.clock.now(), {}, NotePlayed{note, d.clock.now()}}};
        QElapsedTimer since;
        int batches = 0;
        while (changed.size() < 7) {
            d.mirror.apply(batch);
            ++batches;
            QCoreApplication::processEvents();
            if (changed.size() == 1 && !since.isValid()) {
                since.start();
            }
        }
        // From the first change to the seventh there are six whole pauses.
        QVERIFY2(since.nsecsElapsed() >= 6 * std::chrono::nanoseconds{1s}.count() / 30,
                 qPrintable(QString::number(since.nsecsElapsed())));
        QVERIFY(batches > 7);
    }

    void showsWhatTheMirrorHadBeforeTheWindow()
    {
        Dashboard d;
        d.mirror.setClassPlan({ClassId{1}, "Late class", false, Classroom::plans(false)});
        QTRY_VERIFY(d.named<QAbstractButton>(u"Class: Late class"_s));
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
