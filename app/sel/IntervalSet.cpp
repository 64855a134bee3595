#include "app/sel/IntervalSet.h"

#include <algorithm>

namespace tutti::sel {

IntervalSet::IntervalSet(std::vector<Interval> intervals)
{
    std::erase_if(intervals, [](const Interval& i) { return i.to <= i.from; });
    std::sort(intervals.begin(), intervals.end(),
              [](const Interval& a, const Interval& b) { return a.from < b.from; });
    for (const Interval& next : intervals) {
        if (m_intervals.empty() || next.from > m_intervals.back().to) {
            m_intervals.push_back(next);
        } else {
            m_intervals.back().to = std::max(m_intervals.back().to, next.to);
        }
    }
}

Duration IntervalSet::length() const
{
    Duration sum{};
    for (const Interval& interval : m_intervals) {
        sum += interval.length();
    }
    return sum;
}

bool IntervalSet::contains(ServerTime time) const
{
    return std::any_of(m_intervals.begin(), m_intervals.end(),
                       [&](const Interval& i) { return i.from <= time && time < i.to; });
}

IntervalSet IntervalSet::unitedWith(const IntervalSet& other) const
{
    std::vector<Interval> all = m_intervals;
    all.insert(all.end(), other.m_intervals.begin(), other.m_intervals.end());
    return IntervalSet{std::move(all)};
}

IntervalSet IntervalSet::intersectedWith(const IntervalSet& other) const
{
    std::vector<Interval> common;
    auto a = m_intervals.begin();
    auto b = other.m_intervals.begin();
    while (a != m_intervals.end() && b != other.m_intervals.end()) {
        common.push_back({std::max(a->from, b->from), std::min(a->to, b->to)});
        if (a->to < b->to) {
            ++a;
        } else {
            ++b;
        }
    }
    return IntervalSet{std::move(common)};
}

IntervalSet IntervalSet::without(const IntervalSet& other) const
{
    std::vector<Interval> rest;
    for (Interval left : m_intervals) {
        for (const Interval& hole : other.m_intervals) {
            if (hole.to <= left.from || hole.from >= left.to) {
                continue;
            }
            rest.push_back({left.from, hole.from});
            left.from = std::min(hole.to, left.to);
        }
        rest.push_back(left);
    }
    return IntervalSet{std::move(rest)};
}

IntervalSet IntervalSet::bridged(Duration gap) const
{
    std::vector<Interval> all = m_intervals;
    for (std::size_t i = 0; i + 1 < m_intervals.size(); ++i) {
        const Interval hole{m_intervals[i].to, m_intervals[i + 1].from};
        if (hole.length() < gap) {
            all.push_back(hole);
        }
    }
    return IntervalSet{std::move(all)};
}

} // namespace tutti::sel
