#pragma once

#include "midi/JackServer.h"
#include "midi/MidiSystem.h"

#include <memory>
#include <vector>

namespace tutti::midi {

/// The MIDI devices of this computer through RtMidi: ALSA and JACK here, whatever the system has
/// elsewhere. A system that is not there is left alone, so that nothing is printed. Thread: as MidiSystem.
class RtMidiSystem final : public MidiSystem {
public:
    RtMidiSystem();
    ~RtMidiSystem() override;

    PresentDevices look() override;
    std::unique_ptr<MidiPort> openOutput(const std::string& id) override;
    std::unique_ptr<MidiInput> openInput(const std::string& id, KeyboardMessage take) override;

private:
    struct Driver;

    /// Whether the driver's system is there.
    bool isThere(const Driver& driver);
    /// Whether it still is, a moment after the look.
    bool takes(const Driver& driver) const;

    JackServer m_jack;
    std::vector<std::unique_ptr<Driver>> m_drivers;
};

/// The factory of the real thing.
std::unique_ptr<MidiSystem> makeRtMidiSystem();

} // namespace tutti::midi
