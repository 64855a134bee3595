#include "midi/SoundFontSynth.h"

#include <fluidsynth.h>

#include <array>
#include <fstream>
#include <string_view>

namespace tutti::midi {
namespace {

/// A class of thirty that plays two notes each.
constexpr int kVoices = 64;
/// A wood block at full velocity is about as loud as our own click.
constexpr double kGain = 1.5;

void silenceLog()
{
    for (int level = FLUID_PANIC; level < LAST_LOG_LEVEL; ++level) {
        fluid_set_log_function(level, nullptr, nullptr);
    }
}

void set(fluid_settings_t* settings, int framesPerSecond)
{
    fluid_settings_setnum(settings, "synth.sample-rate", framesPerSecond);
    fluid_settings_setnum(settings, "synth.gain", kGain);
    fluid_settings_setint(settings, "synth.polyphony", kVoices);
    // One thread at a time is our promise; its own locks would only wait.
    fluid_settings_setint(settings, "synth.threadsafe-api", 0);
    fluid_settings_setint(settings, "synth.reverb.active", 0);
    fluid_settings_setint(settings, "synth.chorus.active", 0);
}

/// FluidSynth hands other files on to libraries that print what they think of them.
bool isSoundFont(const std::string& path)
{
    std::array<char, 12> head{};
    std::ifstream file{path, std::ios::binary};
    file.read(head.data(), head.size());
    const std::string_view text{head.data(), head.size()};
    return file && text.substr(0, 4) == "RIFF" && text.substr(8, 4) == "sfbk";
}

} // namespace

void SoundFontSynth::Close::operator()(_fluid_hashtable_t* settings) const
{
    delete_fluid_settings(settings);
}

void SoundFontSynth::Close::operator()(_fluid_synth_t* synth) const
{
    delete_fluid_synth(synth);
}

std::unique_ptr<SoundFontSynth> SoundFontSynth::open(const std::string& soundFont,
                                                     int framesPerSecond)
{
    if (!isSoundFont(soundFont)) {
        return nullptr;
    }
    silenceLog();
    std::unique_ptr<SoundFontSynth> made{new SoundFontSynth};
    made->m_settings.reset(new_fluid_settings());
    if (!made->m_settings) {
        return nullptr;
    }
    set(made->m_settings.get(), framesPerSecond);
    made->m_synth.reset(new_fluid_synth(made->m_settings.get()));
    if (!made->m_synth ||
        fluid_synth_sfload(made->m_synth.get(), soundFont.c_str(), 1) == FLUID_FAILED) {
        return nullptr;
    }
    return made;
}

void SoundFontSynth::setProgram(int channel, int program)
{
    fluid_synth_program_change(m_synth.get(), channel, program);
}

void SoundFontSynth::makeDrums(int channel)
{
    fluid_synth_set_channel_type(m_synth.get(), channel, CHANNEL_TYPE_DRUM);
    fluid_synth_program_change(m_synth.get(), channel, 0);
}

void SoundFontSynth::setVolume(int channel, int volume)
{
    fluid_synth_cc(m_synth.get(), channel, 7, volume);
}

void SoundFontSynth::noteOn(int channel, int key, int velocity)
{
    fluid_synth_noteon(m_synth.get(), channel, key, velocity);
}

void SoundFontSynth::noteOff(int channel, int key)
{
    fluid_synth_noteoff(m_synth.get(), channel, key);
}

void SoundFontSynth::silence()
{
    silence(-1);
}

void SoundFontSynth::silence(int channel)
{
    fluid_synth_all_sounds_off(m_synth.get(), channel);
}

bool SoundFontSynth::isSounding() const
{
    return fluid_synth_get_active_voice_count(m_synth.get()) > 0;
}

void SoundFontSynth::render(std::span<float> left, std::span<float> right)
{
    fluid_synth_write_float(m_synth.get(), static_cast<int>(left.size()), left.data(), 0, 1,
                            right.data(), 0, 1);
}

} // namespace tutti::midi
