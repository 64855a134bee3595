#pragma once

#include "app/sel/IntervalSet.h"

#include <optional>
#include <vector>

namespace tutti::sel {

/// Shorter losses of a connection are no absence: a tablet that reloads or changes its access point needs as long.
inline constexpr std::chrono::seconds kBridgedGap{10};

/// What is known of one seat in one lesson, as sets of moments.
struct SeatTimes {
    /// P: connected, page visible.
    IntervalSet present;
    /// A: a playing role while playing was on.
    IntervalSet playing;
    /// M: kept from sounding by the teacher, by a mute or another role's solo.
    IntervalSet muted;
};

/// P with short gaps bridged.
IntervalSet presenceOf(const SeatTimes& seat);

/// X = (A ∩ P) \ (Q ∪ M): when this seat could have played.
IntervalSet eligibleTime(const SeatTimes& seat, const IntervalSet& quiet);

/// len(P ∩ S) / len(S) of the lesson's playing time S; empty below three minutes of it.
std::optional<double> presenceShare(const SeatTimes& seat, const IntervalSet& play);

/// The parts of `eligible` from 1 s before to 2 s after a note. Their length is the active time;
/// empty without eligible time. The window lets a child listen and breathe between notes without counting as idle.
IntervalSet activeIntervals(const IntervalSet& eligible, const std::vector<ServerTime>& notes);
std::optional<Duration> activeTime(const IntervalSet& eligible,
                                   const std::vector<ServerTime>& notes);

/// Active time as a part of eligible time; empty below 60 s of it.
std::optional<double> activeShare(const IntervalSet& eligible,
                                  const std::vector<ServerTime>& notes);

/// When a seat came and when it went. Empty: absent.
struct Attendance {
    ServerTime joined;
    ServerTime left;
    /// Joined after, left before the time allowed (late at / left at).
    bool late = false;
    bool leftEarly = false;

    friend bool operator==(const Attendance&, const Attendance&) = default;
};

/// `tolerance`: how much later than the lesson's start is not late, and earlier than its end not
/// early.
std::optional<Attendance> attendanceOf(const SeatTimes& seat, const Interval& lesson,
                                       Duration tolerance);

} // namespace tutti::sel
