#pragma once

#include "app/domain/Clock.h"
#include "ui/models/RoomMirror.h"
#include "ui/models/TileState.h"

#include <QAbstractListModel>

namespace tutti::ui {

/// Everything a delegate needs to paint one tile.
struct Tile {
    Seat seat;
    TileState state = TileState::Empty;
    double glow = 0.0;
    /// Kept from sounding, by Everyone quiet or by another role's solo.
    bool quiet = false;
    bool justJoined = false;
    /// The beats the seat owns, from 1.
    std::vector<int> beats = {};

    /// Whoever holds the seat can be muted, gone for the moment or not.
    bool hasMuteButton() const { return seat.presence != Presence::Empty; }
    friend bool operator==(const Tile&, const Tile&) = default;
};

/// The seats of the mirrored room as rows, in seat order. Rows can be dragged: see SeatDrag.h.
/// Thread: the GUI thread.
class SeatModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { TileRole = Qt::UserRole + 1, SeatRole };

    SeatModel(const RoomMirror& mirror, const Clock& clock, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

    const Tile& tileAt(int row) const { return m_tiles[static_cast<std::size_t>(row)]; }
    /// Looks at mirror and clock again and reports the rows that look different.
    void refresh();
    /// Whether time alone will change a tile, so that refresh() must come again soon.
    bool isMoving() const;

signals:
    /// After refresh(), if any row looks different.
    void refreshed();

private:
    QString toolTipOf(const Tile& tile) const;
    Tile tileOf(const Seat& seat, ServerTime now) const;

    const RoomMirror& m_mirror;
    const Clock& m_clock;
    std::vector<Tile> m_tiles;
};

} // namespace tutti::ui

Q_DECLARE_METATYPE(tutti::ui::Tile)
