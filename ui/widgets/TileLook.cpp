#include "ui/widgets/TileLook.h"

#include "ui/models/Words.h"

namespace tutti::ui {
namespace {

TileSkin skinOf(const Tile& tile, const Theme& theme)
{
    switch (tile.state) {
    case TileState::NeedsHelp:
        return {theme.warnSoft, theme.warn, 2, false};
    case TileState::Rejoining:
        return {theme.surface, theme.warn, 1, true};
    case TileState::Away:
    case TileState::Empty:
        return {theme.surface, theme.lineStrong, 1, true};
    case TileState::Playing:
        return {theme.surface, theme.text, 2, false};
    case TileState::Muted:
    case TileState::Listening:
        return {theme.sunken, theme.line, 1, false};
    case TileState::WeakWifi:
        return {tile.quiet || tile.seat.muted ? theme.sunken : theme.surface, theme.line, 1, false};
    case TileState::Here:
        break;
    }
    return {theme.surface, theme.line, 1, false};
}

} // namespace

TileSkin lessonSkinFor(const Tile& tile, const Theme& theme, bool selected)
{
    return selected ? TileSkin{theme.accentSoft, theme.accent, 2, false} : skinOf(tile, theme);
}

bool isGone(TileState state)
{
    return state == TileState::Empty || state == TileState::Away || state == TileState::Rejoining;
}

QString stateIcon(const Tile& tile)
{
    switch (tile.state) {
    case TileState::Rejoining:
        return QStringLiteral("refresh");
    case TileState::Away:
        return QStringLiteral("away");
    case TileState::Listening:
        return QStringLiteral("ear");
    case TileState::NeedsHelp:
    case TileState::WeakWifi:
    case TileState::Empty:
        return {};
    default:
        return roleIcon(tile.seat.role);
    }
}

QColor stateColour(TileState state, const Theme& theme)
{
    switch (state) {
    case TileState::NeedsHelp:
    case TileState::Rejoining:
    case TileState::WeakWifi:
        return theme.warn;
    default:
        return theme.text2;
    }
}

bool isStrong(TileState state)
{
    return state == TileState::NeedsHelp || state == TileState::Rejoining ||
           state == TileState::WeakWifi || state == TileState::Muted;
}

} // namespace tutti::ui
