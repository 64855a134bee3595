#include "app/sel/Participation.h"

namespace tutti::sel {
namespace {

constexpr std::chrono::seconds kBeforeNote{1};
constexpr std::chrono::seconds kAfterNote{2};
constexpr std::chrono::minutes kLeastPlay{3};
constexpr std::chrono::seconds kLeastEligible{60};

double shareOf(Duration part, Duration whole)
{
    return static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

} // namespace

IntervalSet presenceOf(const SeatTimes& seat)
{
    return seat.present.bridged(kBridgedGap);
}

IntervalSet eligibleTime(const SeatTimes& seat, const IntervalSet& quiet)
{
    return seat.playing.intersectedWith(presenceOf(seat)).without(quiet.unitedWith(seat.muted));
}

std::optional<double> presenceShare(const SeatTimes& seat, const IntervalSet& play)
{
    const Duration whole = play.length();
    if (whole < kLeastPlay) {
        return std::nullopt;
    }
    return shareOf(presenceOf(seat).intersectedWith(play).length(), whole);
}

IntervalSet activeIntervals(const IntervalSet& eligible, const std::vector<ServerTime>& notes)
{
    std::vector<Interval> around;
    around.reserve(notes.size());
    for (const ServerTime note : notes) {
        around.push_back({note - kBeforeNote, note + kAfterNote});
    }
    return eligible.intersectedWith(IntervalSet{std::move(around)});
}

std::optional<Duration> activeTime(const IntervalSet& eligible,
                                   const std::vector<ServerTime>& notes)
{
    if (eligible.isEmpty()) {
        return std::nullopt;
    }
    return activeIntervals(eligible, notes).length();
}

std::optional<double> activeShare(const IntervalSet& eligible, const std::vector<ServerTime>& notes)
{
    const Duration whole = eligible.length();
    if (whole < kLeastEligible) {
        return std::nullopt;
    }
    return shareOf(activeIntervals(eligible, notes).length(), whole);
}

std::optional<Attendance> attendanceOf(const SeatTimes& seat, const Interval& lesson,
                                       Duration tolerance)
{
    const IntervalSet here = presenceOf(seat);
    if (here.isEmpty()) {
        return std::nullopt;
    }
    const ServerTime joined = here.intervals().front().from;
    const ServerTime left = here.intervals().back().to;
    return Attendance{joined, left, joined > lesson.from + tolerance, left < lesson.to - tolerance};
}

} // namespace tutti::sel
