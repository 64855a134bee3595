#pragma once

#include <cstdint>
#include <time.h>

namespace tutti::bench {

/// Nanoseconds of CLOCK_MONOTONIC, which all processes of one machine share.
using Nanos = std::int64_t;

constexpr Nanos kMilli = 1'000'000;
constexpr Nanos kSecond = 1'000'000'000;

inline Nanos monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return Nanos{now.tv_sec} * kSecond + now.tv_nsec;
}

constexpr Nanos fromSeconds(double seconds)
{
    return static_cast<Nanos>(seconds * static_cast<double>(kSecond));
}

} // namespace tutti::bench
