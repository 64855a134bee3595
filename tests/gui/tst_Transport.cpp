#include "tests/gui/Dashboard.h"
#include "ui/widgets/TransportBar.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QSlider>
#include <QStyleOptionComboBox>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString kMeter = u"Beats in a bar"_s;
const QString kCountIn = u"Count-in"_s;

/// Picks a row as a hand on the keyboard does.
void choose(Dashboard& d, QComboBox* combo, int row)
{
    combo->setFocus();
    d.key(Qt::Key_Home);
    for (int i = 0; i < row; ++i) {
        d.key(Qt::Key_Down);
    }
}

} // namespace

class tst_Transport : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void waitsForTheLesson()
    {
        Dashboard d;
        d.openRoom();
        QVERIFY(!d.shown<TransportBar>());
        d.key(Qt::Key_Space);
        d.key(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!d.shown<TransportBar>());
        QVERIFY(d.sink.commands.empty());
        d.room.start(d.clock.now());
        QVERIFY(d.shown<TransportBar>());
    }

    void startsByButtonAndStopsByButton()
    {
        Dashboard d;
        d.startLesson();
        QVERIFY(d.click(u"Start the music"_s));
        QVERIFY(d.sink.last<StartTransport>());
        d.play(Meter{4, 4});
        QVERIFY(!d.named<QWidget>(u"Start the music"_s));
        QVERIFY(d.click(u"Stop the music"_s));
        QVERIFY(d.sink.last<StopTransport>());
        QCOMPARE(d.sink.commands.size(), std::size_t{2});
    }

    void startsAndStopsBySpace()
    {
        Dashboard d;
        d.startLesson();
        d.key(Qt::Key_Space);
        QVERIFY(d.sink.last<StartTransport>());
        d.play(Meter{4, 4});
        d.key(Qt::Key_Space);
        QVERIFY(d.sink.last<StopTransport>());
        QCOMPARE(d.sink.commands.size(), std::size_t{2});
    }

    void leavesSpaceToAFocusedButton()
    {
        Dashboard d;
        d.startLesson();
        d.named<QWidget>(u"Mute all"_s)->setFocus();
        d.key(Qt::Key_Space);
        QVERIFY(d.sink.last<MuteAll>());
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
    }

    void startsOnceBySpaceOnItsOwnButton()
    {
        Dashboard d;
        d.startLesson();
        d.named<QWidget>(u"Start the music"_s)->setFocus();
        d.key(Qt::Key_Space);
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
        QVERIFY(d.sink.last<StartTransport>());
    }

    void changesTheMeter_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("2/4") << 0 << u"2/4"_s << 2 << 4;
        QTest::newRow("3/4") << 1 << u"3/4"_s << 3 << 4;
        QTest::newRow("4/4") << 2 << u"4/4"_s << 4 << 4;
        QTest::newRow("6/8") << 3 << u"6/8"_s << 6 << 8;
    }

    void changesTheMeter()
    {
        QFETCH(int, row);
        QFETCH(int, num);
        QFETCH(int, den);
        Dashboard d;
        d.startLesson();
        auto* meter = d.named<QComboBox>(kMeter);
        QCOMPARE(meter->count(), 4);
        QTEST(meter->itemText(row), "text");
        choose(d, meter, row);
        QVERIFY(d.sink.last<ChangeMeter>());
        QCOMPARE(d.sink.last<ChangeMeter>()->meter, (Meter{num, den}));
    }

    void showsTheMeterOfTheRoom()
    {
        Dashboard d;
        d.startLesson();
        QCOMPARE(d.named<QComboBox>(kMeter)->currentText(), u"4/4"_s);
        d.play(Meter{6, 8});
        QCOMPARE(d.named<QComboBox>(kMeter)->currentText(), u"6/8"_s);
        QVERIFY(d.sink.commands.empty());
    }

    void changesTheCountIn_data()
    {
        QTest::addColumn<int>("bars");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << u"None"_s;
        QTest::newRow("one") << 1 << u"1 bar"_s;
        QTest::newRow("two") << 2 << u"2 bars"_s;
    }

    void changesTheCountIn()
    {
        QFETCH(int, bars);
        Dashboard d;
        d.startLesson();
        auto* countIn = d.named<QComboBox>(kCountIn);
        QTEST(countIn->itemText(bars), "text");
        QCOMPARE(countIn->currentIndex(), 1);
        choose(d, countIn, bars);
        QVERIFY(d.sink.last<ChangeCountIn>());
        QCOMPARE(d.sink.last<ChangeCountIn>()->bars, bars);
        d.record(CountInChanged{bars});
        QCOMPARE(countIn->currentIndex(), bars);
    }

    void leavesChoicesAloneWhenTheWheelPassesOverThem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("meter") << kMeter;
        QTest::newRow("count-in") << kCountIn;
    }
    void leavesChoicesAloneWhenTheWheelPassesOverThem()
    {
        QFETCH(QString, name);
        Dashboard d;
        d.startLesson();
        auto* choice = d.named<QComboBox>(name);
        const int before = choice->currentIndex();
        d.turnWheel(choice, -120);
        QCOMPARE(choice->currentIndex(), before);
        QVERIFY(!choice->hasFocus());
        QVERIFY(d.sink.commands.empty());
    }

    void writesItsChoicesInFull_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("smallest window") << 1024;
        QTest::newRow("usual window") << 1440;
    }
    void writesItsChoicesInFull()
    {
        QFETCH(int, width);
        Dashboard d;
        d.startLesson();
        d.window.resize(width, 640);
        d.settle();
        for (const QString& name : {kMeter, kCountIn}) {
            const auto* choice = d.named<QComboBox>(name);
            QStyleOptionComboBox option;
            option.initFrom(choice);
            const int room = choice->style()
                                 ->subControlRect(QStyle::CC_ComboBox, &option,
                                                  QStyle::SC_ComboBoxEditField, choice)
                                 .width() -
                             2;
            for (int i = 0; i < choice->count(); ++i) {
                const QString text = choice->itemText(i);
                QVERIFY2(choice->fontMetrics().horizontalAdvance(text) <= room, qPrintable(text));
            }
        }
    }

    void takesAWaitingStartBack_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("Space") << true;
    }
    void takesAWaitingStartBack()
    {
        QFETCH(bool, byKey);
        Dashboard d;
        d.startLesson();
        d.play(Meter{4, 4});
        d.record(TimelineChanged{
            d.mirror.state().timeline.stoppedAt(d.clock.now() + 300ms), std::nullopt, {}});
        QVERIFY(d.named<QWidget>(u"Start the music"_s));
        d.record(ChangesDeferred{{std::nullopt, true}});
        QVERIFY(d.named<QWidget>(u"Stop the music"_s));
        if (byKey) {
            d.key(Qt::Key_Space);
        } else {
            QVERIFY(d.click(u"Stop the music"_s));
        }
        QVERIFY(d.sink.last<StopTransport>());
        d.record(ChangesDeferred{});
        QVERIFY(d.named<QWidget>(u"Start the music"_s));
    }

    void turnsTheClickOffAndOn()
    {
        Dashboard d;
        d.startLesson();
        QSignalSpy enabled(&d.window, &MainWindow::clickEnabledChanged);
        QVERIFY(d.says(u"Ready"_s));
        QVERIFY(d.click(u"Metronome click"_s));
        QCOMPARE(enabled.takeFirst().at(0).toBool(), false);
        QVERIFY(d.says(u"Off"_s));
        QVERIFY(!d.shown<QSlider>()->isEnabled());
        QVERIFY(d.click(u"Metronome click"_s));
        QCOMPARE(enabled.takeFirst().at(0).toBool(), true);
        QVERIFY(d.says(u"Ready"_s));
    }

    void passesOnTheVolumeOfTheClick()
    {
        Dashboard d;
        d.startLesson();
        QSignalSpy volume(&d.window, &MainWindow::clickVolumeChanged);
        auto* slider = d.named<QSlider>(u"Volume of the click"_s);
        slider->setFocus();
        d.key(Qt::Key_End);
        QCOMPARE(volume.last().at(0).toDouble(), 1.0);
        d.key(Qt::Key_Home);
        QCOMPARE(volume.last().at(0).toDouble(), 0.0);
    }

    void saysHowTheClickStands()
    {
        Dashboard d;
        d.startLesson();
        d.play(Meter{4, 4});
        QVERIFY(d.says(u"Playing"_s));
        d.record(QuietStarted{d.clock.now()});
        QVERIFY(d.says(u"Silent"_s));
    }
};

QTEST_MAIN(tst_Transport)
#include "tst_Transport.moc"
