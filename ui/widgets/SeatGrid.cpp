#include "ui/widgets/SeatGrid.h"

#include "ui/models/SeatModel.h"
#include "ui/widgets/Parts.h"

#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr int kMuteButton = 24;
constexpr int kMuteMargin = 4;

} // namespace

SeatGrid::SeatGrid(const TileLimits& limits, QWidget* parent)
    : SeatGrid([limits](int count, QSize area) { return gridShapeFor(count, area, limits, kGap); },
               parent)
{
}

SeatGrid::SeatGrid(Shape shape, QWidget* parent)
    : QListView(parent)
    , m_shape(std::move(shape))
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
    constexpr int kLineGap = 2;
    return cell.adjusted(0, 0, -kGap, cell.height() < kLine ? -kLineGap : -kGap);
}

bool SeatGrid::hasOneLine(const QRect& tile)
{
    constexpr int kTwoLines = 42;
    constexpr int kNarrow = 140;
    return tile.height() < kTwoLines || tile.width() < kNarrow;
}

QRect SeatGrid::muteButtonRect(const QRect& cell)
{
    const QRect tile = tileRect(cell);
    const int top = hasOneLine(tile) ? tile.center().y() - kMuteButton / 2 + 1
                                     : std::min(tile.center().y() + 1, tile.bottom() - kMuteButton);
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

void SeatGrid::setShape(Shape shape)
{
    m_shape = std::move(shape);
    arrange();
}

void SeatGrid::allowDrags()
{
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setDefaultDropAction(Qt::CopyAction);
}

void SeatGrid::startDrag(Qt::DropActions)
{
    const QModelIndexList dragged = selectedIndexes();
    if (dragged.isEmpty()) {
        return;
    }
    auto* drag = new QDrag(this);
    drag->setMimeData(model()->mimeData(dragged));
    // One tile stands for all; the tiles themselves stay where they are.
    const QRect tile = tileRect(visualRect(dragged.front()));
    drag->setPixmap(viewport()->grab(tile.intersected(viewport()->rect())));
    drag->setHotSpot(QPoint(tile.width() / 4, tile.height() / 2));
    drag->exec(Qt::CopyAction);
}

void SeatGrid::arrange()
{
    if (!model()) {
        return;
    }
    // One pixel is kept back, or the last column would wrap.
    QSize area = size() - QSize(1, 1);
    const int count = model()->rowCount();
    GridShape shape = m_shape(count, area);
    const int rows = (count + shape.columns - 1) / shape.columns;
    const bool scrolls = rows * shape.cell.height() > area.height();
    // The list keeps room free for a scroll bar that may come, so that it must know when none will.
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (scrolls) {
        area.rwidth() -= verticalScrollBar()->sizeHint().width();
        shape = m_shape(count, area);
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
