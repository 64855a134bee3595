#include "ui/models/SeatOrder.h"

#include "ui/models/SeatModel.h"
#include "ui/models/Words.h"

namespace tutti::ui {
namespace {

/// Lower is more urgent.
int urgencyOf(const Tile& tile)
{
    switch (tile.state) {
    case TileState::NeedsHelp:
        return 0;
    case TileState::Rejoining:
        return 1;
    case TileState::WeakWifi:
        return 2;
    case TileState::Away:
        return 3;
    case TileState::Empty:
        return 7;
    default:
        break;
    }
    if (tile.seat.heardNothing) {
        return 4;
    }
    return tile.seat.muted ? 5 : 6;
}

} // namespace

SeatOrder::SeatOrder(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

void SeatOrder::orderBy(By by)
{
    if (by != m_by) {
        m_by = by;
        invalidate();
    }
}

bool SeatOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (m_by == By::Trouble) {
        const int a = urgencyOf(left.data(SeatModel::TileRole).value<Tile>());
        const int b = urgencyOf(right.data(SeatModel::TileRole).value<Tile>());
        if (a != b) {
            return a < b;
        }
    }
    return left.row() < right.row();
}

int SeatOrder::rowMatching(const QString& words) const
{
    const QString wanted = words.trimmed();
    int inside = -1;
    for (int row = 0; !wanted.isEmpty() && row < rowCount(); ++row) {
        const auto tile = index(row, 0).data(SeatModel::TileRole).value<Tile>();
        for (const QString& text : {seatTitle(tile.seat), avatarWord(tile.seat.avatar)}) {
            if (text.startsWith(wanted, Qt::CaseInsensitive)) {
                return row;
            }
            if (inside < 0 && text.contains(wanted, Qt::CaseInsensitive)) {
                inside = row;
            }
        }
    }
    return inside;
}

} // namespace tutti::ui
