#include "app/games/beat_ring/Ring.h"

#include <algorithm>

namespace tutti::games {
namespace {

using std::chrono::milliseconds;

constexpr std::array kHit{milliseconds{150}, milliseconds{120}, milliseconds{90}};
constexpr std::array kClose{milliseconds{220}, milliseconds{180}, milliseconds{140}};
/// As far up as the largest ring goes.
constexpr std::array kScale{60, 62, 64, 67, 69, 72, 74, 76, 79};

bool contains(const std::vector<SeatId>& seats, SeatId seat)
{
    return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

} // namespace

std::chrono::microseconds Ring::hit() const
{
    return kHit[static_cast<std::size_t>(level)];
}

std::chrono::microseconds Ring::close() const
{
    return kClose[static_cast<std::size_t>(level)];
}

std::vector<int> Ring::notes() const
{
    std::vector<int> all;
    all.reserve(static_cast<std::size_t>(beats));
    for (int beat = 0; beat < beats; ++beat) {
        all.push_back(kScale[static_cast<std::size_t>(std::min(beat, beats - beat))]);
    }
    return all;
}

int Ring::beatOf(std::int64_t pulse) const
{
    return static_cast<int>((pulse - 1) % beats) + 1;
}

bool Ring::isRest(int beat) const
{
    return std::find(rest.begin(), rest.end(), beat) != rest.end();
}

std::vector<SeatId> Ring::ownersAt(std::int64_t pulse) const
{
    const RingShift& shift = next && pulse >= next->fromBeat ? *next : now;
    return pulse < shift.fromBeat ? std::vector<SeatId>{}
                                  : shift.owners[static_cast<std::size_t>(beatOf(pulse) - 1)];
}

bool Ring::isWatching(SeatId seat) const
{
    return contains(watching, seat);
}

std::vector<int> beatsIn(const BeatOwners& owners, SeatId seat)
{
    std::vector<int> beats;
    for (std::size_t i = 0; i < owners.size(); ++i) {
        if (contains(owners[i], seat)) {
            beats.push_back(static_cast<int>(i) + 1);
        }
    }
    return beats;
}

bool ownsAny(const BeatOwners& owners, SeatId seat)
{
    return std::any_of(owners.begin(), owners.end(),
                       [&](const auto& seats) { return contains(seats, seat); });
}

} // namespace tutti::games
