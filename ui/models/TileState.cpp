#include "ui/models/TileState.h"

#include <algorithm>

namespace tutti::ui {

double noteGlowOf(const Seat& seat, ServerTime now)
{
    if (!seat.lastNote) {
        return 0.0;
    }
    const std::chrono::duration<double> age = now - seat.lastNote->at;
    const std::chrono::duration<double> whole = kNoteGlow;
    return std::clamp(1.0 - age / whole, 0.0, 1.0);
}

bool justJoined(const Seat& seat, ServerTime now)
{
    return seat.presence == Presence::Here && seat.joinedAt && now - *seat.joinedAt < kJustJoined;
}

TileState tileStateOf(const Seat& seat, const QuietState& quiet, ServerTime now, bool soloAway)
{
    if (seat.handUp) {
        return TileState::NeedsHelp;
    }
    switch (seat.presence) {
    case Presence::Empty:
        return TileState::Empty;
    case Presence::Rejoining:
        return TileState::Rejoining;
    case Presence::Away:
        return TileState::Away;
    case Presence::Here:
        break;
    }
    const bool listens = soloAway || quiet.holdsAt(now);
    if (!listens && noteGlowOf(seat, now) > 0.0) {
        return TileState::Playing;
    }
    if (seat.connection == Connection::Weak) {
        return TileState::WeakWifi;
    }
    if (seat.muted) {
        return TileState::Muted;
    }
    return listens ? TileState::Listening : TileState::Here;
}

} // namespace tutti::ui
