#include "app/games/beat_ring/RingRoom.h"

#include "app/domain/RoomState.h"
#include "app/games/beat_ring/Dealing.h"
#include "app/games/beat_ring/RingClock.h"
#include "app/games/beat_ring/RingFlow.h"
#include "app/games/beat_ring/RingScore.h"

#include <algorithm>

namespace tutti::games {
namespace {

/// Pulses are counted anew from every start of the music.
void followMusic(Ring& ring, const Timeline& line)
{
    const std::int64_t start = toMicros(line.transport.at);
    if (line.transport.playing && ring.startMicros != start) {
        ring.now = {1, ring.upcoming()};
        ring.next.reset();
        ring.startMicros = start;
        ring.closed = 0;
        ring.broken = 0;
    }
}

bool ownAny(const BeatOwners& owners, const std::vector<SeatId>& players)
{
    return std::any_of(players.begin(), players.end(),
                       [&](SeatId seat) { return ownsAny(owners, seat); });
}

/// With the seats that would play if somebody sat there: they keep what they own for as long as a round is on.
std::vector<SeatId> withFreed(std::vector<SeatId> players, const RoomState& room)
{
    for (const Seat& seat : room.seats) {
        if (!seat.isClaimed() && plays(seat.role)) {
            players.push_back(seat.id);
        }
    }
    return players;
}

/// Whether somebody who comes now would break into something.
bool isUnderWay(const Ring& ring, const GameView& view, const std::vector<SeatId>& players)
{
    const Timeline& line = view.room.timeline;
    const bool hasTurns = ring.bars > 0 || ring.offered > 0 ||
                          std::any_of(ring.lit.begin(), ring.lit.end(),
                                      [](const auto& lit) { return lit.has_value(); });
    const bool runs =
        line.transport.playing && placeOf(line, ring.now.fromBeat).at < view.now + kOwnerLead;
    return ring.phase == RingPhase::Done ||
           (ownAny(ring.upcoming(), players) && (hasTurns || runs));
}

void followSeats(Ring& ring, const GameView& view)
{
    const std::vector<SeatId> players = playersIn(view.room);
    const bool underWay = isUnderWay(ring, view, players);
    keepOnly(ring, underWay ? withFreed(players, view.room) : players);
    std::vector<SeatId> watching;
    std::vector<SeatId> newcomers;
    for (const SeatId seat : players) {
        if (!ownsAny(ring.upcoming(), seat)) {
            (ring.isWatching(seat) ? watching : newcomers).push_back(seat);
        }
    }
    if (underWay) {
        watching.insert(watching.end(), newcomers.begin(), newcomers.end());
        std::sort(watching.begin(), watching.end());
    } else if (!newcomers.empty()) {
        hand(ring, view, completed(ring.upcoming(), newcomers, ring.each));
    }
    ring.watching = std::move(watching);
}

/// A hand that nobody can take down any more does not hold the class up.
void followConductor(Ring& ring, const GameView& view)
{
    const auto& seats = view.room.seats;
    const bool leads = std::any_of(seats.begin(), seats.end(), [&](const Seat& seat) {
        return seat.role == Role::Conductor && seat.presence == Presence::Here &&
               !view.room.isSilenced(seat);
    });
    if (ring.phase == RingPhase::Held && !leads) {
        ring.phase = RingPhase::Play;
        leaveOutUntil(ring, view, view.now + kOwnerLead);
    }
}

/// The first owner who can be heard, of this beat or the nearest one before it.
std::optional<SeatId> nearestHeard(const BeatOwners& owners, const RoomState& room,
                                   std::size_t beat)
{
    for (std::size_t back = 0; back < owners.size(); ++back) {
        for (const SeatId seat : owners[(beat + owners.size() - back) % owners.size()]) {
            if (isHeard(room, seat)) {
                return seat;
            }
        }
    }
    return std::nullopt;
}

bool isAnyHere(const std::vector<SeatId>& owners, const RoomState& room)
{
    return std::any_of(owners.begin(), owners.end(), [&](SeatId id) {
        const Seat* seat = room.seat(id);
        return seat && seat->presence == Presence::Here;
    });
}

bool isAnyClaimed(const std::vector<SeatId>& owners, const RoomState& room)
{
    return std::any_of(owners.begin(), owners.end(), [&](SeatId id) {
        const Seat* seat = room.seat(id);
        return seat && seat->isClaimed();
    });
}

std::vector<RingCover> coverOf(const Ring& ring, const RoomState& room)
{
    std::vector<RingCover> cover;
    const BeatOwners& owners = ring.now.owners;
    for (std::size_t i = 0; ring.ghost && i < owners.size(); ++i) {
        const int beat = static_cast<int>(i) + 1;
        if (ring.isRest(beat) || isAnyHere(owners[i], room)) {
            continue;
        }
        if (const auto heard = nearestHeard(owners, room, i)) {
            cover.push_back({beat, *heard});
        }
    }
    return cover;
}

} // namespace

void follow(Ring& ring, const GameView& view)
{
    followMusic(ring, view.room.timeline);
    followConductor(ring, view);
    followSeats(ring, view);
}

void refresh(Ring& ring, const RoomState& room)
{
    for (std::size_t i = 0; i < ring.lit.size(); ++i) {
        if (ring.isRest(static_cast<int>(i) + 1) || !isAnyClaimed(ring.now.owners[i], room)) {
            ring.lit[i].reset();
        }
    }
    ring.cover = coverOf(ring, room);
}

void catchUp(Ring& ring, const GameView& view)
{
    follow(ring, view);
    refresh(ring, view.room);
}

void clearRound(Ring& ring)
{
    ring.bars = 0;
    ring.held = 0;
    ring.run = 0;
    ring.best = 0;
    ring.offered = 0;
    ring.answered = 0;
    ring.inTime = 0;
    ring.lit.assign(static_cast<std::size_t>(ring.beats), std::nullopt);
}

} // namespace tutti::games
