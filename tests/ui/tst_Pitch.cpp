#include "tests/ui/Contrast.h"
#include "ui/models/Pitch.h"

#include <QTest>

#include <set>

using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

const Theme& light()
{
    return themeFor(Scheme::Light);
}

} // namespace

class tst_Pitch : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void givesEachNaturalItsColourAndShape_data()
    {
        QTest::addColumn<int>("midi");
        QTest::addColumn<QString>("letter");
        QTest::addColumn<QString>("fill");
        QTest::addColumn<PitchShape>("shape");
        QTest::newRow("C") << 60 << u"C"_s << u"#d63230"_s << PitchShape::Circle;
        QTest::newRow("D") << 62 << u"D"_s << u"#f28c1b"_s << PitchShape::Triangle;
        QTest::newRow("E") << 64 << u"E"_s << u"#f6cc2f"_s << PitchShape::Square;
        QTest::newRow("F") << 65 << u"F"_s << u"#a6d65a"_s << PitchShape::Diamond;
        QTest::newRow("G") << 67 << u"G"_s << u"#0f7f73"_s << PitchShape::Plus;
        QTest::newRow("A") << 69 << u"A"_s << u"#6a48bf"_s << PitchShape::Star;
        QTest::newRow("B") << 71 << u"B"_s << u"#f08cc0"_s << PitchShape::Heart;
        QTest::newRow("high C") << 72 << u"C"_s << u"#d63230"_s << PitchShape::Ring;
        QTest::newRow("bass C") << 48 << u"C"_s << u"#d63230"_s << PitchShape::Circle;
        QTest::newRow("lowest") << 0 << u"C"_s << u"#d63230"_s << PitchShape::Circle;
        QTest::newRow("highest") << 127 << u"G"_s << u"#0f7f73"_s << PitchShape::Plus;
    }

    void givesEachNaturalItsColourAndShape()
    {
        QFETCH(int, midi);
        QFETCH(QString, fill);
        const PitchLook look = pitchLook(midi, false, light());
        QTEST(look.letter, "letter");
        QCOMPARE(look.fill.name(), fill);
        QTEST(look.shape, "shape");
        QVERIFY(!look.sharp);
        QVERIFY(!look.unpitched);
    }

    void givesASharpItsNaturalsLook_data()
    {
        QTest::addColumn<int>("midi");
        QTest::addColumn<QString>("letter");
        QTest::newRow("C♯") << 61 << u"C♯"_s;
        QTest::newRow("D♯") << 63 << u"D♯"_s;
        QTest::newRow("F♯") << 66 << u"F♯"_s;
        QTest::newRow("G♯") << 68 << u"G♯"_s;
        QTest::newRow("A♯") << 70 << u"A♯"_s;
    }

    void givesASharpItsNaturalsLook()
    {
        QFETCH(int, midi);
        const PitchLook sharp = pitchLook(midi, false, light());
        const PitchLook natural = pitchLook(midi - 1, false, light());
        QTEST(sharp.letter, "letter");
        QVERIFY(sharp.sharp);
        QCOMPARE(sharp.fill, natural.fill);
        QCOMPARE(sharp.shape, natural.shape);
    }

    void canBeReadInBothSchemes()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            for (int midi = 60; midi <= 72; ++midi) {
                const PitchLook look = pitchLook(midi, false, themeFor(scheme));
                QVERIFY2(contrast(look.ink, look.fill) >= 4.5, qPrintable(look.letter));
            }
        }
    }

    void lightensAOnDarkPanels()
    {
        QCOMPARE(pitchLook(69, false, themeFor(Scheme::Dark)).fill.name(), u"#7e5fd6"_s);
        QCOMPARE(pitchLook(67, false, themeFor(Scheme::Dark)).fill.name(), u"#0f7f73"_s);
    }

    void drawsDrumsWithoutAHue()
    {
        std::set<PitchShape> shapes;
        for (const int midi : {36, 38, 70, 81}) {
            const PitchLook look = pitchLook(midi, true, light());
            QVERIFY(look.unpitched);
            QVERIFY(look.letter.isEmpty());
            QCOMPARE(look.fill, light().sunken);
            QCOMPARE(look.ink.name(), u"#4a4e58"_s);
            QVERIFY(shapes.insert(look.shape).second);
        }
        QCOMPARE(pitchLook(36, true, light()).shape, PitchShape::Drum);
        QCOMPARE(pitchLook(38, true, light()).shape, PitchShape::Snare);
        QCOMPARE(pitchLook(70, true, light()).shape, PitchShape::Shaker);
        QCOMPARE(pitchLook(81, true, light()).shape, PitchShape::DrumTriangle);
        QCOMPARE(pitchLook(36, true, themeFor(Scheme::Dark)).ink.name(), u"#b7bbc5"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Pitch)
#include "tst_Pitch.moc"
