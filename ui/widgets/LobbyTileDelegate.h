#pragma once

#include "ui/models/SeatModel.h"
#include "ui/widgets/Look.h"

#include <QStyledItemDelegate>

namespace tutti::ui {

/// Paints a seat of the lobby: large picture, name, and whether its tablet has joined.
class LobbyTileDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    LobbyTileDelegate(const RoomMirror& mirror, const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const RoomMirror& m_mirror;
    const Look& m_look;
};

} // namespace tutti::ui
