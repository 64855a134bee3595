#pragma once

#include "app/domain/Game.h"
#include "app/games/beat_ring/Ring.h"

namespace tutti::games {

/// A Ring as the room keeps it.
class BeatRingState final : public GameState {
public:
    explicit BeatRingState(Ring state)
        : ring(std::move(state))
    {
    }

    std::string_view game() const override { return "beat_ring"; }
    std::string encode() const override;
    /// Where owners that are to come differ from those that are, the ones to come.
    std::vector<int> beatsOf(SeatId seat) const override { return beatsIn(ring.upcoming(), seat); }
    bool hasConductor() const override { return true; }

    const Ring ring;
};

} // namespace tutti::games
