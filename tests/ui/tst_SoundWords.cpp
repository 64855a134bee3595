#include "ui/models/SoundWords.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace Qt::StringLiterals;

class tst_SoundWords : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void saysWhatADeviceIs_data()
    {
        QTest::addColumn<SoundDevice>("device");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("shortWord");
        using Kind = SoundDevice::Kind;
        QTest::newRow("click") << SoundDevice{"click", {}, Kind::Click}
                               << u"Laptop speakers: click"_s << u"Laptop click"_s;
        QTest::newRow("synth") << SoundDevice{"synth", {}, Kind::Synth}
                               << u"Laptop speakers: wood block"_s << u"Laptop wood block"_s;
        QTest::newRow("port") << SoundDevice{"p", "Digital Piano", Kind::MidiPort}
                              << u"MIDI: Digital Piano"_s << u"MIDI: Digital Piano"_s;
        QTest::newRow("keyboard") << SoundDevice{"k", "Tasten ÄÖ", Kind::Keyboard}
                                  << u"MIDI: Tasten ÄÖ"_s << u"MIDI: Tasten ÄÖ"_s;
    }
    void saysWhatADeviceIs()
    {
        QFETCH(SoundDevice, device);
        QTEST(soundWord(device), "word");
        QTEST(shortSoundWord(device), "shortWord");
    }
};

QTEST_GUILESS_MAIN(tst_SoundWords)
#include "tst_SoundWords.moc"
