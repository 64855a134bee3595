#include "midi/BluetoothName.h"
#include "midi/PortName.h"

#include <QTest>

using namespace tutti::midi;

class tst_DeviceNames : public QObject {
    Q_OBJECT

private slots:
    void knowsBluetoothByItsNames_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isBluetooth");
        QTest::newRow("PulseAudio") << "bluez_sink.00_1B_66.a2dp_sink"
                                    << "Room speaker" << true;
        QTest::newRow("PipeWire") << "bluez_output.00_1B_66.1"
                                  << "JBL Go" << true;
        QTest::newRow("Windows") << "{2}.\\\\?\\bthenum#{0000110b}"
                                 << "Headset" << true;
        QTest::newRow("by name") << "42"
                                 << "Bluetooth Speaker" << true;
        QTest::newRow("AirPods") << "AB-CD:output"
                                 << "Ms. Lee's AirPods" << true;
        QTest::newRow("built-in") << "alsa_output.pci-0000_00_1f.3.analog-stereo"
                                  << "Built-in Audio Analog Stereo" << false;
        QTest::newRow("HDMI") << "alsa_output.hdmi"
                              << "Projector Blue Room" << false;
        QTest::newRow("none") << ""
                              << "" << false;
    }
    void knowsBluetoothByItsNames()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, name);
        QFETCH(const bool, isBluetooth);
        QCOMPARE(looksBluetooth(id, name), isBluetooth);
    }

    void dropsTheNumbersThatChange_data()
    {
        QTest::addColumn<int>("naming");
        QTest::addColumn<std::string>("port");
        QTest::addColumn<std::string>("steady");
        const auto row = [](const char* tag, MidiNaming naming, const char* port,
                            const char* steady) {
            QTest::newRow(tag) << static_cast<int>(naming) << std::string{port}
                               << std::string{steady};
        };
        row("ALSA", MidiNaming::Alsa, "Keystation 49:Keystation 49 MIDI 1 20:0",
            "Keystation 49:Keystation 49 MIDI 1");
        row("JACK", MidiNaming::Jack, "a2j:Piano 3", "a2j:Piano 3");
        row("Windows", MidiNaming::WindowsMM, "USB MIDI 2", "USB MIDI");
        row("Mac", MidiNaming::CoreMidi, "IAC Bus 1", "IAC Bus 1");
        row("one word", MidiNaming::Alsa, "Piano", "Piano");
        row("blank at the end", MidiNaming::Alsa, "Piano ", "Piano ");
    }
    void dropsTheNumbersThatChange()
    {
        QFETCH(const int, naming);
        QFETCH(const std::string, port);
        QFETCH(const std::string, steady);
        QCOMPARE(steadyName(static_cast<MidiNaming>(naming), port), steady);
    }

    void givesTwinsIdsOfTheirOwn()
    {
        const std::vector<std::string> expected{"alsa:Piano", "alsa:Organ", "alsa:Piano#2"};
        QCOMPARE(portIds(MidiNaming::Alsa, {"Piano", "Organ", "Piano"}), expected);
    }

    void noticesWhatWasOutAndInAgain()
    {
        using Names = std::vector<std::string>;
        const Names ids{"alsa:Piano", "alsa:Organ"};
        Replugged ports;
        QCOMPARE(ports.look(MidiNaming::Alsa, ids, {"Piano 24:0", "Organ 28:0"}), Names{});
        QCOMPARE(ports.look(MidiNaming::Alsa, ids, {"Piano 32:0", "Organ 28:0"}),
                 Names{"alsa:Piano"});
        QCOMPARE(ports.look(MidiNaming::Alsa, ids, {"Piano 32:0", "Organ 28:0"}), Names{});
        // Missing at one look: that is seen anyway.
        QCOMPARE(ports.look(MidiNaming::Alsa, {}, {}), Names{});
        QCOMPARE(ports.look(MidiNaming::Alsa, ids, {"Piano 24:0", "Organ 24:1"}), Names{});
        // Windows counts its ports: a number moves when another device comes.
        Replugged windows;
        windows.look(MidiNaming::WindowsMM, {"windows:Piano"}, {"Piano 0"});
        QCOMPARE(windows.look(MidiNaming::WindowsMM, {"windows:Piano"}, {"Piano 1"}), Names{});
    }

    void leavesOutOurOwnPortsAndTheLoop()
    {
        const std::vector<std::string> expected{"", "", "", "", "jack:Tutti Frutti:in"};
        QCOMPARE(
            portIds(MidiNaming::Jack, {"Tutti:metronome", "Tutti-01:keyboard",
                                       "Midi Through:Midi Through Port-0", "", "Tutti Frutti:in"}),
            expected);
    }
};

QTEST_APPLESS_MAIN(tst_DeviceNames)
#include "tst_DeviceNames.moc"
