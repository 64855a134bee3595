#include "ui/widgets/GridShape.h"

#include <algorithm>
#include <cmath>

namespace tutti::ui {
namespace {

/// Lower is better: how far from the drawn proportions, and how ragged the last row.
double penalty(QSize cell, int columns, int rows, int count, double aspect)
{
    const double proportion = static_cast<double>(cell.width()) / cell.height();
    const double holes = static_cast<double>(columns * rows - count) / columns;
    return std::abs(std::log(proportion / aspect)) + holes * 0.5;
}

} // namespace

GridShape gridShapeFor(int count, QSize area, const TileLimits& limits, int gap)
{
    const int mostColumns = std::max(1, area.width() / (limits.smallest.width() + gap));
    GridShape best{mostColumns, {area.width() / mostColumns, limits.smallest.height() + gap}};
    double bestPenalty = 1e9;
    for (int columns = 1; columns <= std::min(mostColumns, std::max(1, count)); ++columns) {
        const int rows = (count + columns - 1) / columns;
        const int width = area.width() / columns;
        const int height =
            std::min(area.height() / std::max(1, rows), limits.largest.height() + gap);
        if (height < limits.smallest.height() + gap || width > limits.largest.width() + gap) {
            continue;
        }
        const double p = penalty({width, height}, columns, rows, count, limits.aspect);
        if (p < bestPenalty) {
            bestPenalty = p;
            best = {columns, {width, height}};
        }
    }
    return best;
}

GridShape lessonShapeFor(int count, QSize area, int gap)
{
    constexpr int kWide = 640;
    constexpr int kUsual = 24;
    constexpr int kLowRow = 44;
    constexpr int kLowest = 36;
    constexpr int kTallest = 84;
    const bool many = count > kUsual;
    const bool wide = area.width() >= kWide;
    const int columns = many || wide ? 4 : 3;
    const int rows = std::max(kUsual / columns, (count + columns - 1) / columns);
    const int height = many && !wide ? kLowRow + gap
                                     : std::clamp(area.height() / rows,
                                                  (many ? kLowRow : kLowest) + gap, kTallest + gap);
    return {columns, {area.width() / columns, height}};
}

GridShape listShapeFor(QSize area)
{
    constexpr int kRow = 34;
    return {1, {area.width(), kRow}};
}

} // namespace tutti::ui
