#pragma once

#include <QSize>

namespace tutti::ui {

/// How tiles may look: smallest and largest, and the width to height they are drawn for.
struct TileLimits {
    QSize smallest;
    QSize largest;
    double aspect = 2.8;
};

/// Columns of a grid and the size of one cell, gap included.
struct GridShape {
    int columns = 1;
    QSize cell;

    friend bool operator==(const GridShape&, const GridShape&) = default;
};

/// The columns whose tiles fill `area` best without scrolling; when nothing fits, the smallest tiles and a scroll bar.
GridShape gridShapeFor(int count, QSize area, const TileLimits& limits, int gap);
/// The students of a lesson: always the same columns and rows for a class of up to 24, so that no tile moves when one more
/// comes; low rows for more, which scroll from 33 on.
GridShape lessonShapeFor(int count, QSize area, int gap);
/// One student a line.
GridShape listShapeFor(QSize area);

} // namespace tutti::ui
