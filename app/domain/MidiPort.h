#pragma once

#include <cstdint>
#include <span>

namespace tutti {

/// One MIDI output.
/// Thread: the metronome thread. Must not block.
class MidiPort {
public:
    virtual ~MidiPort() = default;
    /// Sends one whole MIDI message now. False when the port is gone.
    virtual bool send(std::span<const std::uint8_t> message) = 0;
};

} // namespace tutti
