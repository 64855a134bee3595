#include "ui/models/SeatModel.h"

#include "ui/models/SeatDrag.h"
#include "ui/models/Words.h"

#include <QMimeData>

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
        return tileSentence(tile.seat, tile.state, tile.beats);
    case Qt::ToolTipRole:
        return toolTipOf(tile);
    case TileRole:
        return QVariant::fromValue(tile);
    case SeatRole:
        return tile.seat.id.value;
    default:
        return {};
    }
}

QString SeatModel::toolTipOf(const Tile& tile) const
{
    QString sentence = tileSentence(tile.seat, tile.state, tile.beats);
    if (!tile.seat.handUpAt) {
        return sentence;
    }
    return tr("%1. Hand up: %2.")
        .arg(sentence, agoWord(m_clock.now() - *tile.seat.handUpAt).toLower());
}

Qt::ItemFlags SeatModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList SeatModel::mimeTypes() const
{
    return {QString::fromLatin1(kSeatsMime)};
}

QMimeData* SeatModel::mimeData(const QModelIndexList& indexes) const
{
    std::vector<SeatId> seats;
    for (const QModelIndex& index : indexes) {
        seats.push_back(tileAt(index.row()).seat.id);
    }
    auto* mime = new QMimeData;
    mime->setData(QString::fromLatin1(kSeatsMime), encodeSeats(std::move(seats)));
    return mime;
}

Tile SeatModel::tileOf(const Seat& seat, ServerTime now) const
{
    const RoomState& room = m_mirror.state();
    const bool soloAway = room.solo && seat.role != *room.solo;
    return {seat,
            tileStateOf(seat, room.quiet, now, soloAway),
            noteGlowOf(seat, now),
            soloAway || room.quiet.holdsAt(now),
            justJoined(seat, now),
            room.game ? room.game->beatsOf(seat.id) : std::vector<int>{}};
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
        emit refreshed();
        return;
    }
    bool any = false;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        Tile tile = tileOf(seats[i], now);
        if (tile != m_tiles[i]) {
            m_tiles[i] = std::move(tile);
            const QModelIndex changed = index(static_cast<int>(i));
            emit dataChanged(changed, changed);
            any = true;
        }
    }
    if (any) {
        emit refreshed();
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
