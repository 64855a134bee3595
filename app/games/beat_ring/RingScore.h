#pragma once

#include "app/domain/Game.h"
#include "app/games/beat_ring/Ring.h"

#include <vector>

namespace tutti::games {

/// Whether a seat can be heard at the moment: the tablet in front, and the teacher lets it sound.
bool isHeard(const RoomState& room, SeatId seat);

/// When all taps of a pulse are in, given so much time for their travel.
ServerTime closingTime(const Ring& ring, const RoomState& room, std::int64_t pulse,
                       std::chrono::nanoseconds travel);
/// The next pulse that somebody was asked to play, or that ends a pass which counts; none while nobody is asked.
std::optional<std::int64_t> nextAsked(const Ring& ring, const RoomState& room);

/// Deals with one pulse: an opportunity for each owner, the totals of who could play, the pass that ends with it.
/// Returns whether it ended a pass that counts.
bool closePulse(Ring& ring, const GameView& view, std::int64_t pulse,
                std::vector<Opportunity>& opportunities);

} // namespace tutti::games
