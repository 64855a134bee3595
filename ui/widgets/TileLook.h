#pragma once

#include "ui/widgets/TilePaint.h"

namespace tutti::ui {

/// How the state of a student looks, on a tile of the lesson and on a line of its list alike.

TileSkin lessonSkinFor(const Tile& tile, const Theme& theme, bool selected);
/// Nobody sits at a tablet that is in front.
bool isGone(TileState state);
/// Stem of the drawing beside the state's word; empty for none.
QString stateIcon(const Tile& tile);
QColor stateColour(TileState state, const Theme& theme);
/// Whether the state's word is written strongly.
bool isStrong(TileState state);

} // namespace tutti::ui
