#pragma once

#include "ui/models/SeatModel.h"
#include "ui/widgets/Look.h"

#include <QStyledItemDelegate>

namespace tutti::ui {

/// What the tiles and the rows of the Teach view have in common: the size of a cell, the skin that says the state, and the
/// focus ring. What is inside is the subclass's.
class LessonTileDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit LessonTileDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const final;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const final;

protected:
    virtual void paintInside(QPainter& painter, const QRect& cell, const Tile& tile) const = 0;

    const Look& m_look;
};

} // namespace tutti::ui
