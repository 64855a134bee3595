#pragma once

#include "app/domain/Game.h"

namespace tutti::games {

/// The rules of Beat Ring. The music's beats go round a ring; each beat belongs to somebody, who taps once when it
/// comes round. What the class makes of it together is counted; of one child there is only whether and when it tapped.
class BeatRing final : public Game {
public:
    std::string_view id() const override { return "beat_ring"; }
    GameStatePtr begin(const GameView& view, std::uint64_t random) const override;
    GameStatePtr decode(std::string_view json) const override;
    std::optional<ServerTime> nextDue(const GameState& state, const GameView& view) const override;
    GameStep step(const GameState& state, const GameView& view) const override;
    Result<GameStep> move(const GameState& state, const GameView& view,
                          const GameMove& move) const override;
    std::optional<Error> refusal(const GameState& state, const Seat& seat) const override;
};

} // namespace tutti::games
