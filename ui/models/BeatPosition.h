#pragma once

#include "app/domain/Timeline.h"

#include <optional>

namespace tutti::ui {

/// Where the music is, as beat pads and bar number show it.
struct BeatPosition {
    /// From 1; the count-in has 0 and below.
    std::int64_t bar = 1;
    /// From 1.
    std::int32_t inBar = 1;
    std::int32_t pulsesPerBar = 4;

    bool inCountIn() const { return bar < 1; }
    friend bool operator==(const BeatPosition&, const BeatPosition&) = default;
};

/// The pulse that began last. None while the music stands still.
std::optional<Pulse> pulseNow(const Timeline& timeline, ServerTime now);
/// None while the music stands still.
std::optional<BeatPosition> beatPositionAt(const Timeline& timeline, ServerTime now);

} // namespace tutti::ui
