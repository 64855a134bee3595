#include "app/games/beat_ring/Dealing.h"

#include "app/domain/RoomState.h"

#include <algorithm>
#include <random>

namespace tutti::games {
namespace {

std::size_t sizeOf(int beats)
{
    return static_cast<std::size_t>(beats);
}

/// Owners stay in seat order within their beat.
void add(std::vector<SeatId>& owners, SeatId seat)
{
    const auto place = std::lower_bound(owners.begin(), owners.end(), seat);
    if (place == owners.end() || *place != seat) {
        owners.insert(place, seat);
    }
}

void give(BeatOwners& owners, SeatId seat, std::size_t beat, int each)
{
    add(owners[beat % owners.size()], seat);
    if (each == 2) {
        add(owners[(beat + owners.size() / 2) % owners.size()], seat);
    }
}

BeatOwners shuffled(const Ring& ring, std::vector<SeatId> players)
{
    std::mt19937_64 random{static_cast<std::uint64_t>(ring.seed) +
                           static_cast<std::uint64_t>(ring.round) * 1'000'003U +
                           static_cast<std::uint64_t>(ring.bars)};
    for (std::size_t i = players.size(); i > 1; --i) {
        std::swap(players[i - 1], players[random() % i]);
    }
    return dealt(players, ring.beats, ring.each);
}

/// Neighbours in seat order share a beat, two or more of them; groups are spread evenly over the ring.
BeatOwners grouped(const Ring& ring, const std::vector<SeatId>& players)
{
    BeatOwners owners(sizeOf(ring.beats));
    const std::size_t places = owners.size() / static_cast<std::size_t>(ring.each);
    const std::size_t groups = std::clamp<std::size_t>(players.size() / 2, 1, places);
    const auto placeOf = [&](std::size_t i) {
        return i * groups / players.size() * places / groups;
    };
    // One beat on from where the first who has one is, whatever brought the beats there.
    std::size_t moves = 0;
    for (std::size_t i = 0; i < players.size() && moves == 0; ++i) {
        const std::vector<int> beats = beatsIn(ring.upcoming(), players[i]);
        moves = beats.empty()
                    ? 0
                    : static_cast<std::size_t>(beats.front()) + owners.size() - placeOf(i);
    }
    for (std::size_t i = 0; i < players.size(); ++i) {
        give(owners, players[i], placeOf(i) + moves, ring.each);
    }
    return owners;
}

BeatOwners rotated(BeatOwners owners, RingTurn turn)
{
    if (turn == RingTurn::Left) {
        std::rotate(owners.begin(), owners.end() - 1, owners.end());
    } else if (turn == RingTurn::Right) {
        std::rotate(owners.begin(), owners.begin() + 1, owners.end());
    }
    return owners;
}

} // namespace

bool isPlayer(const Seat& seat)
{
    return seat.isClaimed() && plays(seat.role);
}

std::vector<SeatId> playersIn(const RoomState& room)
{
    std::vector<SeatId> players;
    for (const Seat& seat : room.seats) {
        if (isPlayer(seat)) {
            players.push_back(seat.id);
        }
    }
    return players;
}

BeatOwners dealt(const std::vector<SeatId>& players, int beats, int each)
{
    BeatOwners owners(sizeOf(beats));
    for (std::size_t i = 0; i < players.size(); ++i) {
        give(owners, players[i], i, each);
    }
    return owners;
}

BeatOwners movedOn(const Ring& ring, const std::vector<SeatId>& players)
{
    switch (ring.turn) {
    case RingTurn::Shuffle:
        return shuffled(ring, players);
    case RingTurn::Groups:
        return grouped(ring, players);
    case RingTurn::Left:
    case RingTurn::Right:
    case RingTurn::Stay:
        break;
    }
    return completed(rotated(ring.upcoming(), ring.turn), players, ring.each);
}

BeatOwners completed(BeatOwners owners, const std::vector<SeatId>& players, int each)
{
    for (const SeatId seat : players) {
        if (!ownsAny(owners, seat)) {
            const auto emptiest =
                std::min_element(owners.begin(), owners.end(),
                                 [](const auto& a, const auto& b) { return a.size() < b.size(); });
            give(owners, seat, static_cast<std::size_t>(emptiest - owners.begin()), each);
        }
    }
    return owners;
}

void keepOnly(Ring& ring, const std::vector<SeatId>& seats)
{
    const auto keep = [&](BeatOwners& owners) {
        for (auto& there : owners) {
            std::erase_if(there, [&](SeatId seat) {
                return std::find(seats.begin(), seats.end(), seat) == seats.end();
            });
        }
    };
    keep(ring.now.owners);
    if (ring.next) {
        keep(ring.next->owners);
    }
}

BeatOwners withoutSeat(BeatOwners owners, SeatId seat)
{
    for (auto& seats : owners) {
        std::erase(seats, seat);
    }
    return owners;
}

} // namespace tutti::games
