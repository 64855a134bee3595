#pragma once

#include "app/domain/Error.h"
#include "app/domain/ServerTime.h"

#include <cstdint>
#include <functional>
#include <span>

namespace tutti {

/// Fills a block of interleaved 16-bit stereo. `start` is when its first frame will be heard; `framesPerSecond` the rate.
/// Thread: the audio thread. Must not block, allocate or log.
using RenderBlock =
    std::function<void(std::span<std::int16_t> samples, ServerTime start, int framesPerSecond)>;

/// Told when a started output dies, and when it sounds again.
/// Thread: the audio thread.
using OutputChanged = std::function<void(bool sounds)>;

/// A sound output that pulls blocks.
/// Thread: made, started and stopped on the audio thread.
class AudioOut {
public:
    virtual ~AudioOut() = default;
    /// Errors: NoAudioDevice when this computer has none.
    virtual Result<void> start(RenderBlock render) = 0;
    virtual void stop() = 0;
    /// Set before start(); stays for all starts.
    virtual void onChange(OutputChanged changed) = 0;
    /// Forgets what is buffered, so that Everyone quiet is quiet at once.
    virtual void flush() = 0;
};

} // namespace tutti
