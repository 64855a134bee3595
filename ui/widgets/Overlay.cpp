#include "ui/widgets/Overlay.h"

#include "ui/widgets/Parts.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tutti::ui {

Overlay::Overlay(QWidget* window)
    : QWidget(window)
    , m_card(makePanel(this))
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addWidget(m_card, 0, 0, Qt::AlignCenter);
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    hide();
}

void Overlay::openOver()
{
    if (!isVisible()) {
        m_focusBefore = window()->focusWidget();
    }
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void Overlay::closeOverlay()
{
    if (isVisible()) {
        hide();
        if (m_focusBefore && m_focusBefore->isVisible()) {
            m_focusBefore->setFocus(Qt::PopupFocusReason);
        }
        emit closed();
    }
}

bool Overlay::focusNextPrevChild(bool next)
{
    QList<QWidget*> stops;
    for (QWidget* part : m_card->findChildren<QWidget*>()) {
        if ((part->focusPolicy() & Qt::TabFocus) && part->isVisible() && part->isEnabled()) {
            stops += part;
        }
    }
    const auto count = static_cast<int>(stops.size());
    if (count > 0) {
        const auto now = static_cast<int>(stops.indexOf(window()->focusWidget()));
        const int step = next ? 1 : count - 1;
        const int then = now < 0 ? (next ? 0 : count - 1) : (now + step) % count;
        stops[then]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
    return true;
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        closeOverlay();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->position().toPoint())) {
        closeOverlay();
    }
}

void Overlay::paintEvent(QPaintEvent*)
{
    constexpr QColor kScrim(0x14, 0x16, 0x1B, 117);
    QPainter(this).fillRect(rect(), kScrim);
}

} // namespace tutti::ui
