#pragma once

#include "app/domain/ServerTime.h"

#include <chrono>
#include <vector>

namespace tutti::sel {

using Duration = std::chrono::nanoseconds;

/// From `from` up to, not including, `to`.
struct Interval {
    ServerTime from;
    ServerTime to;

    Duration length() const { return to - from; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// A set of moments: intervals in order that neither touch nor overlap. A value; every operation
/// makes a new one.
class IntervalSet {
public:
    IntervalSet() = default;
    /// In any order, overlapping or not; empty and backward intervals are left out.
    explicit IntervalSet(std::vector<Interval> intervals);

    const std::vector<Interval>& intervals() const { return m_intervals; }
    bool isEmpty() const { return m_intervals.empty(); }
    Duration length() const;
    bool contains(ServerTime time) const;

    IntervalSet unitedWith(const IntervalSet& other) const;
    IntervalSet intersectedWith(const IntervalSet& other) const;
    IntervalSet without(const IntervalSet& other) const;
    /// Gaps shorter than `gap` are filled.
    IntervalSet bridged(Duration gap) const;

    friend bool operator==(const IntervalSet&, const IntervalSet&) = default;

private:
    std::vector<Interval> m_intervals;
};

} // namespace tutti::sel
