#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tutti {

/// One thing the metronome can play on, or one keyboard the teacher can play on.
struct SoundDevice {
    enum class Kind : std::uint8_t {
        Click,    ///< our own click on the laptop's speakers
        Synth,    ///< the built-in synthesiser on the laptop's speakers
        MidiPort, ///< a MIDI output
        Keyboard, ///< a MIDI input
    };
    /// Stable while the device exists; "click" and "synth" for the built-in two.
    std::string id;
    /// The device's own name; empty for the built-in two, which the dashboard names.
    std::string label;
    Kind kind = Kind::Click;

    friend bool operator==(const SoundDevice&, const SoundDevice&) = default;
};

/// What the laptop can sound through and listens to, seen from outside.
struct SoundStatus {
    /// Click first, then the synthesiser if there is one, then the MIDI ports by name.
    std::vector<SoundDevice> outputs{{"click", {}, SoundDevice::Kind::Click}};
    /// Id of the output the metronome plays on now: what was chosen, or the click while that is away.
    std::string output = "click";
    /// Id that was chosen; differs from `output` while the device is away.
    std::string chosenOutput = "click";
    /// MIDI keyboards, by name.
    std::vector<SoundDevice> inputs;
    /// Id of the keyboard that plays into the room; empty for none.
    std::string input;
    /// Id of the keyboard that was chosen; differs from `input` while it is away.
    std::string chosenInput;
    /// The laptop has speakers that work.
    bool speakers = false;
    /// Those speakers are Bluetooth, which is heard a quarter of a second late.
    bool bluetooth = false;
    /// The class is heard on the laptop's speakers or synth port as well.
    bool playsClass = false;

    friend bool operator==(const SoundStatus&, const SoundStatus&) = default;
};

} // namespace tutti
