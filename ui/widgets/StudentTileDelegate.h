#pragma once

#include "ui/models/SeatModel.h"
#include "ui/widgets/Look.h"

#include <QStyledItemDelegate>

namespace tutti::ui {

/// Paints the student tile of the Teach view: picture, name, role or state, beat, last note, connection, mute. A tile without
/// room for two lines keeps its name; the look alone then says the state.
class StudentTileDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit StudentTileDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPicture(QPainter& painter, const QRect& box, const Tile& tile) const;
    void paintOneLine(QPainter& painter, const QRect& cell, const Tile& tile) const;
    void paintName(QPainter& painter, QRect room, const Tile& tile) const;
    void paintTwoLines(QPainter& painter, const QRect& cell, const Tile& tile) const;
    void paintWords(QPainter& painter, const QRect& tileBox, const QRect& words,
                    const Tile& tile) const;
    void paintCorner(QPainter& painter, const QRect& cell, const Tile& tile) const;
    void paintGlow(QPainter& painter, const QRect& tileBox, int left, const Tile& tile) const;

    const Look& m_look;
};

} // namespace tutti::ui
