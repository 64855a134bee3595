#include "app/games/Games.h"

#include "app/games/beat_ring/BeatRing.h"
#include "app/games/free_jam/FreeJam.h"

namespace tutti::games {

GameRegistry allGames()
{
    GameRegistry registry;
    registry.add(std::make_unique<FreeJam>());
    registry.add(std::make_unique<BeatRing>());
    return registry;
}

} // namespace tutti::games
