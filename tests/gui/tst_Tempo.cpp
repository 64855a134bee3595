#include "tests/gui/Dashboard.h"
#include "ui/widgets/TempoBox.h"

#include <QSpinBox>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A lesson at 96 beats a minute.
struct TempoDashboard : Dashboard {
    TempoDashboard() { startLesson(); }

    QSpinBox* number() const { return named<QSpinBox>(u"Tempo in beats a minute"_s); }
    void type(const QString& text)
    {
        number()->setFocus();
        number()->selectAll();
        for (const QChar c : text) {
            QTest::keyClick(window.windowHandle(), c.toLatin1());
        }
    }
    /// Whole beats a minute of the only command since the last look; 0 if there is none.
    double taken()
    {
        const auto* change = sink.commands.size() == 1 ? sink.last<ChangeTempo>() : nullptr;
        const double bpm = change ? change->pulses.bpm() : 0.0;
        sink.commands.clear();
        return bpm;
    }
};

} // namespace

class tst_Tempo : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void showsTheRoomsTempo()
    {
        TempoDashboard d;
        QCOMPARE(d.number()->value(), 96);
        QVERIFY(d.says(u"BPM · Walking"_s));
        d.setTempo(Tempo{150'000});
        QCOMPARE(d.number()->value(), 150);
        QVERIFY(d.says(u"BPM · Fast"_s));
        QVERIFY(d.sink.commands.empty());
    }

    void takesATypedTempoOnEnter_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Enter") << int(Qt::Key_Enter);
    }

    void takesATypedTempoOnEnter()
    {
        QFETCH(int, key);
        TempoDashboard d;
        d.type(u"120"_s);
        QVERIFY(d.sink.commands.empty());
        d.key(Qt::Key(key));
        QCOMPARE(d.taken(), 120.0);
        QVERIFY(!d.number()->hasFocus());
        QCOMPARE(d.number()->value(), 120);
    }

    void takesATypedTempoWhenTheFieldIsLeft()
    {
        TempoDashboard d;
        d.type(u"72"_s);
        QVERIFY(d.sink.commands.empty());
        d.key(Qt::Key_Tab);
        QCOMPARE(d.taken(), 72.0);
    }

    void forgetsATypedTempoOnEscape()
    {
        TempoDashboard d;
        d.type(u"120"_s);
        d.key(Qt::Key_Escape);
        QVERIFY(d.sink.commands.empty());
        QCOMPARE(d.number()->value(), 96);
        QVERIFY(!d.number()->hasFocus());
    }

    void doesNotTakeATempoOutOfRange()
    {
        TempoDashboard d;
        d.type(u"7"_s);
        d.key(Qt::Key_Return);
        QVERIFY(d.sink.commands.empty());
        QCOMPARE(d.number()->value(), 96);
        QCOMPARE(d.number()->minimum(), 20);
        QCOMPARE(d.number()->maximum(), 300);
    }

    void leavesLettersToTheFieldWhileItHasFocus()
    {
        TempoDashboard d;
        d.type(u"1"_s);
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_B, Qt::Key_Period, Qt::Key_M, Qt::Key_T,
                                  Qt::Key_R, Qt::Key_N, Qt::Key_BracketLeft}) {
            d.key(key);
        }
        d.key(Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(d.sink.commands.empty());
        d.key(Qt::Key_F8);
        QVERIFY(d.sink.last<BeQuiet>());
    }

    void turnsWithTheWheelWhereverThePointerIs()
    {
        TempoDashboard d;
        d.turnWheel(d.number(), 120);
        QCOMPARE(d.taken(), 97.0);
        d.turnWheel(d.shown<TempoBox>(), -120);
        QCOMPARE(d.taken(), 96.0);
        d.turnWheel(d.named<QWidget>(u"One beat faster (])"_s), 120);
        QCOMPARE(d.taken(), 97.0);
    }

    void addsUpTheSmallTurnsOfATouchpad()
    {
        TempoDashboard d;
        auto* box = d.shown<TempoBox>();
        for (int i = 0; i < 7; ++i) {
            d.turnWheel(box, 15);
        }
        QVERIFY(d.sink.commands.empty());
        d.turnWheel(box, 15);
        QCOMPARE(d.taken(), 97.0);
        // Over the number and over the box it is one wheel.
        d.turnWheel(d.number(), -60);
        d.turnWheel(box, -60);
        QCOMPARE(d.taken(), 96.0);
    }

    void takesABigTurnAtOnce()
    {
        TempoDashboard d;
        d.turnWheel(d.shown<TempoBox>(), 360);
        QCOMPARE(d.taken(), 99.0);
    }

    void forgetsHalfATurnWhenTheWheelTurnsBack()
    {
        TempoDashboard d;
        d.turnWheel(d.shown<TempoBox>(), 100);
        d.turnWheel(d.shown<TempoBox>(), -100);
        d.turnWheel(d.shown<TempoBox>(), -20);
        QCOMPARE(d.taken(), 95.0);
    }

    void leavesTheKeyboardAloneWhenTheWheelTurns()
    {
        TempoDashboard d;
        d.turnWheel(d.number(), 120);
        QVERIFY(!d.number()->hasFocus());
        d.key(Qt::Key_Space);
        QVERIFY(d.sink.last<StartTransport>());
    }

    void stepsByButtons()
    {
        TempoDashboard d;
        QVERIFY(d.click(u"One beat faster (])"_s));
        QCOMPARE(d.taken(), 97.0);
        QVERIFY(d.click(u"One beat slower ([)"_s));
        QCOMPARE(d.taken(), 96.0);
    }

    void stepsByBrackets_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<double>("bpm");
        QTest::newRow("[") << int(Qt::Key_BracketLeft) << false << 95.0;
        QTest::newRow("]") << int(Qt::Key_BracketRight) << false << 97.0;
        QTest::newRow("Shift [") << int(Qt::Key_BracketLeft) << true << 91.0;
        QTest::newRow("Shift ]") << int(Qt::Key_BracketRight) << true << 101.0;
        QTest::newRow("Shift { as keyboards send it") << int(Qt::Key_BraceLeft) << true << 91.0;
        QTest::newRow("Shift } as keyboards send it") << int(Qt::Key_BraceRight) << true << 101.0;
    }

    void stepsByBrackets()
    {
        QFETCH(int, key);
        QFETCH(bool, shift);
        TempoDashboard d;
        d.key(Qt::Key(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
        QTEST(d.taken(), "bpm");
    }

    void tapsByButton()
    {
        TempoDashboard d;
        QVERIFY(d.click(u"Tap the tempo"_s));
        QVERIFY(d.sink.commands.empty());
        d.clock.advance(500ms);
        QVERIFY(d.click(u"Tap the tempo"_s));
        QCOMPARE(d.taken(), 120.0);
    }

    void tapsByKey()
    {
        TempoDashboard d;
        d.key(Qt::Key_T);
        d.clock.advance(750ms);
        d.key(Qt::Key_T);
        QCOMPARE(d.taken(), 80.0);
    }

    void staysWithinTheLimits()
    {
        TempoDashboard d;
        d.setTempo(kMaxTempo);
        d.key(Qt::Key_BracketRight);
        QVERIFY(d.sink.commands.empty());
        d.key(Qt::Key_BracketLeft);
        QCOMPARE(d.taken(), 299.0);
    }

    void showsItsOwnWishUntilTheRoomHasAnswered()
    {
        TempoDashboard d;
        QVERIFY(d.click(u"One beat faster (])"_s));
        d.later(100ms);
        QCOMPARE(d.number()->value(), 97);
        QVERIFY(d.says(u"BPM · Walking"_s));
        d.later(300ms);
        QCOMPARE(d.number()->value(), 96);
    }
};

QTEST_MAIN(tst_Tempo)
#include "tst_Tempo.moc"
