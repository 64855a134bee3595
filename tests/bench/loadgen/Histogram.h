#pragma once

#include "tests/bench/loadgen/Nanos.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tutti::bench {

/// Counts durations in steps of less than 0.8 %, however long they are. Units: nanoseconds in,
/// milliseconds in json().
class Histogram {
public:
    Histogram();
    void add(Nanos value);
    double percentile(double percent) const;
    std::string json() const;

private:
    std::vector<std::uint64_t> m_buckets;
    std::uint64_t m_count = 0;
    Nanos m_highest = 0;
    long double m_sum = 0;
};

} // namespace tutti::bench
