#pragma once

#include "app/domain/Role.h"
#include "app/domain/ServerTime.h"
#include "midi/SpscRing.h"

namespace tutti::midi {

/// One thing the class or the teacher does that the laptop lets sound.
struct MixEvent {
    enum class Kind : std::uint8_t {
        On,      ///< a note begins
        Off,     ///< a note ends
        Silence, ///< everything ends
    };
    Kind kind = Kind::Silence;
    Role role = Role::Melody;
    /// MIDI number, 0 to 127.
    std::uint8_t key = 0;
    /// 1 to 127.
    std::uint8_t velocity = 0;
    /// When the laptop learnt of it.
    ServerTime at;
    /// Of the teacher's keyboard: sounds while everyone is quiet, and while the class is off.
    bool byTeacher = false;
};

/// From the classroom thread to the audio thread.
using MixRing = SpscRing<MixEvent, 512>;

} // namespace tutti::midi
