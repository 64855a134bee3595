#pragma once

#include "ui/models/RingModel.h"

#include <chrono>
#include <optional>

namespace tutti::ui {

/// How the group does in this round of a Beat Ring: totals, nobody's own. A value.
struct RingFigures {
    int round = 1;
    /// Beats at which somebody who was there was asked to play, how many were answered, and how many of those in time.
    int offered = 0;
    int answered = 0;
    int inTime = 0;
    /// A note this near its beat is in time.
    std::chrono::microseconds hit{0};

    /// In-time notes as a part of all answers; empty below eight of them.
    std::optional<double> togetherInTime() const;
};

/// Empty for another game.
std::optional<RingFigures> ringFiguresOf(const GameStatePtr& game);
/// The beat with the fewest owners, the first of them, rests left out; 0 if all rest.
int thinnestBeat(const RingState& ring);

} // namespace tutti::ui
