#pragma once

#include "app/domain/Timeline.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace tutti::games {

/// New owners are sent at least so long before they begin.
inline constexpr std::chrono::milliseconds kOwnerLead{600};
/// So long after its window a beat waits for taps that are still on their way.
inline constexpr std::chrono::milliseconds kTapTravel{300};

/// Where a pulse of the music is.
struct PulsePlace {
    ServerTime at;
    /// To the pulse before and to the pulse after, at the tempos that hold there.
    std::chrono::nanoseconds before{0};
    std::chrono::nanoseconds after{0};
};

/// By its number, whether it sounds or not.
PulsePlace placeOf(const Timeline& line, std::int64_t pulse);
/// Whether it comes before the stop, if there is one.
bool sounds(const Timeline& line, std::int64_t pulse);
/// Number of the last pulse before `time`; 0 while there was none but the count-in.
std::int64_t lastPulseBefore(const Timeline& line, ServerTime time);
/// The first pulse not before `time` that begins a pass of a ring of so many beats; 1 while stopped.
std::int64_t ringStartFrom(const Timeline& line, int beats, ServerTime time);

} // namespace tutti::games
