#include "tests/gui/Dashboard.h"
#include "ui/widgets/QuietButton.h"
#include "ui/widgets/SeatGrid.h"

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QToolButton>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// 0 is the button itself.
void eachWay()
{
    QTest::addColumn<int>("key");
    QTest::newRow("button") << 0;
    QTest::newRow("F8") << int(Qt::Key_F8);
    QTest::newRow("B") << int(Qt::Key_B);
    QTest::newRow("clicker .") << int(Qt::Key_Period);
}

void press(Dashboard& d, int key)
{
    if (key == 0) {
        QTest::mousePress(d.shown<QuietButton>(), Qt::LeftButton);
        QTest::mouseRelease(d.shown<QuietButton>(), Qt::LeftButton);
    } else {
        d.key(Qt::Key(key));
    }
}

void openPopup(Dashboard& d, const QString& popup)
{
    if (popup == u"role menu"_s) {
        auto* grid = d.named<SeatGrid>(u"Students"_s);
        grid->setCurrentIndex(grid->model()->index(0, 0));
        d.key(Qt::Key_R);
    } else if (popup == u"list"_s) {
        d.named<QComboBox>(u"Beats in a bar"_s)->showPopup();
    } else {
        d.click(u"Menu"_s);
    }
}

} // namespace

class tst_Quiet : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void silencesAtOnce_data() { eachWay(); }
    void silencesAtOnce()
    {
        QFETCH(int, key);
        Dashboard d;
        d.startLesson();
        press(d, key);
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QVERIFY(d.sink.last<BeQuiet>());
    }

    void ignoresASecondPressWithinASecondAndAHalf_data() { eachWay(); }
    void ignoresASecondPressWithinASecondAndAHalf()
    {
        QFETCH(int, key);
        Dashboard d;
        d.startLesson();
        d.record(QuietStarted{d.clock.now()});
        d.clock.advance(1499ms);
        press(d, key);
        QVERIFY(d.sink.commands.empty());
    }

    void letsThemPlayAfterThat_data() { eachWay(); }
    void letsThemPlayAfterThat()
    {
        QFETCH(int, key);
        Dashboard d;
        d.startLesson();
        d.record(QuietStarted{d.clock.now()});
        d.clock.advance(1500ms);
        press(d, key);
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QVERIFY(d.sink.last<ReleaseQuiet>());
    }

    void actsOnPressNotOnRelease()
    {
        Dashboard d;
        d.startLesson();
        QTest::mousePress(d.shown<QuietButton>(), Qt::LeftButton);
        QVERIFY(d.sink.last<BeQuiet>());
        QTest::mouseRelease(d.shown<QuietButton>(), Qt::LeftButton);
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
    }

    void saysWhatAPressWillDo()
    {
        Dashboard d;
        d.startLesson();
        auto* button = d.shown<QuietButton>();
        QCOMPARE(button->accessibleName(), u"Everyone quiet"_s);
        d.record(QuietStarted{d.clock.now()});
        QCOMPARE(button->accessibleName(), u"Let them play"_s);
        d.later(12s);
        QCOMPARE(button->subtitle(), u"Quiet for 0:12 · F8"_s);
        d.record(QuietReleased{d.clock.now() + 2s});
        QCOMPARE(button->accessibleName(), u"Back in 1 bar"_s);
        d.clock.advance(2s);
        d.record(QuietEnded{});
        QCOMPARE(button->accessibleName(), u"Everyone quiet"_s);
    }

    void silencesAgainWhileTheWayBackIsCountedIn()
    {
        Dashboard d;
        d.startLesson();
        d.record(QuietStarted{d.clock.now()});
        d.clock.advance(5s);
        d.record(QuietReleased{d.clock.now() + 2s});
        d.key(Qt::Key_F8);
        QVERIFY(d.sink.last<BeQuiet>());
    }

    void closesAnOpenListAndSilences_data()
    {
        QTest::addColumn<QString>("popup");
        QTest::addColumn<int>("key");
        for (const QString& popup : {u"role menu"_s, u"list"_s, u"menu"_s}) {
            for (const Qt::Key key : {Qt::Key_F8, Qt::Key_B, Qt::Key_Period}) {
                const QString name = u"%1, key %2"_s.arg(popup).arg(key, 0, 16);
                QTest::newRow(qPrintable(name)) << popup << int(key);
            }
        }
    }
    void closesAnOpenListAndSilences()
    {
        QFETCH(QString, popup);
        QFETCH(int, key);
        Dashboard d;
        d.startLesson();
        openPopup(d, popup);
        QVERIFY(QApplication::activePopupWidget());
        // While a popup is open the platform hands keys to it.
        QTest::keyClick(QApplication::activePopupWidget()->windowHandle(), Qt::Key(key));
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QVERIFY(d.sink.last<BeQuiet>());
    }

    void silencesOnceWhileTheKeyIsHeldOverAMenu()
    {
        Dashboard d;
        d.startLesson();
        openPopup(d, u"menu"_s);
        QWidget* menu = QApplication::activePopupWidget();
        QTest::sendKeyEvent(QTest::Press, menu, Qt::Key_F8, QString(), {});
        QKeyEvent held(QEvent::KeyPress, Qt::Key_F8, {}, QString(), true);
        QApplication::sendEvent(&d.window, &held);
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
    }

    void leavesOtherKeysToAnOpenMenu()
    {
        Dashboard d;
        d.startLesson();
        openPopup(d, u"menu"_s);
        QTest::keyClick(QApplication::activePopupWidget()->windowHandle(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget()->windowHandle(), Qt::Key_B,
                        Qt::ControlModifier);
        QVERIFY(QApplication::activePopupWidget());
        QVERIFY(d.sink.commands.empty());
        QApplication::activePopupWidget()->close();
    }

    void worksInTheLobbyOfALesson()
    {
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!d.shown<QuietButton>());
        d.key(Qt::Key_F8);
        QVERIFY(d.sink.last<BeQuiet>());
    }

    void worksOverAQuestionAndTheBigQr()
    {
        Dashboard d;
        d.startLesson();
        QVERIFY(d.click(u"End lesson"_s));
        d.key(Qt::Key_F8);
        QVERIFY(d.sink.last<BeQuiet>());
        d.key(Qt::Key_Escape);
        d.key(Qt::Key_F9);
        d.key(Qt::Key_B);
        QCOMPARE(d.sink.commands.size(), std::size_t{2});
        QVERIFY(d.sink.last<BeQuiet>());
    }

    void listensInTheGridAndInTheHead()
    {
        Dashboard d;
        d.startLesson();
        d.room.join(3, d.clock.now());
        QVERIFY(d.says(u"1 here"_s));
        d.record(QuietStarted{d.clock.now()});
        QVERIFY(d.says(u"1 here · all quiet"_s));
    }
};

QTEST_MAIN(tst_Quiet)
#include "tst_Quiet.moc"
