#pragma once

#include "ui/widgets/LessonTileDelegate.h"

namespace tutti::ui {

/// Paints the student tile of the Teach view: picture, name, role or state, beat, last note, connection, mute. A tile without
/// room for two lines keeps its name; the look alone then says the state.
class StudentTileDelegate final : public LessonTileDelegate {
    Q_OBJECT

public:
    using LessonTileDelegate::LessonTileDelegate;

private:
    void paintInside(QPainter& painter, const QRect& cell, const Tile& tile) const override;
    void paintPicture(QPainter& painter, const QRect& box, const Tile& tile) const;
    void paintOneLine(QPainter& painter, const QRect& cell, const Tile& tile) const;
    void paintName(QPainter& painter, QRect room, const Tile& tile) const;
    void paintTwoLines(QPainter& painter, const QRect& cell, const Tile& tile) const;
    void paintWords(QPainter& painter, const QRect& tileBox, const QRect& words,
                    const Tile& tile) const;
    void paintCorner(QPainter& painter, const QRect& cell, const Tile& tile) const;
    void paintGlow(QPainter& painter, const QRect& tileBox, int left, const Tile& tile) const;
};

} // namespace tutti::ui
