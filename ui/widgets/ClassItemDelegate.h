#pragma once

#include "ui/widgets/Look.h"

#include <QStyledItemDelegate>

namespace tutti::ui {

/// Paints a class of the list: its name, and below it how many students it has.
class ClassItemDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// The second line of an item.
    static constexpr int kDetailRole = Qt::UserRole + 1;

    ClassItemDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Enter on a class chooses it, whatever Enter does elsewhere.
    bool eventFilter(QObject* list, QEvent* event) override;

private:
    const Look& m_look;
};

} // namespace tutti::ui
