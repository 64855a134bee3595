#pragma once

#include "app/domain/Game.h"
#include "app/games/beat_ring/Ring.h"

namespace tutti::games {

/// The ring with the options of a "set" move in place, which come as one JSON object; nothing else of it is changed.
/// Other fields are passed over.
/// Errors: BadMove, with what is wrong.
Result<Ring> withOptions(Ring ring, std::string_view json);

} // namespace tutti::games
