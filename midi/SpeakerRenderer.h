#pragma once

#include "midi/ClickSequence.h"
#include "midi/ClickVoices.h"
#include "midi/SynthVoices.h"

#include <optional>

namespace tutti::midi {

/// Everything the laptop's speakers play, block by block: the metronome by our own click or by the
/// synthesiser, each pulse at its exact frame, and the class. Neither allocates nor waits; block
/// sizes do not matter. Thread: the audio thread.
class SpeakerRenderer {
public:
    /// Without a synthesiser there is only the click.
    SpeakerRenderer(int framesPerSecond, std::unique_ptr<SoundFontSynth> synth);

    /// Overwrites a block of interleaved 16-bit stereo whose first frame is heard at `start`.
    void render(std::span<std::int16_t> samples, ServerTime start, const ClickPlan& plan,
                const SoundChoice& choice, MixRing& notes);

private:
    std::span<const Beat> beatsOf(std::span<const DueClick> clicks, ServerTime start);

    int m_rate;
    ClickSequence m_sequence;
    std::array<Beat, 16> m_beats{};
    ClickVoices m_clicks;
    std::optional<SynthVoices> m_synth;
};

} // namespace tutti::midi
