#pragma once

#include "app/games/beat_ring/Ring.h"

#include <string>

namespace tutti::games {

/// One JSON object, as on the wire.
std::string encodeRing(const Ring& ring);
/// Empty unless it is exactly what encodeRing() writes.
std::optional<Ring> decodeRing(std::string_view json);

} // namespace tutti::games
