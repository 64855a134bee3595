#include "ui/models/SeatModel.h"

#include "ui/models/Words.h"

#include <algorithm>

namespace tutti::ui {

SeatModel::SeatModel(const RoomMirror& mirror, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_mirror(mirror)
    , m_clock(clock)
{
    connect(&mirror, &RoomMirror::changed, this, &SeatModel::refresh);
    refresh();
}

int SeatModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tiles.size());
}

QVariant SeatModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Tile& tile = tileAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return seatTitle(tile.seat);
    case Qt::AccessibleTextRole:
        return tileSentence(tile.seat, tile.state);
    case TileRole:
        return QVariant::fromValue(tile);
    case SeatRole:
        return tile.seat.id.value;
    default:
        return {};
    }
}

Tile SeatModel::tileOf(const Seat& seat, ServerTime now) const
{
    const QuietState& quiet = m_mirror.state().quiet;
    return {seat, tileStateOf(seat, quiet, now), noteGlowOf(seat, now), quiet.holdsAt(now),
            justJoined(seat, now)};
}

void SeatModel::refresh()
{
    const ServerTime now = m_clock.now();
    const std::vector<Seat>& seats = m_mirror.state().seats;
    if (seats.size() != m_tiles.size()) {
        beginResetModel();
        m_tiles.clear();
        for (const Seat& seat : seats) {
            m_tiles.push_back(tileOf(seat, now));
        }
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < seats.size(); ++i) {
        Tile tile = tileOf(seats[i], now);
        if (tile != m_tiles[i]) {
            m_tiles[i] = std::move(tile);
            const QModelIndex changed = index(static_cast<int>(i));
            emit dataChanged(changed, changed);
        }
    }
}

bool SeatModel::isMoving() const
{
    const bool releasing = m_mirror.state().quiet.releaseAt.has_value();
    return releasing || std::any_of(m_tiles.begin(), m_tiles.end(), [](const Tile& tile) {
               return tile.glow > 0.0 || tile.justJoined;
           });
}

} // namespace tutti::ui
