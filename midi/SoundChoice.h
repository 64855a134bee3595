#pragma once

#include "app/domain/Role.h"
#include "app/domain/Timeline.h"

#include <array>
#include <cstddef>

namespace tutti::midi {

/// What plays the metronome on the laptop's speakers.
enum class Instrument : std::uint8_t { None, Click, Synth };

inline constexpr float kUsualLevel = 0.8F;

/// What the teacher chose about the sound, as one value handed to the audio and metronome threads.
struct SoundChoice {
    Instrument instrument = Instrument::Click;
    bool clickOn = true;
    /// Of the metronome, 0 (silent) to 1.
    float volume = kUsualLevel;
    /// A few clicks of its own that let the teacher hear the output; without segments, none.
    Timeline test;
    /// The class is heard on the speakers too.
    bool playsClass = false;
    /// By the number of the role; 0 (silent) to 1.
    std::array<float, kRoles.size()> levels = usualLevels();

    float& level(Role role) { return levels[static_cast<std::size_t>(role)]; }
    float level(Role role) const { return levels[static_cast<std::size_t>(role)]; }

private:
    static constexpr std::array<float, kRoles.size()> usualLevels()
    {
        std::array<float, kRoles.size()> all{};
        all.fill(kUsualLevel);
        return all;
    }
};

} // namespace tutti::midi
