#pragma once

#include "ui/models/SeatModel.h"
#include "ui/widgets/Look.h"

#include <QStyledItemDelegate>

namespace tutti::ui {

/// Paints the student tile of the Teach view: picture, name, role or state, last note, connection, mute.
class StudentTileDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit StudentTileDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPicture(QPainter& painter, const QRect& box, const Tile& tile) const;
    void paintWords(QPainter& painter, const QRect& tileBox, const QRect& words,
                    const Tile& tile) const;
    void paintCorner(QPainter& painter, const QRect& cell, const Tile& tile) const;
    void paintMute(QPainter& painter, const QRect& button, bool muted) const;
    void paintGlow(QPainter& painter, const QRect& tileBox, int left, const Tile& tile) const;

    const Look& m_look;
};

} // namespace tutti::ui
