#pragma once

#include "ui/stage/JamCanvas.h"

namespace tutti::ui {

/// How strong a note of the bar before still is.
inline constexpr qreal kPaleNote = 0.36;

/// "+3" where a lane has no room for more pictures.
void paintMorePill(QPainter& painter, const QPointF& corner, const JamMore& more,
                   const Theme& theme);

/// Who listens on the left, which bar on the right.
void paintJamFooter(QPainter& painter, const QRectF& line, const JamShow& show, const Theme& theme);

} // namespace tutti::ui
