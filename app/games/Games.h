#pragma once

#include "app/domain/Game.h"

namespace tutti::games {

/// Every game of this build; a lesson begins with the first. One more game is one folder and one line in Games.cpp.
GameRegistry allGames();

} // namespace tutti::games
