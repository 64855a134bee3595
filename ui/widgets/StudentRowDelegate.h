#pragma once

#include "ui/widgets/LessonTileDelegate.h"

namespace tutti::ui {

/// Paints a student as one line of the list: picture, name, role, and the state in words.
class StudentRowDelegate final : public LessonTileDelegate {
    Q_OBJECT

public:
    using LessonTileDelegate::LessonTileDelegate;

private:
    void paintInside(QPainter& painter, const QRect& cell, const Tile& tile) const override;
    void paintWords(QPainter& painter, const QRect& box, const Tile& tile) const;
    void paintEnd(QPainter& painter, const QRect& cell, const Tile& tile) const;
};

} // namespace tutti::ui
