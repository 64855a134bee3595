#pragma once

#include "app/domain/Game.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tutti::ui {

/// What the Beat Ring is doing.
enum class RingPhase : std::uint8_t {
    Play,
    Paused, ///< by the teacher
    Held,   ///< the conductor's hand is up
    Done,   ///< the last round is over
};

/// How forgiving the Beat Ring is.
enum class RingLevel : std::uint8_t { Seed, Sprout, Tree };
/// Where beats go at the next round.
enum class RingTurn : std::uint8_t { Left, Right, Shuffle, Groups, Stay };

/// Who owns each beat from a pulse on; index 0 is beat 1.
struct RingOwners {
    /// Running number of the pulse, 1 for the first downbeat.
    std::int64_t fromPulse = 1;
    std::vector<std::vector<SeatId>> beats;

    friend bool operator==(const RingOwners&, const RingOwners&) = default;
};

/// The state of a Beat Ring, read from its JSON. A value.
struct RingState {
    int beats = 8;
    /// Beats one student owns.
    int each = 1;
    RingLevel level = RingLevel::Sprout;
    /// MIDI note of each beat.
    std::vector<std::int32_t> notes;
    /// Beats, from 1, in which nobody plays.
    std::vector<int> rest;
    bool ghost = true;
    RingTurn turn = RingTurn::Left;
    /// Passes of the ring after which it moves on by itself; 0: never.
    int every = 0;
    int round = 1;
    int rounds = 1;
    RingPhase phase = RingPhase::Play;
    RingOwners now;
    std::optional<RingOwners> next;
    /// For each beat whether it was answered at its latest turn; empty without a turn yet.
    std::vector<std::optional<bool>> lit;
    /// Passes of the ring this round: counted, held, held in a row.
    int bars = 0;
    int held = 0;
    int run = 0;

    bool isRest(int beat) const;
    /// Which beat of the ring, from 1, a pulse is.
    int beatOf(std::int64_t pulse) const;
    /// The owners that hold at a pulse; without one, those that hold now.
    const RingOwners& ownersAt(std::optional<std::int64_t> pulse) const;
    friend bool operator==(const RingState&, const RingState&) = default;
};

/// Registry ids of the games the dashboard knows.
inline constexpr std::string_view kFreeJam = "free_jam";
inline constexpr std::string_view kBeatRing = "beat_ring";

/// Empty for another game, or for JSON that is no ring.
std::optional<RingState> ringFrom(const GameState& state);

/// Reads a room's game and keeps what it read until the game has another state.
class RingModel {
public:
    /// Null when the game is no Beat Ring. Valid until the next call.
    const RingState* ring(const GameStatePtr& game);

private:
    GameStatePtr m_game;
    std::optional<RingState> m_ring;
};

} // namespace tutti::ui
