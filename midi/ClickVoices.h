#pragma once

#include "midi/ClickSound.h"

#include <array>
#include <cstdint>
#include <span>

namespace tutti::midi {

/// Mixes clicks into blocks of sound, each from its exact frame on; block sizes do not matter.
/// Neither allocates nor waits. Thread: the audio thread.
class ClickVoices {
public:
    explicit ClickVoices(int framesPerSecond);

    /// Begins a click `frame` frames into the next block.
    void strike(ClickKind kind, std::int64_t frame);
    /// Adds what sounds to a block of interleaved 16-bit stereo. `volume` is 0 to 1.
    void mix(std::span<std::int16_t> samples, float volume);

private:
    /// A click under way: `position` frames of it have been heard; below 0 it is still to come.
    struct Voice {
        std::span<const float> wave;
        std::int64_t position = 0;
    };

    ClickSound m_sound;
    std::array<Voice, 4> m_voices{};
    std::size_t m_nextVoice = 0;
};

} // namespace tutti::midi
