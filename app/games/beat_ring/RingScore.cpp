#include "app/games/beat_ring/RingScore.h"

#include "app/domain/Matching.h"
#include "app/domain/RoomState.h"
#include "app/games/beat_ring/RingClock.h"

#include <algorithm>

namespace tutti::games {
namespace {

using std::chrono::microseconds;
using std::chrono::nanoseconds;

/// Everything about a pulse that its owners' taps are held against.
struct AskedPulse {
    PulsePlace place;
    nanoseconds window;
    nanoseconds hit;
};

AskedPulse askedAt(const Ring& ring, const RoomState& room, std::int64_t pulse)
{
    const PulsePlace place = placeOf(room.timeline, pulse);
    const nanoseconds window = windowWithin(ring.close(), std::min(place.before, place.after));
    return {place, window, std::min<nanoseconds>(ring.hit(), window)};
}

std::size_t indexOf(const Ring& ring, std::int64_t pulse)
{
    return static_cast<std::size_t>(ring.beatOf(pulse) - 1);
}

/// Whether this pass has what it takes to count, once its last beat is closed.
bool passCounts(const Ring& ring, std::int64_t lastPulse)
{
    const std::int64_t first = lastPulse - ring.beats + 1;
    return first > ring.broken && first >= ring.now.fromBeat &&
           std::any_of(ring.lit.begin(), ring.lit.end(), [](const auto& lit) { return lit; });
}

bool isAsked(const Ring& ring, std::int64_t pulse)
{
    const int beat = ring.beatOf(pulse);
    return (!ring.isRest(beat) && !ring.ownersAt(pulse).empty()) ||
           (beat == ring.beats && passCounts(ring, pulse));
}

Opportunity opportunityOf(const AskedPulse& asked, const GameView& view, const Seat& seat)
{
    Opportunity row;
    row.seat = seat.id;
    row.expected = asked.place.at;
    row.from = asked.place.at - asked.place.before / 2;
    row.to = asked.place.at + asked.place.after / 2;
    row.close = std::chrono::duration_cast<microseconds>(asked.window);
    row.hit = std::chrono::duration_cast<microseconds>(asked.hit);
    row.uncertainty = microseconds{static_cast<std::int64_t>(seat.uncertaintyMs * 1000.0)};
    std::vector<ServerTime> taps;
    for (const PlayedNote& note : view.notes) {
        if (note.seat == seat.id) {
            taps.push_back(note.at - kTouchLatency);
        }
    }
    std::sort(taps.begin(), taps.end());
    // Windows of neighbouring beats do not meet, so what is matched here is free for no other beat.
    const Onset onset{asked.place.at, asked.window};
    for (const TapMatch& match : matchTaps({&onset, 1}, taps)) {
        row.touched = taps[match.tap] + kTouchLatency;
        row.asynchrony = std::chrono::duration_cast<microseconds>(match.asynchrony);
    }
    return row;
}

bool isQuietAt(const QuietState& quiet, const AskedPulse& asked)
{
    return quiet.on && quiet.since < asked.place.at + asked.window &&
           (!quiet.releaseAt || *quiet.releaseAt > asked.place.at - asked.window);
}

/// What the class as a whole made of a beat.
struct BeatTotals {
    int offered = 0;
    int answered = 0;
    int inTime = 0;
};

void count(Ring& ring, std::size_t beat, const BeatTotals& totals)
{
    ring.offered += totals.offered;
    ring.answered += totals.answered;
    ring.inTime += totals.inTime;
    ring.lit[beat] =
        totals.offered == 0 ? std::nullopt : std::optional{totals.answered * 2 >= totals.offered};
}

void countPass(Ring& ring)
{
    ++ring.bars;
    const bool isHeld = std::none_of(ring.lit.begin(), ring.lit.end(),
                                     [](const auto& lit) { return lit == false; });
    ring.held += isHeld ? 1 : 0;
    ring.run = isHeld ? ring.run + 1 : 0;
    ring.best = std::max(ring.best, ring.run);
}

} // namespace

bool isHeard(const RoomState& room, SeatId id)
{
    const Seat* seat = room.seat(id);
    return seat && seat->presence == Presence::Here && !room.isSilenced(*seat) && plays(seat->role);
}

ServerTime closingTime(const Ring& ring, const RoomState& room, std::int64_t pulse,
                       std::chrono::nanoseconds travel)
{
    return placeOf(room.timeline, pulse).at + ring.close() + travel;
}

std::optional<std::int64_t> nextAsked(const Ring& ring, const RoomState& room)
{
    if (ring.phase != RingPhase::Play || ring.startMicros == 0) {
        return std::nullopt;
    }
    // Owners are the same in every pass, so one pass of each says it all.
    std::vector starts{std::max(ring.closed + 1, ring.now.fromBeat)};
    if (ring.next) {
        starts.push_back(std::max(ring.closed + 1, ring.next->fromBeat));
    }
    for (const std::int64_t start : starts) {
        for (std::int64_t pulse = start; pulse < start + ring.beats; ++pulse) {
            if (isAsked(ring, pulse)) {
                return sounds(room.timeline, pulse) ? std::optional{pulse} : std::nullopt;
            }
        }
    }
    return std::nullopt;
}

bool closePulse(Ring& ring, const GameView& view, std::int64_t pulse,
                std::vector<Opportunity>& opportunities)
{
    const AskedPulse asked = askedAt(ring, view.room, pulse);
    const std::size_t beat = indexOf(ring, pulse);
    const bool isOpen = !ring.isRest(static_cast<int>(beat) + 1);
    if (isQuietAt(view.room.quiet, asked)) {
        ring.broken = std::max(ring.broken, pulse);
    }
    BeatTotals totals;
    for (const SeatId owner : ring.ownersAt(pulse)) {
        const Seat* seat = view.room.seat(owner);
        if (!isOpen || !seat || !seat->isClaimed()) {
            continue;
        }
        const Opportunity row = opportunityOf(asked, view, *seat);
        // Whoever watches, though its beats have not moved on yet, may not tap any more.
        if (ring.isWatching(owner) && !row.isAnswered()) {
            continue;
        }
        // Who answered was there, whatever happened to its tablet since.
        if (pulse > ring.broken && (row.isAnswered() || isHeard(view.room, owner))) {
            ++totals.offered;
            totals.answered += row.isAnswered() ? 1 : 0;
            totals.inTime += row.isInTime() ? 1 : 0;
        }
        opportunities.push_back(row);
    }
    count(ring, beat, totals);
    ring.closed = pulse;
    const bool ends = ring.beatOf(pulse) == ring.beats && passCounts(ring, pulse);
    if (ends) {
        countPass(ring);
    }
    return ends;
}

} // namespace tutti::games
