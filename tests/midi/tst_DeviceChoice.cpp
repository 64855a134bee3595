#include "midi/DeviceChoice.h"

#include <QTest>

using namespace tutti;
using namespace tutti::midi;

namespace {

const std::vector<SoundDevice> kNone;
const std::vector<SoundDevice> kPiano{{"alsa:Piano", "Piano", SoundDevice::Kind::MidiPort}};

} // namespace

class tst_DeviceChoice : public QObject {
    Q_OBJECT

private slots:
    void opensWhatIsHereWithoutAWord()
    {
        DeviceChoice choice;
        QVERIFY(!choice.mustOpen(kPiano));
        choice.choose("alsa:Piano");
        QVERIFY(choice.mustOpen(kPiano));
        QVERIFY(!choice.opened(true));
        QCOMPARE(choice.openId(), std::string{"alsa:Piano"});
        QVERIFY(!choice.mustClose(kPiano, false));
        QVERIFY(!choice.mustOpen(kPiano));
    }

    void tellsThatItIsLostAndBack()
    {
        DeviceChoice choice;
        choice.choose("alsa:Piano");
        QVERIFY(choice.mustOpen(kPiano));
        choice.opened(true);
        QVERIFY(choice.mustClose(kNone, false));
        QCOMPARE(choice.closed(), std::optional{DeviceChange::Lost});
        QCOMPARE(choice.label(), std::string{"Piano"});
        QCOMPARE(choice.openId(), std::string{});
        QVERIFY(!choice.mustOpen(kNone));
        QVERIFY(choice.mustOpen(kPiano));
        QVERIFY(!choice.opened(true));
        QCOMPARE(choice.survived(), std::optional{DeviceChange::Back});
        QVERIFY(!choice.survived());
    }

    void closesABrokenDeviceThatIsStillListed()
    {
        DeviceChoice choice;
        choice.choose("alsa:Piano");
        QVERIFY(!choice.mustClose(kPiano, true));
        QVERIFY(choice.mustOpen(kPiano));
        choice.opened(true);
        QVERIFY(choice.mustClose(kPiano, true));
    }

    void takesARememberedDeviceWhenItComes()
    {
        DeviceChoice choice;
        choice.choose("alsa:Piano");
        QVERIFY(!choice.mustOpen(kNone));
        QVERIFY(choice.mustOpen(kPiano));
        QVERIFY(!choice.opened(true));
        QCOMPARE(choice.survived(), std::optional{DeviceChange::Back});
    }

    void tellsARefusalOnceAndTriesOn()
    {
        DeviceChoice choice;
        choice.choose("alsa:Piano");
        QVERIFY(choice.mustOpen(kPiano));
        QCOMPARE(choice.opened(false), std::optional{DeviceChange::Refused});
        QVERIFY(choice.mustOpen(kPiano));
        QVERIFY(!choice.opened(false));
        QVERIFY(choice.mustOpen(kPiano));
        QVERIFY(!choice.opened(true));
        QCOMPARE(choice.survived(), std::optional{DeviceChange::Back});
    }

    void restsAfterThreeLossesAndTellsOnlyTheFirst()
    {
        DeviceChoice choice;
        choice.choose("alsa:Piano");
        std::vector<std::optional<DeviceChange>> told;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(choice.mustOpen(kPiano));
            QVERIFY(!choice.opened(true));
            QVERIFY(choice.mustClose(kPiano, true));
            told.push_back(choice.closed());
        }
        QCOMPARE(told, (std::vector<std::optional<DeviceChange>>{DeviceChange::Lost, {}, {}}));
        QCOMPARE(looksUntilOpen(choice), 30);
        choice.opened(true);
        QVERIFY(!choice.closed());
        QCOMPARE(looksUntilOpen(choice), 30);
        choice.opened(true);
        QCOMPARE(choice.survived(), std::optional{DeviceChange::Back});
        QCOMPARE(choice.closed(), std::optional{DeviceChange::Lost});
        QCOMPARE(looksUntilOpen(choice), 0);
    }

    void triesADeviceAtOnceThatWasPluggedInAgain()
    {
        DeviceChoice choice;
        choice.choose("alsa:Piano");
        for (int i = 0; i < 3; ++i) {
            QVERIFY(choice.mustOpen(kPiano));
            choice.opened(true);
            choice.closed();
        }
        QVERIFY(!choice.mustOpen(kPiano));
        QVERIFY(!choice.mustOpen(kNone));
        QVERIFY(choice.mustOpen(kPiano));
    }

    void forgetsTheOldDeviceWithTheNext()
    {
        DeviceChoice choice;
        choice.choose("alsa:Piano");
        QVERIFY(choice.mustOpen(kPiano));
        choice.opened(true);
        choice.choose({});
        QCOMPARE(choice.openId(), std::string{});
        QVERIFY(!choice.mustOpen(kPiano));
    }

private:
    static int looksUntilOpen(DeviceChoice& choice)
    {
        int looks = 0;
        while (looks < 100 && !choice.mustOpen(kPiano)) {
            ++looks;
        }
        return looks;
    }
};

QTEST_APPLESS_MAIN(tst_DeviceChoice)
#include "tst_DeviceChoice.moc"
