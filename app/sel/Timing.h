#pragma once

#include "app/domain/Opportunity.h"
#include "app/sel/IntervalSet.h"

#include <optional>
#include <span>
#include <vector>

namespace tutti::sel {

/// A beat that was asked for and the tap that was matched to it.
struct TimedTap {
    ServerTime expected;
    /// Length of the beat there.
    Duration interval{0};
    /// Tap minus `expected`, latencies taken off. Below 0: early.
    Duration asynchrony{0};
};

/// The answered ones of a seat's opportunities, in order, without the excused ones.
std::vector<TimedTap> timedTaps(std::span<const Opportunity> opportunities,
                                const IntervalSet& eligible);

/// Units: milliseconds.
struct TimingStats {
    /// Bias. Below 0: early, which is normal for people who tap with a beat.
    double mean = 0.0;
    double deviation = 0.0;
    double median = 0.0;
    double robustDeviation = 0.0;
};

/// Empty below two taps: one tap says nothing of timing.
std::optional<TimingStats> timingOf(const std::vector<TimedTap>& taps);

/// How many of all that was asked for came within `hit`, 0 to 100. Empty if nothing was asked for.
std::optional<double> withinWindowPercent(const std::vector<TimedTap>& taps, Duration hit,
                                          int missed);

/// How evenly the taps follow each other, early or late as they may be: deviation of their distances, in percent of a
/// beat. Taps in order; empty below three.
std::optional<double> steadinessOf(const std::vector<TimedTap>& taps);

/// The words for it.
enum class Steadiness { RockSteady, Steady, FindingIt, Wobbly };
Steadiness steadinessFor(double percent);

/// A beat that was asked for.
struct AskedBeat {
    ServerTime expected;
    Duration interval{0};
};

/// How much the taps keep to one place of the beat, 0 to 1: over the nearest tap within half a beat of each, hit or not.
/// Both in order of time, latencies taken off the taps. Empty below two such taps.
std::optional<double> phaseConsistency(const std::vector<AskedBeat>& beats,
                                       const std::vector<ServerTime>& taps);

/// How a tablet's timing may be shown.
enum class TimingDisplay { Numbers, Words, NotMeasured };

/// Of clock, touch and sound together. Units: milliseconds.
double totalUncertainty(double clock, double sound);
/// `matched`: taps in one activity.
TimingDisplay timingDisplay(std::size_t matched, double uncertainty);
/// A deviation says something only where at least half of the beats were hit: chance alone looks as good otherwise.
bool showsDeviation(int matched, int missed);
/// To 5 ms. Units: milliseconds.
int shownMillis(double value);

} // namespace tutti::sel
