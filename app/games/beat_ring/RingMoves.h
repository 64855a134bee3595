#pragma once

#include "app/domain/Game.h"
#include "app/games/beat_ring/Ring.h"
#include "app/games/beat_ring/RingFlow.h"

namespace tutti::games {

/// What a move made of a ring.
struct RingOutcome {
    Ring ring;
    Opportunities opportunities;
    std::optional<GroupResult> result;
};

/// A move in the game; `ring` has caught up with the room.
/// Errors: BadMove, with what is wrong; NotAllowed where it is not this seat's move.
Result<RingOutcome> makeMove(Ring ring, const GameView& view, const GameMove& move);

} // namespace tutti::games
