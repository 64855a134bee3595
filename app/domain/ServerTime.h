#pragma once

#include <chrono>
#include <cstdint>

namespace tutti {

/// Tag of the laptop's monotonic clock, counted from the start of the server. It has no now():
/// the present is always handed in, by a Clock or as an argument.
struct ServerClockTag {
    using rep = std::int64_t;
    using period = std::nano;
    using duration = std::chrono::nanoseconds;
    using time_point = std::chrono::time_point<ServerClockTag>;
    static constexpr bool is_steady = true;
};

/// A moment of server time. Units: nanoseconds inside, microseconds on the wire.
using ServerTime = ServerClockTag::time_point;

constexpr std::int64_t toMicros(ServerTime time)
{
    return std::chrono::floor<std::chrono::microseconds>(time.time_since_epoch()).count();
}

constexpr ServerTime fromMicros(std::int64_t micros)
{
    return ServerTime{std::chrono::microseconds{micros}};
}

} // namespace tutti
