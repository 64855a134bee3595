#pragma once

#include "app/domain/Game.h"
#include "app/games/beat_ring/Ring.h"

#include <vector>

namespace tutti::games {

/// What became due while the rules looked at a ring.
using Opportunities = std::vector<Opportunity>;

/// When advance() has something to do, if ever.
std::optional<ServerTime> nextAdvance(const Ring& ring, const GameView& view);
/// Closes every beat whose taps are in, and lets owners that were to come begin.
void advance(Ring& ring, const GameView& view, Opportunities& opportunities);
/// Closes the beats that are over but still wait for taps on their way: what comes now must not reach back to them.
/// Beats do not move on by themselves here; whoever settles is about to change more than that.
void settle(Ring& ring, const GameView& view, Opportunities& opportunities);

/// Whether giving the beats to `owners` takes them from those who hold them now, instead of following them in a pass to
/// come.
bool replacesAtOnce(const Ring& ring, const GameView& view, const BeatOwners& owners);
/// Gives the beats to others: at once while the music is stopped, otherwise from a pass on that can still be announced.
void hand(Ring& ring, const GameView& view, BeatOwners owners);
/// Nobody is asked for a pulse up to this one any more, and no pass with one of them in it counts.
void leaveOut(Ring& ring, std::int64_t pulse);
/// The same for the pulses that are over, or too close for anyone to get ready.
void leaveOutUntil(Ring& ring, const GameView& view, ServerTime time);
/// A ring all of whose beats are dealt anew.
void dealAnew(Ring& ring, const GameView& view);

} // namespace tutti::games
