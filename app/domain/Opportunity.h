#pragma once

#include "app/domain/Ids.h"
#include "app/domain/ServerTime.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace tutti {

/// One moment at which a seat was asked to play, and what came of it. A row of the store; which of them are excused
/// (muted, quiet, away for too much of the span) is worked out later from the lesson's other facts.
struct Opportunity {
    SeatId seat;
    /// When the beat is heard.
    ServerTime expected;
    /// The stretch that belongs to this opportunity.
    ServerTime from;
    ServerTime to;
    /// Touch of the matched tap as the tablet reported it; empty without an answer.
    std::optional<ServerTime> touched;
    /// Touch minus the time a touch takes, minus `expected`. Below 0: early.
    std::optional<std::chrono::microseconds> asynchrony;
    /// The windows of the level: a tap within `close` answers, within `hit` it is in time.
    std::chrono::microseconds hit{0};
    std::chrono::microseconds close{0};
    /// How far the tablet's clock may be off.
    std::chrono::microseconds uncertainty{0};

    bool isAnswered() const { return touched.has_value(); }
    bool isInTime() const { return asynchrony && std::chrono::abs(*asynchrony) <= hit; }
    friend bool operator==(const Opportunity&, const Opportunity&) = default;
};

/// How long before the tablet's time stamp a finger met the glass, by default.
inline constexpr std::chrono::milliseconds kTouchLatency{30};

} // namespace tutti
