#pragma once

#include "ui/models/Pitch.h"
#include "ui/models/SeatModel.h"

#include <QPainter>

namespace tutti::ui {

/// Pieces that every seat tile is painted from, in lobby and lesson alike. The painter is antialiased.

/// Fill and edge of a tile.
struct TileSkin {
    QColor fill;
    QColor edge;
    int edgeWidth = 1;
    bool dashed = false;
};

void paintTileSkin(QPainter& painter, const QRect& tile, const TileSkin& skin);
/// The ring inside the edge that shows keyboard focus.
void paintFocusRing(QPainter& painter, const QRect& tile, const Theme& theme);
/// Three rising bars, right-aligned in `box`; their number counts as well as their colour.
void paintConnection(QPainter& painter, const QRect& box, Connection connection,
                     const Theme& theme);
/// A square with the letter and its colour, or the shape of a drum.
void paintNoteChip(QPainter& painter, const QRect& box, const PitchLook& look);
/// The beats a seat owns, in a round badge whose lower right corner is `corner`; dark while it plays.
void paintBeatBadge(QPainter& painter, QPoint corner, const std::vector<int>& beats, bool dark,
                    const Theme& theme);
/// A raised hand, likewise.
void paintHandBadge(QPainter& painter, QPoint corner, int size, const Theme& theme);
/// Filled while muted.
void paintMuteButton(QPainter& painter, const QRect& button, bool muted, const Theme& theme);
/// One line from the left, cut with an ellipsis where it does not fit.
void paintLine(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
               const QColor& colour);
/// The same in the middle of its box.
void paintCentred(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
                  const QColor& colour);

} // namespace tutti::ui
