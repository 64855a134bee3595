#include "ui/widgets/SeatGrid.h"

#include "ui/models/SeatModel.h"
#include "ui/widgets/Parts.h"

#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr int kMuteButton = 24;
constexpr int kMuteMargin = 4;

} // namespace

SeatGrid::SeatGrid(const TileLimits& limits, QWidget* parent)
    : QListView(parent)
    , m_limits(limits)
{
    setPart(this, "grid");
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
}

QRect SeatGrid::tileRect(const QRect& cell)
{
    return cell.adjusted(0, 0, -kGap, -kGap);
}

QRect SeatGrid::muteButtonRect(const QRect& cell)
{
    const QRect tile = tileRect(cell);
    const int top = std::min(tile.center().y() + 1, tile.bottom() - kMuteButton);
    return {tile.right() - kMuteButton - kMuteMargin + 1, top, kMuteButton, kMuteButton};
}

QRect SeatGrid::muteRect(const QRect& cell)
{
    const QRect tile = tileRect(cell);
    const int top =
        std::min(muteButtonRect(cell).top() - kMuteMargin, tile.bottom() - kMuteArea + 1);
    return {QPoint(tile.right() - kMuteArea + 1, top), tile.bottomRight()};
}

void SeatGrid::setModel(QAbstractItemModel* seats)
{
    QListView::setModel(seats);
    connect(seats, &QAbstractItemModel::modelReset, this, &SeatGrid::arrange);
    arrange();
}

void SeatGrid::arrange()
{
    if (!model()) {
        return;
    }
    // One pixel is kept back, or the last column would wrap.
    QSize area = size() - QSize(1, 1);
    const int count = model()->rowCount();
    GridShape shape = gridShapeFor(count, area, m_limits, kGap);
    const int rows = (count + shape.columns - 1) / shape.columns;
    const bool scrolls = rows * shape.cell.height() > area.height();
    // The list keeps room free for a scroll bar that may come, so that it must know when none will.
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (scrolls) {
        area.rwidth() -= verticalScrollBar()->sizeHint().width();
        shape = gridShapeFor(count, area, m_limits, kGap);
    }
    if (gridSize() != shape.cell) {
        setGridSize(shape.cell);
    }
}

void SeatGrid::resizeEvent(QResizeEvent* event)
{
    arrange();
    QListView::resizeEvent(event);
}

bool SeatGrid::takesAsMute(const QMouseEvent& event)
{
    if (!m_muteButtons || event.button() != Qt::LeftButton) {
        return false;
    }
    const QPoint at = event.position().toPoint();
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || !muteRect(visualRect(index)).contains(at) ||
        !index.data(SeatModel::TileRole).value<Tile>().hasMuteButton()) {
        return false;
    }
    emit mutePressed(index);
    return true;
}

void SeatGrid::mousePressEvent(QMouseEvent* event)
{
    if (!takesAsMute(*event)) {
        QListView::mousePressEvent(event);
    }
}

void SeatGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!takesAsMute(*event)) {
        QListView::mouseDoubleClickEvent(event);
    }
}

} // namespace tutti::ui
