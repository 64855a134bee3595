#include "ui/widgets/ClassItemDelegate.h"

#include "ui/widgets/Art.h"
#include "ui/widgets/TilePaint.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

namespace tutti::ui {

ClassItemDelegate::ClassItemDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
}

bool ClassItemDelegate::eventFilter(QObject* list, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    // The base class filters editors; the list itself it would take for one.
    return !qobject_cast<QAbstractItemView*>(list) && QStyledItemDelegate::eventFilter(list, event);
}

QSize ClassItemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    constexpr int kHeight = 50;
    return {option.rect.width(), kHeight};
}

void ClassItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const Theme& theme = m_look.theme();
    const QRect box = option.rect.adjusted(0, 1, 0, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accentSoft);
        painter->drawRoundedRect(box, 8, 8);
    }
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(*painter, box, theme);
    }
    const QRect line(box.left() + 10, box.top() + 6, box.width() - 20, 18);
    paintLine(*painter, line, index.data(Qt::DisplayRole).toString(), textFont(13, QFont::DemiBold),
              theme.text);
    paintLine(*painter, line.translated(0, 18), index.data(kDetailRole).toString(), textFont(12),
              theme.text2);
    painter->restore();
}

} // namespace tutti::ui
