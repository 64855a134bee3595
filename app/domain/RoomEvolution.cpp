// What each event changes in a room.
#include "app/domain/RoomState.h"

#include <algorithm>

namespace tutti {
namespace {

/// Marks beyond these push out the oldest.
constexpr std::size_t kMaxMarks = 200;

Seat seatFrom(const SeatPlan& plan)
{
    Seat seat;
    seat.id = plan.seat;
    seat.avatar = plan.avatar;
    seat.name = plan.name;
    seat.role = plan.role;
    seat.guest = plan.guest;
    return seat;
}

std::vector<Seat> seatsFrom(const std::vector<SeatPlan>& plans)
{
    std::vector<Seat> seats;
    seats.reserve(plans.size());
    std::transform(plans.begin(), plans.end(), std::back_inserter(seats), seatFrom);
    return seats;
}

void claim(Seat& seat, const SeatClaimed& e)
{
    seat.device = e.device;
    seat.gen = e.gen;
    if (seat.presence == Presence::Empty) {
        seat.presence = Presence::Rejoining;
    }
}

/// What belongs to a tablet goes with it; what the teacher gave the child stays.
void release(Seat& seat, const SeatFreed& e)
{
    Seat empty;
    empty.id = seat.id;
    empty.avatar = seat.avatar;
    empty.name = seat.name;
    empty.role = seat.role;
    empty.guest = seat.guest;
    empty.muted = seat.muted;
    empty.gen = e.gen;
    seat = empty;
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
    seat.uncertaintyMs = status.uncertaintyMs;
    if (status.heard) {
        seat.heardNothing = !*status.heard;
    }
}

void remove(std::vector<std::string>& devices, const std::string& device)
{
    devices.erase(std::remove(devices.begin(), devices.end(), device), devices.end());
}

} // namespace

/// One overload an event.
struct RoomEvolution {
    RoomState& s;
    ServerTime at;

    template <typename Change>
    void with(SeatId id, Change change) const
    {
        if (Seat* found = s.seatFor(id)) {
            change(*found);
        }
    }
    template <typename Change>
    void each(const std::vector<SeatId>& ids, Change change) const
    {
        for (const SeatId id : ids) {
            with(id, change);
        }
    }

    void operator()(const RoomOpened& e) const
    {
        RoomState fresh;
        fresh.seq = s.seq;
        fresh.countInBars = s.countInBars;
        fresh.phase = RoomPhase::Lobby;
        fresh.classId = e.classId;
        fresh.className = e.className;
        fresh.namesOnTablets = e.namesOnTablets;
        fresh.code = e.code;
        fresh.doorCode = e.code;
        fresh.lesson = e.lesson;
        fresh.openedWallMillis = e.wallMillis;
        fresh.openedAt = at;
        fresh.timeline = e.timeline;
        fresh.tablets = e.tablets;
        fresh.seats = seatsFrom(e.seats);
        s = std::move(fresh);
    }
    void operator()(const LessonStarted&) const
    {
        s.phase = RoomPhase::Lesson;
        s.lessonStartedAt = at;
    }
    void operator()(const LessonEnded&) const
    {
        s.phase = RoomPhase::Closed;
        s.code = {};
        s.doorCode = {};
        s.game.reset();
        s.solo.reset();
        s.quiet = {};
        s.pending = {};
        s.door = {};
        s.mood = {};
        std::erase_if(s.seats, [](const Seat& seat) { return seat.guest; });
        for (Seat& seat : s.seats) {
            release(seat, {seat.id, seat.gen + 1});
            seat.muted = false;
        }
    }
    void operator()(const TimelineChanged& e) const
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
    void operator()(const HandRaised& e) const
    {
        with(e.seat, [&](Seat& seat) {
            seat.handUp = e.up;
            seat.handUpAt = e.up ? std::optional{at} : std::nullopt;
        });
    }
    void operator()(const DoorKnocked& e) const
    {
        for (Knock& knock : s.door.knocks) {
            if (knock.device == e.device) {
                knock.lastSeen = at;
                return;
            }
        }
        s.door.knocks.push_back({e.device, s.tabletNumber(e.device), at, at});
    }
    void operator()(const DoorLeft& e) const { forgetKnock(e.device); }
    void operator()(const DoorAnswered& e) const
    {
        forgetKnock(e.device);
        remove(s.door.admitted, e.device);
        remove(s.door.declined, e.device);
        (e.admitted ? s.door.admitted : s.door.declined).push_back(e.device);
    }
    void operator()(const DoorLocked& e) const
    {
        s.door.locked = e.locked;
        s.door.declined.clear();
        if (!e.locked) {
            s.door.knocks.clear();
            s.door.admitted.clear();
        }
    }
    void operator()(const GameChanged& e) const
    {
        s.game = e.state;
        if (e.begins) {
            s.lastResult.reset();
        }
    }
    void operator()(const MoodAsked& e) const
    {
        s.mood = {};
        s.mood.id = e.round;
        s.mood.open = true;
    }
    void operator()(const MoodGiven& e) const
    {
        if (e.mood) {
            ++s.mood.counts[static_cast<std::size_t>(*e.mood)];
        } else {
            ++s.mood.skipped;
        }
        if (e.seat.isValid()) {
            s.mood.answered.push_back(e.seat);
        }
    }
    void operator()(const MomentMarked&) const
    {
        s.marks.push_back(at);
        if (s.marks.size() > kMaxMarks) {
            s.marks.erase(s.marks.begin());
        }
    }
    void operator()(const SeatConnected& e) const
    {
        with(e.seat, [&](Seat& seat) { connect(seat, at); });
    }
    void operator()(const NotePlayed& e) const
    {
        with(e.note.seat, [&](Seat& seat) { seat.lastNote = LastNote{e.note.midi, e.at}; });
    }
    void operator()(const CodeChanged& e) const { s.doorCode = e.code; }
    void operator()(const ChangesDeferred& e) const { s.pending = e.pending; }
    void operator()(const CountInChanged& e) const { s.countInBars = e.bars; }
    void operator()(const SeatsMuted& e) const
    {
        each(e.seats, [&](Seat& seat) { seat.muted = e.muted; });
    }
    void operator()(const RoleAssigned& e) const
    {
        each(e.seats, [&](Seat& seat) { seat.role = e.role; });
    }
    void operator()(const SoloChanged& e) const { s.solo = e.role; }
    void operator()(const QuietStarted& e) const { s.quiet = {true, e.at, std::nullopt}; }
    void operator()(const QuietReleased& e) const { s.quiet.releaseAt = e.at; }
    void operator()(const QuietEnded&) const { s.quiet = {}; }
    void operator()(const SeatClaimed& e) const
    {
        with(e.seat, [&](Seat& seat) { claim(seat, e); });
    }
    void operator()(const SeatFreed& e) const
    {
        with(e.seat, [&](Seat& seat) { release(seat, e); });
    }
    void operator()(const TabletNumbered& e) const { s.tablets.push_back(e.tablet); }
    void operator()(const SeatAdded& e) const { s.seats.push_back(seatFrom(e.plan)); }
    void operator()(const SeatRenamed& e) const
    {
        with(e.seat, [&](Seat& seat) { seat.name = e.name; });
    }
    void operator()(const SeatDisconnected& e) const { with(e.seat, disconnect); }
    void operator()(const DeviceReported& e) const
    {
        with(e.seat, [&](Seat& seat) { report(seat, e.status); });
    }
    void operator()(const RoundEnded& e) const { s.lastResult = e.result; }
    void operator()(const MoodEnded&) const { s.mood.open = false; }
    void operator()(const NoteStopped&) const {}
    void operator()(const GameMoved&) const {}
    void operator()(const OpportunitiesClosed&) const {}

private:
    void forgetKnock(const std::string& device) const
    {
        std::erase_if(s.door.knocks, [&](const Knock& knock) { return knock.device == device; });
    }
};

void RoomState::evolve(const EventEnvelope& envelope)
{
    seq = envelope.seq;
    std::visit(RoomEvolution{*this, envelope.at}, envelope.event);
}

} // namespace tutti
