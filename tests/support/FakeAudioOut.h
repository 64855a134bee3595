#pragma once

#include "app/domain/AudioOut.h"

#include <utility>
#include <vector>

namespace tutti::test {

/// A sound output that plays a block when the test says so.
class FakeAudioOut final : public AudioOut {
public:
    /// What start() answers from now on.
    Result<void> answer;
    int starts = 0;
    int flushes = 0;

    Result<void> start(RenderBlock render) override
    {
        ++starts;
        m_render = answer ? std::move(render) : RenderBlock{};
        return answer;
    }
    void stop() override { m_render = {}; }
    void onChange(OutputChanged changed) override { m_changed = std::move(changed); }
    void flush() override { ++flushes; }
    /// The device dies, or sounds again.
    void change(bool sounds) { m_changed(sounds); }

    bool isRunning() const { return static_cast<bool>(m_render); }

    /// Interleaved stereo of one block.
    std::vector<std::int16_t> play(ServerTime start, std::size_t frames, int framesPerSecond)
    {
        std::vector<std::int16_t> samples(frames * 2);
        if (m_render) {
            m_render(samples, start, framesPerSecond);
        }
        return samples;
    }

private:
    RenderBlock m_render;
    OutputChanged m_changed;
};

} // namespace tutti::test
