#include "app/sel/LessonTimes.h"

#include <algorithm>

namespace tutti::sel {
namespace {

/// Adds the stretch to a seat's sets, whose state held all through it.
void add(SeatTimes& times, const Seat& seat, const RoomState& room, const Interval& stretch)
{
    const auto append = [&](IntervalSet& set) { set = set.unitedWith(IntervalSet{{stretch}}); };
    if (seat.presence == Presence::Here) {
        append(times.present);
    }
    if (room.isSilenced(seat)) {
        append(times.muted);
    }
    if (room.phase == RoomPhase::Lesson && plays(seat.role)) {
        append(times.playing);
    }
}

/// Adds the stretch between two events, all through which the room was as it is.
void add(LessonTimes& times, const RoomState& room, const Interval& stretch)
{
    if (room.phase == RoomPhase::Lesson) {
        times.play = times.play.unitedWith(IntervalSet{{stretch}});
    }
    if (room.quiet.on) {
        const Interval quiet{std::max(stretch.from, room.quiet.since),
                             std::min(stretch.to, room.quiet.releaseAt.value_or(stretch.to))};
        times.quiet = times.quiet.unitedWith(IntervalSet{{quiet}});
    }
    for (const Seat& seat : room.seats) {
        add(times.seats[seat.id], seat, room, stretch);
    }
}

} // namespace

LessonTimes timesOf(const Batch& controlEvents, ServerTime end)
{
    LessonTimes times;
    RoomState room;
    ServerTime since;
    for (const EventEnvelope& envelope : controlEvents) {
        if (room.isOpen()) {
            add(times, room, {since, envelope.at});
        }
        room.evolve(envelope);
        since = envelope.at;
    }
    if (room.isOpen()) {
        add(times, room, {since, end});
    }
    return times;
}

} // namespace tutti::sel
