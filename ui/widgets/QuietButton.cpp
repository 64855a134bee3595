#include "ui/widgets/QuietButton.h"

#include "ui/models/QuietKey.h"
#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/TilePaint.h"

#include <QPainter>

namespace tutti::ui {

QuietButton::QuietButton(const ViewContext& context, QWidget* parent)
    : QAbstractButton(parent)
    , m_context(context)
{
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("F8, or B on a clicker"));
    connect(this, &QAbstractButton::pressed, this, &QuietButton::pressKey);
    connect(&m_context.mirror, &RoomMirror::changed, this, &QuietButton::refresh);
    connect(&m_context.look, &Look::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void QuietButton::pressKey()
{
    if (!m_context.state().isOpen()) {
        return;
    }
    switch (quietPressAt(m_context.state().quiet, m_context.clock.now())) {
    case QuietPress::BeQuiet:
        m_context.submit(BeQuiet{});
        break;
    case QuietPress::LetPlay:
        m_context.submit(ReleaseQuiet{});
        break;
    case QuietPress::Nothing:
        break;
    }
}

void QuietButton::refresh()
{
    const QuietState& quiet = m_context.state().quiet;
    const ServerTime now = m_context.clock.now();
    m_held = quiet.holdsAt(now);
    if (!m_held) {
        setText(tr("Everyone quiet"));
        m_subtitle = tr("F8 or clicker “B”");
    } else if (quiet.releaseAt) {
        setText(tr("Back in 1 bar"));
        m_subtitle = tr("Press for quiet again");
    } else {
        setText(tr("Let them play"));
        m_subtitle = tr("Quiet for %1 · F8").arg(durationWord(now - quiet.since));
    }
    // The running time stays out of the name, or a screen reader would say it every second.
    if (accessibleName() != text()) {
        setAccessibleName(text());
    }
    update();
}

void QuietButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
}

QSize QuietButton::sizeHint() const
{
    return m_compact ? QSize(160, 50) : QSize(188, 54);
}

void QuietButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void QuietButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void QuietButton::paintEvent(QPaintEvent*)
{
    constexpr int kHover = 108;
    constexpr int kPressed = 118;
    const Theme& theme = m_context.look.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = isDown()       ? theme.dangerFill.darker(kPressed)
                        : underMouse() ? theme.dangerFill.darker(kHover)
                                       : theme.dangerFill;
    const QColor ink = !isEnabled() ? theme.text3 : m_held ? theme.danger : theme.onDangerFill;
    TileSkin skin{m_held ? theme.surface : fill, m_held ? theme.danger : fill, 2, false};
    if (!isEnabled()) {
        skin = {theme.sunken, theme.sunken, 2, false};
    }
    paintTileSkin(painter, rect().adjusted(1, 1, -1, -1), skin);
    if (hasFocus()) {
        painter.setPen(QPen(m_held ? theme.accent : theme.onDangerFill, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(5, 5, -5, -5), 7, 7);
    }
    constexpr int kIcon = 20;
    const int margin = m_compact ? 11 : 16;
    const QString icon = m_held ? QStringLiteral("volume") : QStringLiteral("volume-off");
    painter.drawPixmap(margin, (height() - kIcon) / 2,
                       iconPixmap(icon, ink, kIcon, devicePixelRatioF()));
    const int left = margin + kIcon + (m_compact ? 7 : 10);
    const int middle = height() / 2 + 2;
    const int wide = width() - left - 6;
    paintLine(painter, {left, middle - 21, wide, 20}, text(),
              textFont(m_compact ? 14 : 15, QFont::DemiBold), ink);
    paintLine(painter, {left, middle, wide, 15}, m_subtitle, textFont(11, QFont::Medium), ink);
}

} // namespace tutti::ui
