#pragma once

#include "app/domain/MidiPort.h"
#include "app/domain/SoundStatus.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tutti::midi {

/// One whole MIDI message from a keyboard. Thread: one of the MIDI system's own.
using KeyboardMessage = std::function<void(std::span<const std::uint8_t> message)>;

/// An open MIDI input; closed by its destruction, after which no message comes any more.
class MidiInput {
public:
    virtual ~MidiInput() = default;
    /// It reported an error, after which nothing may come any more.
    virtual bool isBroken() const { return false; }
};

/// The MIDI devices that are here, each kind by name. An id stays the same when a device comes back.
struct PresentDevices {
    std::vector<SoundDevice> outputs;
    std::vector<SoundDevice> inputs;

    friend bool operator==(const PresentDevices&, const PresentDevices&) = default;
};

/// The MIDI devices of this computer. None at all is a normal state, and so is their coming and
/// going. Thread: the MIDI service thread; ports are then used on the metronome thread and destroyed
/// on the service thread before the system is.
class MidiSystem {
public:
    virtual ~MidiSystem() = default;

    /// Looks what is here now. When a whole system died, or a device was out and in again since the
    /// last look, they are missing at least once, so that what was open on them gets closed.
    virtual PresentDevices look() = 0;
    /// One of those seen at the last look; null when it cannot be opened.
    virtual std::unique_ptr<MidiPort> openOutput(const std::string& id) = 0;
    virtual std::unique_ptr<MidiInput> openInput(const std::string& id, KeyboardMessage take) = 0;
};

/// Makes the system once the MIDI service thread runs.
using MidiSystemFactory = std::function<std::unique_ptr<MidiSystem>()>;

} // namespace tutti::midi
