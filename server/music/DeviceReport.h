#pragma once

#include "app/domain/RoomState.h"

#include <optional>
#include <vector>

namespace tutti::music {

/// What a tablet says of itself: for all its seats, or for the one it names.
struct DeviceReport {
    std::vector<SeatId> seats;
    /// Without the two below.
    DeviceStatus status;
    /// Milliseconds; empty while the tablet has not measured them.
    std::optional<double> rttMs = {};
    std::optional<double> uncertaintyMs = {};
};

/// One command a seat. What was not measured stays as the room has it, so that a tablet whose clock is not set yet
/// looks neither better nor worse for its report. Pure.
std::vector<ReportDevice> reportsOf(const DeviceReport& report, const RoomState& room);

} // namespace tutti::music
