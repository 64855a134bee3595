#pragma once

#include "app/domain/ServerTime.h"

#include <chrono>
#include <cstddef>
#include <span>
#include <vector>

namespace tutti {

/// A moment at which a tap was asked for, and how far from it, to either side, a tap still counts.
struct Onset {
    ServerTime at;
    std::chrono::nanoseconds window{0};
};

/// A tap and the onset it belongs to, as indices into what matchTaps() was given.
struct TapMatch {
    std::size_t onset = 0;
    std::size_t tap = 0;
    /// Tap minus onset. Below 0: early.
    std::chrono::nanoseconds asynchrony{0};

    friend bool operator==(const TapMatch&, const TapMatch&) = default;
};

/// Gives every onset at most one tap and every tap at most one onset, the closest pairs first; of pairs equally close
/// the earlier onset, then the earlier tap. A tap on the edge of a window is outside. What is in no pair was missed, or
/// is extra. Both lists in order of time; the pairs come in order of their onsets.
std::vector<TapMatch> matchTaps(std::span<const Onset> onsets, std::span<const ServerTime> taps);

/// The half of a beat that a window may take at most, so that the windows of two neighbours do not meet.
std::chrono::nanoseconds windowWithin(std::chrono::nanoseconds close,
                                      std::chrono::nanoseconds interval);

} // namespace tutti
