#pragma once

#include <cstdint>

namespace tutti::midi {

/// Something about the sound that the teacher should be told when it happens.
enum class SoundNews : std::uint8_t {
    PortLost,    ///< the chosen MIDI output is gone; the click plays instead
    PortBack,    ///< the chosen MIDI output is here (again) and plays
    PortRefused, ///< the chosen MIDI output is here but cannot be opened, as another program has it
    KeyboardLost,    ///< the chosen keyboard is gone; what it held was released
    KeyboardBack,    ///< the chosen keyboard is here (again) and plays
    KeyboardRefused, ///< the chosen keyboard is here but cannot be opened
    SynthFailed,     ///< there is a SoundFont, but the built-in synthesiser cannot use it
};

} // namespace tutti::midi
