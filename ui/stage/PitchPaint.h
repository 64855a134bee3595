#pragma once

#include "ui/models/Pitch.h"

#include <QPainter>

namespace tutti::ui {

/// Notes as they look everywhere: shape on an arc, chip beside a picture. The painter is antialiased.

/// The note's shape, `size` across, in one colour.
void paintPitchShape(QPainter& painter, const QPointF& centre, qreal size, const PitchLook& look,
                     const QColor& colour);
/// A rounded square with letter and colour, or with the shape of a drum; outlined and grey where the stage has no hue.
void paintPitchChip(QPainter& painter, const QRectF& box, const PitchLook& look, const Theme& theme,
                    bool hue = true);

} // namespace tutti::ui
