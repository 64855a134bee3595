#pragma once

#include "midi/ClickPlan.h"
#include "midi/ClickSound.h"

#include <array>
#include <cstdint>
#include <span>

namespace tutti::midi {

/// Mixes the clicks of a timeline into blocks of sound, each at the exact frame of its pulse.
/// Neither allocates nor waits; block sizes do not matter.
/// Thread: the audio thread.
class ClickRenderer {
public:
    explicit ClickRenderer(int framesPerSecond);

    /// Overwrites a block of interleaved 16-bit stereo whose first frame is heard at `start`.
    void render(std::span<std::int16_t> samples, ServerTime start, const ClickPlan& plan);

private:
    /// A click under way: `position` frames of it have been heard; below 0 it is still to come.
    struct Voice {
        std::span<const float> wave;
        std::int64_t position = 0;
    };

    void startClicks(ServerTime start, std::int64_t frames, const ClickPlan& plan);
    void strike(ClickKind kind, std::int64_t frame);
    void mix(std::span<std::int16_t> samples, float volume);

    int m_rate;
    ClickSound m_sound;
    /// Pulses up to here have had their turn, heard or not.
    ServerTime m_handled = ServerTime::min();
    std::array<Voice, 4> m_voices{};
    std::size_t m_nextVoice = 0;
};

} // namespace tutti::midi
