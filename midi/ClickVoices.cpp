#include "midi/ClickVoices.h"

#include "midi/Mixing.h"

#include <algorithm>

namespace tutti::midi {

ClickVoices::ClickVoices(int framesPerSecond)
    : m_sound(framesPerSecond)
{
}

void ClickVoices::strike(ClickKind kind, std::int64_t frame)
{
    m_voices[m_nextVoice] = {m_sound.wave(kind), -frame};
    m_nextVoice = (m_nextVoice + 1) % m_voices.size();
}

void ClickVoices::mix(std::span<std::int16_t> samples, float volume)
{
    const auto frames = static_cast<std::int64_t>(samples.size() / 2);
    for (Voice& voice : m_voices) {
        const auto length = static_cast<std::int64_t>(voice.wave.size());
        const std::int64_t first = std::max<std::int64_t>(0, -voice.position);
        const std::int64_t last = std::min(frames, length - voice.position);
        for (std::int64_t i = first; i < last; ++i) {
            const float value = voice.wave[static_cast<std::size_t>(voice.position + i)] * volume;
            const auto left = static_cast<std::size_t>(2 * i);
            samples[left] = added(samples[left], value);
            samples[left + 1] = added(samples[left + 1], value);
        }
        voice.position = std::min(voice.position + frames, length);
    }
}

} // namespace tutti::midi
