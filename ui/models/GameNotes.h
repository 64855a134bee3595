#pragma once

#include "app/domain/Game.h"

#include <vector>

namespace tutti::ui {

/// The pitches a game plays with, one of each pitch class, C first; drums left out. Empty for a game that says nothing of notes.
std::vector<std::int32_t> gameNotes(const GameState& state);

} // namespace tutti::ui
