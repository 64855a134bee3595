#include "app/games/beat_ring/RingFlow.h"

#include "app/domain/RoomState.h"
#include "app/games/beat_ring/Dealing.h"
#include "app/games/beat_ring/RingClock.h"
#include "app/games/beat_ring/RingScore.h"

#include <algorithm>

namespace tutti::games {
namespace {

ServerTime timeOf(const GameView& view, std::int64_t pulse)
{
    return placeOf(view.room.timeline, pulse).at;
}

/// Owners to come begin in the rules once the last beat of those before them is closed.
std::optional<ServerTime> takeOverTime(const Ring& ring, const GameView& view)
{
    if (!ring.next) {
        return std::nullopt;
    }
    const Timeline& line = view.room.timeline;
    const std::int64_t last = ring.next->fromBeat - 1;
    return sounds(line, last) ? closingTime(ring, view.room, last, kTapTravel) : line.transport.at;
}

void takeOver(Ring& ring, std::int64_t fromBeat)
{
    ring.now = {fromBeat, ring.next->owners};
    ring.next.reset();
}

/// The next pulse whose taps are all in.
std::optional<std::int64_t> nextClosed(const Ring& ring, const GameView& view,
                                       std::chrono::nanoseconds travel)
{
    const auto pulse = nextAsked(ring, view.room);
    const bool isOver = pulse && closingTime(ring, view.room, *pulse, travel) <= view.now;
    return isOver ? pulse : std::nullopt;
}

/// Whether tablets are about to take the owners to come by themselves, or have.
bool isTooLateToChangeNext(const Ring& ring, const GameView& view)
{
    return ring.next && timeOf(view, ring.next->fromBeat) < view.now + kOwnerLead;
}

} // namespace

std::optional<ServerTime> nextAdvance(const Ring& ring, const GameView& view)
{
    std::optional<ServerTime> due = takeOverTime(ring, view);
    if (const auto pulse = nextAsked(ring, view.room)) {
        const ServerTime closes = closingTime(ring, view.room, *pulse, kTapTravel);
        const bool first = !due || closes < *due || !view.room.timeline.transport.playing;
        due = first ? closes : due;
    }
    return due;
}

void advance(Ring& ring, const GameView& view, Opportunities& opportunities)
{
    while (const auto pulse = nextClosed(ring, view, kTapTravel)) {
        const bool counted = closePulse(ring, view, *pulse, opportunities);
        if (counted && ring.every > 0 && ring.bars % ring.every == 0) {
            hand(ring, view, movedOn(ring, playersIn(view.room)));
        }
    }
    const auto due = nextAdvance(ring, view);
    if (due && *due <= view.now) {
        // Nothing is left to close, so these are the owners to come.
        takeOver(ring, view.room.timeline.transport.playing ? ring.next->fromBeat : 1);
    }
}

void settle(Ring& ring, const GameView& view, Opportunities& opportunities)
{
    while (const auto pulse = nextClosed(ring, view, kTouchLatency)) {
        closePulse(ring, view, *pulse, opportunities);
    }
}

bool replacesAtOnce(const Ring& ring, const GameView& view, const BeatOwners& owners)
{
    return owners != ring.upcoming() &&
           (!view.room.timeline.transport.playing || isTooLateToChangeNext(ring, view));
}

void hand(Ring& ring, const GameView& view, BeatOwners owners)
{
    if (owners == ring.upcoming()) {
        return;
    }
    const Timeline& line = view.room.timeline;
    const ServerTime earliest = view.now + kOwnerLead;
    if (!line.transport.playing) {
        leaveOutUntil(ring, view, line.transport.at);
        ring.now = {1, std::move(owners)};
        ring.next.reset();
        return;
    }
    if (isTooLateToChangeNext(ring, view)) {
        ring.closed = std::max(ring.closed, ring.next->fromBeat - 1);
        takeOver(ring, ring.next->fromBeat);
    }
    if (timeOf(view, ring.now.fromBeat) >= earliest) {
        ring.now.owners = std::move(owners);
        ring.next.reset();
        return;
    }
    ring.next = RingShift{ringStartFrom(line, ring.beats, earliest), std::move(owners)};
    if (ring.next->owners == ring.now.owners) {
        ring.next.reset();
    }
}

void leaveOut(Ring& ring, std::int64_t pulse)
{
    ring.closed = std::max(ring.closed, pulse);
    ring.broken = std::max(ring.broken, pulse);
}

void leaveOutUntil(Ring& ring, const GameView& view, ServerTime time)
{
    if (ring.startMicros != 0) {
        leaveOut(ring, lastPulseBefore(view.room.timeline, time));
    }
}

void dealAnew(Ring& ring, const GameView& view)
{
    const Timeline& line = view.room.timeline;
    if (!line.transport.playing) {
        leaveOutUntil(ring, view, line.transport.at);
    }
    const std::int64_t from = ringStartFrom(line, ring.beats, view.now + kOwnerLead);
    ring.now = {from, dealt(playersIn(view.room), ring.beats, ring.each)};
    ring.next.reset();
    ring.lit.assign(static_cast<std::size_t>(ring.beats), std::nullopt);
    if (line.transport.playing) {
        ring.startMicros = toMicros(line.transport.at);
        ring.closed = from - 1;
        ring.broken = from - 1;
    }
}

} // namespace tutti::games
