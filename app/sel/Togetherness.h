#pragma once

#include "app/sel/IntervalSet.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace tutti::sel {

/// What a group did at one moment it was asked for together; in Beat Ring a pass of the ring, each with its own beat.
struct GroupBeat {
    /// Length of the beat there.
    Duration interval{0};
    /// Asynchronies of the taps within the window.
    std::vector<Duration> matched;
    /// Asynchronies of each one's nearest tap within half a beat, hit or not: within a narrow window chance looks good.
    std::vector<Duration> nearest;
};

/// Median over the beats of how far the taps of a beat lie apart, in milliseconds. Beats of fewer than three taps say
/// nothing; empty without any other.
std::optional<double> groupSpread(const std::vector<GroupBeat>& beats);

/// How much a group was one, 0 to 1.
struct Togetherness {
    double order = 0.0;
    /// What is left of it beyond what chance gives so small a group.
    double adjusted = 0.0;
    /// Beats it comes from.
    std::size_t beats = 0;

    /// Fewer beats are luck.
    bool isShown() const { return beats >= 8; }
};

/// Of beats with at least three taps, never of pairs: those would draw a map of friendships. Empty without any.
std::optional<Togetherness> togethernessOf(const std::vector<GroupBeat>& beats);

} // namespace tutti::sel
