#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

// The library's own names for them.
struct _fluid_hashtable_t; // NOLINT(bugprone-reserved-identifier)
struct _fluid_synth_t;     // NOLINT(bugprone-reserved-identifier)

namespace tutti::midi {

/// A General MIDI synthesiser that only renders: FluidSynth with a SoundFont, without its own
/// audio output and threads. Once made it neither allocates nor waits. Channels count from 0.
/// Thread: one thread at a time.
class SoundFontSynth {
public:
    /// Where Debian's package puts the SoundFont.
    static constexpr const char* kUsualFont = "/usr/share/sounds/sf2/TimGM6mb.sf2";

    /// Null when there is no such file, or it is no SoundFont.
    static std::unique_ptr<SoundFontSynth> open(const std::string& soundFont, int framesPerSecond);

    /// `program` counts from 0, as on the wire.
    void setProgram(int channel, int program);
    void makeDrums(int channel);
    /// 0 to 127.
    void setVolume(int channel, int volume);
    void noteOn(int channel, int key, int velocity);
    void noteOff(int channel, int key);
    /// Ends every note at once, without its decay.
    void silence();
    void silence(int channel);

    bool isSounding() const;
    /// Overwrites both blocks, which have the same length.
    void render(std::span<float> left, std::span<float> right);

private:
    struct Close {
        void operator()(_fluid_hashtable_t* settings) const;
        void operator()(_fluid_synth_t* synth) const;
    };

    SoundFontSynth() = default;

    std::unique_ptr<_fluid_hashtable_t, Close> m_settings;
    std::unique_ptr<_fluid_synth_t, Close> m_synth;
};

} // namespace tutti::midi
