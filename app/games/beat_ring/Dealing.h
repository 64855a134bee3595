#pragma once

#include "app/games/beat_ring/Ring.h"

namespace tutti {
struct RoomState;
struct Seat;
} // namespace tutti

namespace tutti::games {

/// Whether somebody sits there who makes sound.
bool isPlayer(const Seat& seat);
/// The seats of the room for which that holds, in seat order.
std::vector<SeatId> playersIn(const RoomState& room);

/// One beat after the other round the ring, from beat 1. Who owns two has them half a ring apart.
BeatOwners dealt(const std::vector<SeatId>& players, int beats, int each);
/// What `turn` makes of the owners that are; players without a beat get the emptiest ones.
BeatOwners movedOn(const Ring& ring, const std::vector<SeatId>& players);
/// Gives the players without a beat the emptiest ones, the first of them first.
BeatOwners completed(BeatOwners owners, const std::vector<SeatId>& players, int each);
/// Takes their beats from all others, those that hold now as well as those to come.
void keepOnly(Ring& ring, const std::vector<SeatId>& seats);
BeatOwners withoutSeat(BeatOwners owners, SeatId seat);

} // namespace tutti::games
