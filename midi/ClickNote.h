#pragma once

#include "midi/ClickSound.h"

#include <cstdint>

namespace tutti::midi {

/// A click as a percussion note of General MIDI.
struct ClickNote {
    std::uint8_t key = 0;
    /// 1 to 127; 0 where nothing is to be heard.
    std::uint8_t velocity = 0;
};

/// The note of a click at this volume, 0 (silent) to 1: high wood block on the downbeat, low wood
/// block on the other pulses, side stick for the count-in. Pure.
ClickNote clickNote(ClickKind kind, float volume);

} // namespace tutti::midi
