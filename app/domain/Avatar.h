#pragma once

#include "app/domain/Ids.h"

#include <string>
#include <string_view>
#include <vector>

namespace tutti {

/// The animals a seat can be, in seat order: 24, then the same with a hat ("hat-fox"). Each is the stem of a drawing
/// `avatar-NAME.svg` and the avatar's name on the wire.
const std::vector<std::string>& avatarNames();
/// The animal of a seat that nobody chose another for.
const std::string& avatarFor(SeatId seat);
bool isAvatar(std::string_view name);

} // namespace tutti
