#pragma once

#include "app/domain/ServerTime.h"

#include <string>

namespace tutti {

/// Where the present comes from.
/// Thread: every member from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual ServerTime now() const = 0;
    /// Names this run of the clock. Times of two runs cannot be compared, so clients start over when it changes.
    virtual std::string id() const = 0;
    /// Milliseconds since 1970, UTC: for dates people read, never for durations.
    virtual std::int64_t wallMillis() const = 0;
};

} // namespace tutti
