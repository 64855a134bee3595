#include "app/domain/RoomState.h"

#include <algorithm>

namespace tutti {
namespace {

std::vector<Seat> seatsFrom(const std::vector<SeatPlan>& plans)
{
    std::vector<Seat> seats;
    seats.reserve(plans.size());
    for (const SeatPlan& plan : plans) {
        Seat seat;
        seat.id = plan.seat;
        seat.avatar = plan.avatar;
        seat.name = plan.name;
        seat.role = plan.role;
        seats.push_back(std::move(seat));
    }
    return seats;
}

void open(RoomState& s, const RoomOpened& e, ServerTime at)
{
    s.phase = RoomPhase::Lobby;
    s.classId = e.classId;
    s.className = e.className;
    s.namesOnTablets = e.namesOnTablets;
    s.code = e.code;
    s.lesson = e.lesson;
    s.openedWallMillis = e.wallMillis;
    s.openedAt = at;
    s.lessonStartedAt.reset();
    s.timeline = e.timeline;
    s.tempoChangedAt.reset();
    s.pending = {};
    s.quiet = {};
    s.game.reset();
    s.seats = seatsFrom(e.seats);
}

void close(RoomState& s)
{
    s.phase = RoomPhase::Closed;
    s.code = {};
    s.game.reset();
    s.quiet = {};
    s.pending = {};
    for (Seat& seat : s.seats) {
        Seat empty;
        empty.id = seat.id;
        empty.avatar = seat.avatar;
        empty.name = seat.name;
        empty.role = seat.role;
        empty.gen = seat.gen + 1;
        seat = empty;
    }
}

void retime(RoomState& s, const TimelineChanged& e, ServerTime at)
{
    s.timeline = e.timeline;
    if (e.tempo) {
        s.tempoChangedAt = at;
        s.pending.tempo.reset();
    }
    if (e.timeline.transport.playing) {
        s.pending.start = false;
    }
}

void claim(Seat& seat, const SeatClaimed& e)
{
    seat.device = e.device;
    seat.gen = e.gen;
    if (seat.presence == Presence::Empty) {
        seat.presence = Presence::Rejoining;
    }
}

void release(Seat& seat, const SeatFreed& e)
{
    seat.device.clear();
    seat.gen = e.gen;
    seat.presence = Presence::Empty;
    seat.connection = Connection::None;
    seat.connections = 0;
    seat.handUp = false;
    seat.soundRunning = false;
    seat.lastNote.reset();
    seat.joinedAt.reset();
}

void connect(Seat& seat, ServerTime at)
{
    ++seat.connections;
    seat.presence = Presence::Here;
    seat.connection = std::max(seat.connection, Connection::Fair);
    if (!seat.joinedAt) {
        seat.joinedAt = at;
    }
}

void disconnect(Seat& seat)
{
    seat.connections = std::max(0, seat.connections - 1);
    if (seat.connections == 0 && seat.isClaimed()) {
        seat.presence = Presence::Rejoining;
        seat.connection = Connection::None;
        seat.soundRunning = false;
    }
}

void report(Seat& seat, const DeviceStatus& status)
{
    if (seat.connections == 0) {
        return;
    }
    seat.presence = status.visible ? Presence::Here : Presence::Away;
    seat.connection = status.connection();
    seat.soundRunning = status.soundRunning;
    seat.rttMs = status.rttMs;
}

} // namespace

void RoomState::evolve(const EventEnvelope& envelope)
{
    seq = envelope.seq;
    const auto with = [this](SeatId id, auto&& change) {
        if (Seat* found = seatFor(id)) {
            change(*found);
        }
    };
    const auto each = [&](const std::vector<SeatId>& ids, auto&& change) {
        for (const SeatId id : ids) {
            with(id, change);
        }
    };
    std::visit(
        Overloaded{
            [&](const RoomOpened& e) { open(*this, e, envelope.at); },
            [&](const LessonStarted&) {
                phase = RoomPhase::Lesson;
                lessonStartedAt = envelope.at;
            },
            [&](const LessonEnded&) { close(*this); },
            [&](const TimelineChanged& e) { retime(*this, e, envelope.at); },
            [&](const ChangesDeferred& e) { pending = e.pending; },
            [&](const CountInChanged& e) { countInBars = e.bars; },
            [&](const SeatsMuted& e) { each(e.seats, [&](Seat& s) { s.muted = e.muted; }); },
            [&](const RoleAssigned& e) { each(e.seats, [&](Seat& s) { s.role = e.role; }); },
            [&](const QuietStarted& e) {
                quiet = {true, e.at, std::nullopt};
            },
            [&](const QuietReleased& e) { quiet.releaseAt = e.at; },
            [&](const QuietEnded&) { quiet = {}; },
            [&](const SeatClaimed& e) { with(e.seat, [&](Seat& s) { claim(s, e); }); },
            [&](const SeatFreed& e) { with(e.seat, [&](Seat& s) { release(s, e); }); },
            [&](const SeatConnected& e) {
                with(e.seat, [&](Seat& s) { connect(s, envelope.at); });
            },
            [&](const SeatDisconnected& e) { with(e.seat, disconnect); },
            [&](const DeviceReported& e) { with(e.seat, [&](Seat& s) { report(s, e.status); }); },
            [&](const HandRaised& e) { with(e.seat, [&](Seat& s) { s.handUp = e.up; }); },
            [&](const NotePlayed& e) {
                with(e.note.seat, [&](Seat& s) { s.lastNote = LastNote{e.note.midi, e.at}; });
            },
            [&](const NoteStopped&) {},
            [&](const GameChanged& e) { game = e.state; },
        },
        envelope.event);
}

Seat* RoomState::seatFor(SeatId id)
{
    const auto index = static_cast<std::size_t>(id.value) - 1;
    return id.value >= 1 && index < seats.size() ? &seats[index] : nullptr;
}

const Seat* RoomState::seat(SeatId id) const
{
    return const_cast<RoomState*>(this)->seatFor(id);
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
