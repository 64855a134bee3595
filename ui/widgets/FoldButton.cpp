#include "ui/widgets/FoldButton.h"

#include "ui/widgets/Art.h"
#include "ui/widgets/TilePaint.h"

#include <QPainter>

namespace tutti::ui {

FoldButton::FoldButton(const ViewContext& context, QWidget* parent)
    : QAbstractButton(parent)
    , m_context(context)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(this, &QAbstractButton::toggled, this, &FoldButton::refresh);
    connect(&context.look, &Look::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void FoldButton::setHands(int hands)
{
    m_hands = hands;
    refresh();
}

void FoldButton::refresh()
{
    setToolTip(isChecked() ? tr("Close the game and class panel (Esc)")
                           : tr("Open the game and class panel"));
    setAccessibleName(m_hands > 0 ? tr("Game and class, hands up: %1").arg(m_hands)
                                  : tr("Game and class"));
    update();
}

void FoldButton::paintEvent(QPaintEvent*)
{
    constexpr int kIcon = 20;
    constexpr int kBadge = 20;
    const Theme& theme = m_context.look.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = isChecked()    ? theme.accentSoft
                        : underMouse() ? theme.sunken
                                       : theme.surface;
    paintTileSkin(painter, rect(), {fill, isChecked() ? theme.accent : theme.line, 1, false});
    if (hasFocus()) {
        paintFocusRing(painter, rect(), theme);
    }
    const int left = (width() - kIcon) / 2;
    painter.drawPixmap(left, 16,
                       iconPixmap(QStringLiteral("panel"), theme.text, kIcon, devicePixelRatioF()));
    if (m_hands > 0) {
        const QRect badge((width() - kBadge) / 2, 48, kBadge, kBadge);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.warn);
        painter.drawEllipse(badge);
        paintCentred(painter, badge, QString::number(m_hands), textFont(11, QFont::Bold),
                     theme.warnSoft);
    }
}

} // namespace tutti::ui
