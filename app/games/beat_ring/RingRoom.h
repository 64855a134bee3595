#pragma once

#include "app/domain/Game.h"
#include "app/games/beat_ring/Ring.h"

namespace tutti::games {

/// Follows what happened in the room: the music began anew, children came, went or got another role, the conductor left.
void follow(Ring& ring, const GameView& view);
/// Works out what follows from owners and room alone: who covers for whom, which beats show nothing.
void refresh(Ring& ring, const RoomState& room);
/// Both.
void catchUp(Ring& ring, const GameView& view);
/// What still stands of the round begins from nothing.
void clearRound(Ring& ring);

} // namespace tutti::games
