#include "app/sel/Timing.h"

#include "app/sel/Answers.h"
#include "app/sel/Statistics.h"

#include <algorithm>
#include <cmath>

namespace tutti::sel {
namespace {

constexpr std::size_t kLeastMatched = 8;
/// How far a touch may be off. Units: milliseconds.
constexpr double kTouchUncertainty = 10.0;
constexpr double kMostForNumbers = 30.0;
constexpr double kMostForWords = 60.0;

double millis(Duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double ratio(Duration part, Duration whole)
{
    return static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

/// The tap closest to a beat in (−half, +half] of its length.
std::optional<Duration> nearestTo(const AskedBeat& beat, const std::vector<ServerTime>& taps)
{
    std::optional<Duration> nearest;
    const Duration half = beat.interval / 2;
    const auto first = std::upper_bound(taps.begin(), taps.end(), beat.expected - half);
    for (auto tap = first; tap != taps.end() && *tap <= beat.expected + half; ++tap) {
        const Duration distance = *tap - beat.expected;
        if (!nearest || std::chrono::abs(distance) < std::chrono::abs(*nearest)) {
            nearest = distance;
        }
    }
    return nearest;
}

} // namespace

std::vector<TimedTap> timedTaps(std::span<const Opportunity> opportunities,
                                const IntervalSet& eligible)
{
    std::vector<TimedTap> taps;
    for (const Opportunity& opportunity : opportunities) {
        if (opportunity.asynchrony && !isExcused(opportunity, eligible)) {
            taps.push_back(
                {opportunity.expected, opportunity.to - opportunity.from, *opportunity.asynchrony});
        }
    }
    return taps;
}

std::optional<TimingStats> timingOf(const std::vector<TimedTap>& taps)
{
    if (taps.size() < 2) {
        return std::nullopt;
    }
    std::vector<double> values;
    values.reserve(taps.size());
    for (const TimedTap& tap : taps) {
        values.push_back(millis(tap.asynchrony));
    }
    return TimingStats{*meanOf(values), *deviationOf(values), *medianOf(values),
                       *robustDeviationOf(values)};
}

std::optional<double> withinWindowPercent(const std::vector<TimedTap>& taps, Duration hit,
                                          int missed)
{
    const auto asked = static_cast<double>(taps.size()) + missed;
    if (asked <= 0.0) {
        return std::nullopt;
    }
    const auto within = std::count_if(taps.begin(), taps.end(), [&](const TimedTap& tap) {
        return std::chrono::abs(tap.asynchrony) <= hit;
    });
    return 100.0 * static_cast<double>(within) / asked;
}

std::optional<double> steadinessOf(const std::vector<TimedTap>& taps)
{
    std::vector<double> errors;
    for (std::size_t i = 1; i < taps.size(); ++i) {
        if (taps[i - 1].interval > Duration{0}) {
            errors.push_back(
                ratio(taps[i].asynchrony - taps[i - 1].asynchrony, taps[i - 1].interval));
        }
    }
    const auto deviation = deviationOf(errors);
    return deviation ? std::optional{100.0 * *deviation} : std::nullopt;
}

Steadiness steadinessFor(double percent)
{
    if (percent <= 6.0) {
        return Steadiness::RockSteady;
    }
    if (percent <= 10.0) {
        return Steadiness::Steady;
    }
    return percent <= 16.0 ? Steadiness::FindingIt : Steadiness::Wobbly;
}

std::optional<double> phaseConsistency(const std::vector<AskedBeat>& beats,
                                       const std::vector<ServerTime>& taps)
{
    std::vector<double> turns;
    for (const AskedBeat& beat : beats) {
        if (const auto nearest = nearestTo(beat, taps)) {
            turns.push_back(ratio(*nearest, beat.interval));
        }
    }
    return turns.size() < 2 ? std::nullopt : phaseOrderOf(turns);
}

double totalUncertainty(double clock, double sound)
{
    return std::sqrt(clock * clock + kTouchUncertainty * kTouchUncertainty + sound * sound);
}

TimingDisplay timingDisplay(std::size_t matched, double uncertainty)
{
    if (matched < kLeastMatched || uncertainty > kMostForWords) {
        return TimingDisplay::NotMeasured;
    }
    return uncertainty > kMostForNumbers ? TimingDisplay::Words : TimingDisplay::Numbers;
}

bool showsDeviation(int matched, int missed)
{
    return matched > 0 && matched >= missed;
}

int shownMillis(double value)
{
    return static_cast<int>(std::lround(value / 5.0)) * 5;
}

} // namespace tutti::sel
