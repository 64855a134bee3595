#pragma once

#include "midi/DeviceChoice.h"
#include "midi/KeyboardNotes.h"
#include "midi/MetronomeThread.h"
#include "midi/MidiSystem.h"
#include "midi/SoundNews.h"

#include <QObject>
#include <QTimer>

namespace tutti::midi {

/// The MIDI devices as they are now.
struct MidiDevices {
    PresentDevices present;
    /// Id of the output the metronome plays on; empty for none.
    std::string output;
    /// Id of the keyboard that plays into the room; empty for none.
    std::string input;

    friend bool operator==(const MidiDevices&, const MidiDevices&) = default;
};

/// Looks after the MIDI devices: which there are, the chosen output with its metronome, the chosen
/// keyboard. Thread: the MIDI service thread, except where a signal says otherwise; all calls into
/// the MIDI system but sending are made here. Owns: system, metronome and keyboard.
class MidiService : public QObject {
    Q_OBJECT

public:
    MidiService(const Clock& clock, MidiSystemFactory makeSystem, MetronomeFeed& feed,
                std::chrono::milliseconds pollEvery);
    ~MidiService() override;

    void start();
    /// Empty: no MIDI output.
    void chooseOutput(const std::string& id);
    /// Empty: no keyboard.
    void chooseInput(const std::string& id);

signals:
    /// Whenever they are not what they were.
    void devicesChanged(const tutti::midi::MidiDevices& devices);
    void news(tutti::midi::SoundNews what, const QString& label);
    /// Thread: one of the MIDI system's own; also the service's when a keyboard is lost.
    void keyPressed(int midi, int velocity, tutti::ServerTime at);
    void keyReleased(int midi, tutti::ServerTime at);

private:
    void poll();
    void tell(const DeviceChoice& device, SoundNews what);
    void followOutput(const std::vector<SoundDevice>& present);
    void followInput(const std::vector<SoundDevice>& present);
    void closeInput();

    const Clock& m_clock;
    MidiSystemFactory m_makeSystem;
    MetronomeFeed& m_feed;
    QTimer m_timer;
    std::unique_ptr<MidiSystem> m_system;
    DeviceChoice m_output;
    DeviceChoice m_input;
    KeyboardNotes m_notes;
    std::unique_ptr<MetronomeThread> m_metronome;
    std::unique_ptr<MidiInput> m_keyboard;
    MidiDevices m_devices;
};

} // namespace tutti::midi
