#pragma once

#include "ui/models/SeatModel.h"
#include "ui/widgets/Look.h"

#include <QStyledItemDelegate>

namespace tutti::ui {

/// Paints a student as one line of the list: picture, name, role, and the state in words.
class StudentRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit StudentRowDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintWords(QPainter& painter, const QRect& box, const Tile& tile) const;
    void paintEnd(QPainter& painter, const QRect& cell, const Tile& tile) const;

    const Look& m_look;
};

} // namespace tutti::ui
