#include "tests/gui/Dashboard.h"
#include "ui/widgets/QuietButton.h"

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
        QVERIFY(d.says(u"1 here · 0 muted"_s));
        d.record(QuietStarted{d.clock.now()});
        QVERIFY(d.says(u"1 here · all quiet"_s));
    }
};

QTEST_MAIN(tst_Quiet)
#include "tst_Quiet.moc"
