#pragma once

#include "app/domain/RoomState.h"

#include <cstdint>

namespace tutti::ui {

/// What one press of the quiet key does.
enum class QuietPress : std::uint8_t { Nothing, BeQuiet, LetPlay };

/// A second press this soon after quiet is a slip of the finger.
inline constexpr std::chrono::milliseconds kQuietGuard{1500};

/// One key for both ways, since a hand in a hurry finds one key. It errs towards quiet: while the way back is counted in, a press means quiet again.
QuietPress quietPressAt(const QuietState& quiet, ServerTime now);

} // namespace tutti::ui
