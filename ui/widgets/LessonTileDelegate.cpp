#include "ui/widgets/LessonTileDelegate.h"

#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/TileLook.h"
#include "ui/widgets/TilePaint.h"

#include <QPainter>

namespace tutti::ui {

LessonTileDelegate::LessonTileDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
}

QSize LessonTileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const auto* grid = qobject_cast<const QListView*>(option.widget);
    return grid ? grid->gridSize() : QSize();
}

void LessonTileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const auto tile = index.data(SeatModel::TileRole).value<Tile>();
    const QRect box = SeatGrid::tileRect(option.rect);
    const Theme& theme = m_look.theme();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintTileSkin(*painter, box, lessonSkinFor(tile, theme, option.state & QStyle::State_Selected));
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(*painter, box, theme);
    }
    paintInside(*painter, option.rect, tile);
    painter->restore();
}

} // namespace tutti::ui
