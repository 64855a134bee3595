#pragma once

#include "app/domain/Command.h"
#include "ui/models/RingModel.h"

namespace tutti::ui {

/// What a teacher can do in a Beat Ring, as the moves its rules know.

MakeMove pauseRing(bool on);
MakeMove nextRound();
/// `beat` from 1.
MakeMove assignBeat(const std::vector<SeatId>& seats, int beat);
MakeMove setBeats(int beats);
MakeMove setEach(int beats);
MakeMove setLevel(RingLevel level);
MakeMove setTurn(RingTurn turn);
/// 0: only with Next round.
MakeMove setEvery(int passes);
MakeMove setGhost(bool on);
/// Beats from 1.
MakeMove setRest(const std::vector<int>& beats);

} // namespace tutti::ui
