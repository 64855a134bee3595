#pragma once

#include "app/domain/Ids.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tutti::classroom {

/// The words a room can be called: four letters, easy to read aloud, hard to mishear, none rude.
std::span<const std::string_view> joinWords();
/// The code for a random number, any number.
RoomCode codeFor(std::uint64_t random);
/// What somebody typed, as a code: four letters in any case; nothing else is one.
std::optional<RoomCode> parseCode(std::string_view text);

} // namespace tutti::classroom
