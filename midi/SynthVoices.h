#pragma once

#include "midi/ClickPlan.h"
#include "midi/ClickSound.h"
#include "midi/MixEvent.h"
#include "midi/SoundChoice.h"
#include "midi/SoundFontSynth.h"

#include <array>
#include <span>

namespace tutti::midi {

/// A click and the frame of the next block it is heard at.
struct Beat {
    ClickKind kind = ClickKind::Normal;
    std::int64_t frame = 0;
};

/// What the synthesiser plays on the speakers: the metronome, and the class with one instrument for
/// each role, and the teacher. Everyone quiet silences all at once, turning the class off the class;
/// the teacher's notes sound in either. Neither allocates nor waits. Thread: the audio thread.
class SynthVoices {
public:
    explicit SynthVoices(std::unique_ptr<SoundFontSynth> synth);

    /// What holds from `start` on, and the notes that came; before the block that begins there.
    void take(ServerTime start, const ClickPlan& plan, const SoundChoice& choice, MixRing& notes);
    /// Adds to a block of interleaved 16-bit stereo. Beats come in order of their frame; `volume` is theirs.
    void render(std::span<std::int16_t> samples, std::span<const Beat> beats, float volume);

private:
    static constexpr std::size_t kChunk = 512;

    void obey(ServerTime start, const ClickPlan& plan, const SoundChoice& choice);
    void setLevels(const SoundChoice& choice);
    void playNotes(ServerTime start, bool classSounds, MixRing& notes);
    void silenceClass();
    void strike(ClickKind kind, float volume);
    void mix(std::span<std::int16_t> samples);

    std::unique_ptr<SoundFontSynth> m_synth;
    std::array<float, kChunk> m_left{};
    std::array<float, kChunk> m_right{};
    std::array<int, kRoles.size()> m_levels{};
    int m_lastKey = -1;
    QuietState m_quiet;
    bool m_isQuiet = false;
    bool m_playedClass = false;
};

} // namespace tutti::midi
