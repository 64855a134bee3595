#pragma once

#include "app/domain/Game.h"
#include "app/domain/Role.h"

#include <vector>

namespace tutti::games {

/// Which notes each role finds on its tablet. Everybody plays what they like, together on the beat:
/// Free Jam counts no turns and no timing. Units: MIDI note numbers.
class FreeJamState final : public GameState {
public:
    std::vector<int> melody;
    std::vector<int> harmony;
    std::vector<int> bass;
    /// General MIDI percussion.
    std::vector<int> rhythm;

    std::string_view game() const override { return "free_jam"; }
    std::string encode() const override;
};

/// The rules of Free Jam. Melodies have the pentatonic scale on C, in which no two notes clash; drums are those of
/// General MIDI.
class FreeJam final : public Game {
public:
    std::string_view id() const override { return "free_jam"; }
    GameStatePtr begin(const GameView& view, std::uint64_t random) const override;
    GameStatePtr decode(std::string_view json) const override;
};

} // namespace tutti::games
