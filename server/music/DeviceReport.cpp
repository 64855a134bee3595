#include "server/music/DeviceReport.h"

namespace tutti::music {
namespace {

/// What the room has of a seat's delays, or, where that says something else than the bars of its tile (a tablet that
/// just connected has Fair without having measured), the least that gives those bars.
DeviceStatus knownOf(const Seat& seat)
{
    constexpr DeviceStatus kFair{true, false, 0.0, 10.0};
    DeviceStatus known;
    known.rttMs = seat.rttMs;
    known.uncertaintyMs = seat.uncertaintyMs;
    const bool fits = seat.connection != Connection::Fair || known.connection() == Connection::Fair;
    return fits ? known : kFair;
}

} // namespace

std::vector<ReportDevice> reportsOf(const DeviceReport& report, const RoomState& room)
{
    std::vector<ReportDevice> commands;
    for (const SeatId id : report.seats) {
        const Seat* seat = room.seat(id);
        const DeviceStatus known = seat ? knownOf(*seat) : DeviceStatus{};
        ReportDevice command{id, report.status};
        command.status.rttMs = report.rttMs.value_or(known.rttMs);
        command.status.uncertaintyMs = report.uncertaintyMs.value_or(known.uncertaintyMs);
        commands.push_back(command);
    }
    return commands;
}

} // namespace tutti::music
