#include "app/domain/RoomState.h"

#include <algorithm>

namespace tutti {

Seat* RoomState::seatFor(SeatId id)
{
    const auto index = static_cast<std::size_t>(id.value) - 1;
    return id.value >= 1 && index < seats.size() ? &seats[index] : nullptr;
}

const Seat* RoomState::seat(SeatId id) const
{
    return const_cast<RoomState*>(this)->seatFor(id);
}

std::vector<SeatId> RoomState::seatsOf(std::string_view device) const
{
    std::vector<SeatId> held;
    for (const Seat& seat : seats) {
        if (!device.empty() && seat.device == device) {
            held.push_back(seat.id);
        }
    }
    return held;
}

std::int32_t RoomState::tabletNumber(std::string_view device) const
{
    const auto found = std::find_if(tablets.begin(), tablets.end(),
                                    [&](const Tablet& tablet) { return tablet.device == device; });
    return found == tablets.end() ? 0 : found->number;
}

std::int32_t RoomState::seatsHere() const
{
    return static_cast<std::int32_t>(
        std::count_if(seats.begin(), seats.end(), [](const Seat& s) { return s.connections > 0; }));
}

Tempo RoomState::pulseTempo() const
{
    return pending.tempo.value_or(timeline.segments.empty() ? Tempo{} : timeline.lastPulseTempo());
}

Meter RoomState::meter() const
{
    return timeline.meters.empty() ? Meter{} : timeline.meters.back().meter;
}

} // namespace tutti
