#include "tests/gui/Dashboard.h"
#include "tests/gui/Menus.h"
#include "ui/widgets/SoundOverlay.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSlider>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

const QString kOutput = u"Metronome output"_s;
const QString kClick = u"Metronome click"_s;
const QString kKeyboard = u"Your keyboard"_s;
const QString kClass = u"The laptop plays the class"_s;

using Kind = SoundDevice::Kind;

/// Speakers, the built-in sounds, a piano to play on and to play with.
SoundStatus everything()
{
    SoundStatus status;
    status.outputs.push_back({"synth", {}, Kind::Synth});
    status.outputs.push_back({"piano", "Digital Piano", Kind::MidiPort});
    status.inputs = {{"keys", "Digital Piano", Kind::Keyboard}, {"pad", "Pad", Kind::Keyboard}};
    status.speakers = true;
    return status;
}

QStringList itemsOf(const QComboBox* choice)
{
    QStringList items;
    for (int i = 0; i < choice->count(); ++i) {
        items += choice->itemText(i);
    }
    return items;
}

void openCard(Dashboard& d, const SoundStatus& status)
{
    d.window.setSoundStatus(status);
    d.click(u"Menu"_s);
    chooseItem(u"Sound…"_s);
}

void press(Dashboard& d, QWidget* widget, Qt::Key key)
{
    widget->setFocus();
    d.key(key);
}

} // namespace

class tst_Sound : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void choosesWhatTheClickPlaysOn()
    {
        Dashboard d;
        d.startLesson();
        d.window.setSoundStatus(everything());
        auto* outputs = d.named<QComboBox>(kOutput);
        QCOMPARE(itemsOf(outputs), (QStringList{u"Laptop click"_s, u"Laptop wood block"_s,
                                                u"MIDI: Digital Piano"_s}));
        QSignalSpy chosen(&d.window, &MainWindow::outputChosen);
        press(d, outputs, Qt::Key_End);
        QCOMPARE(chosen.last().at(0).toString(), u"piano"_s);
    }

    void saysThatTheChosenOutputIsAway()
    {
        Dashboard d;
        d.startLesson();
        SoundStatus status = everything();
        status.outputs.pop_back();
        status.chosenOutput = "piano";
        d.window.setSoundStatus(status);
        const auto* outputs = d.named<QComboBox>(kOutput);
        QCOMPARE(outputs->currentText(), u"Not plugged in"_s);
        QCOMPARE(outputs->currentData().toString(), u"piano"_s);
        QVERIFY(d.says(u"Ready"_s));
        d.window.setSoundStatus(everything());
        QCOMPARE(outputs->currentText(), u"Laptop click"_s);
        QCOMPARE(outputs->count(), 3);
    }

    void turnsTheClickOffAndOn()
    {
        Dashboard d;
        d.startLesson();
        d.window.setSoundStatus(everything());
        QSignalSpy enabled(&d.window, &MainWindow::clickEnabledChanged);
        QVERIFY(d.click(kClick));
        QCOMPARE(enabled.takeFirst().at(0).toBool(), false);
        QVERIFY(d.says(u"Off"_s));
        QVERIFY(!d.named<QWidget>(u"Volume of the click"_s)->isEnabled());
        QVERIFY(d.click(kClick));
        QCOMPARE(enabled.takeFirst().at(0).toBool(), true);
        QVERIFY(d.says(u"Ready"_s));
    }

    void setsTheVolumeOfTheClick()
    {
        Dashboard d;
        d.startLesson();
        d.window.setSoundStatus(everything());
        QSignalSpy volume(&d.window, &MainWindow::clickVolumeChanged);
        auto* slider = d.named<QSlider>(u"Volume of the click"_s);
        press(d, slider, Qt::Key_End);
        QCOMPARE(volume.last().at(0).toDouble(), 1.0);
        press(d, slider, Qt::Key_Home);
        QCOMPARE(volume.last().at(0).toDouble(), 0.0);
    }

    void hasNoClickWithoutSpeakersUnlessByMidi()
    {
        Dashboard d;
        d.startLesson();
        SoundStatus status = everything();
        status.speakers = false;
        d.window.setSoundStatus(status);
        QVERIFY(d.says(u"No output"_s));
        QVERIFY(!d.named<QWidget>(u"Volume of the click"_s)->isEnabled());
        status.output = status.chosenOutput = "piano";
        d.window.setSoundStatus(status);
        QVERIFY(d.says(u"Ready"_s));
        QVERIFY(d.named<QWidget>(u"Volume of the click"_s)->isEnabled());
    }

    void testsTheSoundFromTheLobby()
    {
        Dashboard d;
        d.window.setSoundStatus({});
        QVERIFY(!d.click(u"Test"_s));
        QVERIFY(d.says(u"No sound output"_s));
        d.window.setSoundStatus(everything());
        QVERIFY(d.says(u"Laptop speakers: click"_s));
        QSignalSpy tested(&d.window, &MainWindow::soundTestRequested);
        QVERIFY(d.click(u"Test"_s));
        QCOMPARE(tested.size(), 1);
    }

    void opensTheCardFromTheMenuAndClosesIt()
    {
        Dashboard d;
        openCard(d, everything());
        QVERIFY(d.shown<SoundOverlay>());
        d.key(Qt::Key_Escape);
        QVERIFY(!d.shown<SoundOverlay>());
        openCard(d, everything());
        QVERIFY(d.click(u"Close"_s));
        QVERIFY(!d.shown<SoundOverlay>());
    }

    void choosesOutputAndKeyboardInTheCard()
    {
        Dashboard d;
        openCard(d, everything());
        QSignalSpy output(&d.window, &MainWindow::outputChosen);
        QSignalSpy keyboard(&d.window, &MainWindow::keyboardChosen);
        press(d, d.named<QComboBox>(kOutput), Qt::Key_Down);
        QCOMPARE(output.last().at(0).toString(), u"synth"_s);
        auto* keyboards = d.named<QComboBox>(kKeyboard);
        QCOMPARE(itemsOf(keyboards),
                 (QStringList{u"None"_s, u"MIDI: Digital Piano"_s, u"MIDI: Pad"_s}));
        press(d, keyboards, Qt::Key_Down);
        QCOMPARE(keyboard.last().at(0).toString(), u"keys"_s);
        press(d, keyboards, Qt::Key_Home);
        QCOMPARE(keyboard.last().at(0).toString(), QString());
    }

    void showsTheKeyboardThatPlays()
    {
        Dashboard d;
        SoundStatus status = everything();
        status.input = "pad";
        openCard(d, status);
        QCOMPARE(d.named<QComboBox>(kKeyboard)->currentText(), u"MIDI: Pad"_s);
    }

    void saysInTheCardThatTheChosenOutputIsAway()
    {
        Dashboard d;
        SoundStatus status = everything();
        status.chosenOutput = "gone";
        openCard(d, status);
        QCOMPARE(d.named<QComboBox>(kOutput)->currentText(), u"Not plugged in"_s);
    }

    void playsTheClassAtTheLevelOfEachRole()
    {
        Dashboard d;
        openCard(d, everything());
        QSignalSpy plays(&d.window, &MainWindow::playsClassChanged);
        QVERIFY(!d.named<QWidget>(u"Level of Bass"_s)->isEnabled());
        QVERIFY(d.click(kClass));
        QCOMPARE(plays.last().at(0).toBool(), true);
        SoundStatus status = everything();
        status.playsClass = true;
        d.window.setSoundStatus(status);
        QCOMPARE(plays.size(), 1);
        QSignalSpy level(&d.window, &MainWindow::roleLevelChanged);
        for (const QString& role : {u"Melody"_s, u"Harmony"_s, u"Bass"_s, u"Rhythm"_s}) {
            QVERIFY2(d.named<QSlider>(u"Level of "_s + role)->isEnabled(), qPrintable(role));
        }
        press(d, d.named<QSlider>(u"Level of Bass"_s), Qt::Key_End);
        QCOMPARE(level.last().at(0).value<Role>(), Role::Bass);
        QCOMPARE(level.last().at(1).toDouble(), 1.0);
    }

    void saysWhyTheClassCannotBeHeardHere()
    {
        Dashboard d;
        SoundStatus status = everything();
        status.speakers = false;
        openCard(d, status);
        QVERIFY(!d.named<QCheckBox>(kClass)->isEnabled());
        QVERIFY(d.says(u"This laptop has no sound output at the moment."_s));
        d.window.setSoundStatus({});
        QVERIFY(d.says(u"The built-in sounds are not installed."_s));
        QVERIFY(!d.named<QComboBox>(kKeyboard)->isEnabled());
        QCOMPARE(d.named<QComboBox>(kKeyboard)->currentText(), u"No MIDI device found"_s);
    }

    void testsTheSoundFromTheCard()
    {
        Dashboard d;
        openCard(d, everything());
        QSignalSpy tested(&d.window, &MainWindow::soundTestRequested);
        auto* card = d.shown<SoundOverlay>();
        QAbstractButton* test = nullptr;
        for (auto* button : card->findChildren<QAbstractButton*>()) {
            test = button->accessibleName() == u"Test"_s ? button : test;
        }
        QVERIFY(test && test->isEnabled());
        QTest::mouseClick(test, Qt::LeftButton);
        QCOMPARE(tested.size(), 1);
        d.window.setSoundStatus({});
        QVERIFY(!test->isEnabled());
    }
};

QTEST_MAIN(tst_Sound)
#include "tst_Sound.moc"
