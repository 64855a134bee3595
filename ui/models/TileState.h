#pragma once

#include "app/domain/RoomState.h"

#include <cstdint>

namespace tutti::ui {

/// What a student tile shows; the first that applies decides, so that what needs the teacher is never hidden.
enum class TileState : std::uint8_t {
    Empty,
    NeedsHelp,
    Rejoining,
    Away,
    Playing,
    WeakWifi,
    Muted,
    Listening,
    Here,
};

/// A note lights its tile for this long.
inline constexpr std::chrono::milliseconds kNoteGlow{400};
/// A seat counts as just joined for this long.
inline constexpr std::chrono::seconds kJustJoined{5};

/// `soloAway`: another role plays alone, so that this seat listens as in quiet.
TileState tileStateOf(const Seat& seat, const QuietState& quiet, ServerTime now,
                      bool soloAway = false);
/// Strength of the last note's light, from 1 when it sounds to 0.
double noteGlowOf(const Seat& seat, ServerTime now);
bool justJoined(const Seat& seat, ServerTime now);

} // namespace tutti::ui
