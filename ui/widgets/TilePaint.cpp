#include "ui/widgets/TilePaint.h"

#include "ui/widgets/Art.h"

#include <QPainterPath>

#include <array>

namespace tutti::ui {
namespace {

constexpr qreal kRadius = 10;

void paintDrumShape(QPainter& painter, const QRectF& box, const PitchLook& look)
{
    const QRectF shape = box.adjusted(box.width() * 0.3, box.height() * 0.3, -box.width() * 0.3,
                                      -box.height() * 0.3);
    const QPen pen(look.ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.ink);
    switch (look.shape) {
    case PitchShape::Snare:
        painter.drawRect(shape);
        break;
    case PitchShape::Shaker:
        painter.setPen(pen);
        painter.drawLine(shape.topLeft(), shape.bottomRight());
        painter.drawLine(shape.topRight(), shape.bottomLeft());
        break;
    case PitchShape::DrumTriangle: {
        const std::array points{QPointF(shape.center().x(), shape.top()), shape.bottomRight(),
                                shape.bottomLeft()};
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(points.data(), static_cast<int>(points.size()));
        break;
    }
    default:
        painter.drawEllipse(shape);
    }
}

void drawElided(QPainter& painter, const QRect& box, const QString& text, Qt::Alignment alignment)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width());
    painter.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
}

} // namespace

void paintTileSkin(QPainter& painter, const QRect& tile, const TileSkin& skin)
{
    const qreal inset = skin.edgeWidth / 2.0;
    QPen pen(skin.edge, skin.edgeWidth);
    if (skin.dashed) {
        pen.setDashPattern({3, 2.5});
    }
    painter.setPen(pen);
    painter.setBrush(skin.fill);
    painter.drawRoundedRect(QRectF(tile).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
}

void paintFocusRing(QPainter& painter, const QRect& tile, const Theme& theme)
{
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(tile).adjusted(4, 4, -4, -4), kRadius - 3, kRadius - 3);
}

void paintConnection(QPainter& painter, const QRect& box, Connection connection, const Theme& theme)
{
    constexpr int kBars = 3;
    constexpr int kStep = 5;
    constexpr qreal kWidth = 3.5;
    constexpr std::array kHeights{4.5, 8.0, 12.0};
    const int full = static_cast<int>(connection);
    const QColor colour = connection == Connection::Weak ? theme.warn : theme.ok;
    for (int i = 0; i < kBars; ++i) {
        const qreal height = kHeights[static_cast<std::size_t>(i)];
        const QRectF bar(box.right() - (kBars - i) * kStep + 2, box.bottom() - height + 1, kWidth,
                         height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(i < full ? colour : theme.track);
        if (i >= full) {
            painter.setPen(QPen(theme.lineStrong, 0.8));
            painter.setBrush(Qt::NoBrush);
        }
        painter.drawRoundedRect(bar, 1, 1);
    }
}

void paintNoteChip(QPainter& painter, const QRect& box, const PitchLook& look)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.fill);
    QPainterPath path;
    path.addRoundedRect(QRectF(box), 5, 5);
    if (look.sharp) {
        QPainterPath corner;
        const qreal cut = box.width() * 0.3;
        corner.addPolygon(QPolygonF({QPointF(box.right() + 1 - cut, box.top()),
                                     QPointF(box.right() + 1, box.top()),
                                     QPointF(box.right() + 1, box.top() + cut)}));
        path -= corner;
    }
    painter.drawPath(path);
    if (look.unpitched) {
        paintDrumShape(painter, box, look);
        return;
    }
    paintCentred(painter, box, look.letter, textFont(box.height() * 11 / 20, QFont::Bold),
                 look.ink);
}

void paintBeatBadge(QPainter& painter, QPoint corner, const std::vector<int>& beats, bool dark,
                    const Theme& theme)
{
    constexpr int kHeight = 18;
    constexpr int kLetters = 10;
    QStringList numbers;
    for (const int beat : beats) {
        numbers += QString::number(beat);
    }
    const QString text = numbers.join(QChar(0x00B7));
    const QFont font = textFont(kLetters, QFont::Bold);
    const int width = std::max(kHeight, QFontMetrics(font).horizontalAdvance(text) + kHeight / 2);
    const QRect badge(corner - QPoint(width - 1, kHeight - 1), QSize(width, kHeight));
    painter.setPen(QPen(dark ? theme.text : theme.lineStrong, 1));
    painter.setBrush(dark ? theme.text : theme.surface);
    painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), kHeight / 2.0,
                            kHeight / 2.0);
    paintCentred(painter, badge, text, font, dark ? theme.surface : theme.text);
}

void paintHandBadge(QPainter& painter, QPoint corner, int size, const Theme& theme)
{
    const QRect badge(corner - QPoint(size - 1, size - 1), QSize(size, size));
    const int icon = size * 14 / 22;
    painter.setPen(QPen(theme.warnSoft, 2));
    painter.setBrush(theme.warn);
    painter.drawEllipse(badge);
    const int inset = (size - icon) / 2;
    painter.drawPixmap(badge.topLeft() + QPoint(inset, inset),
                       iconPixmap(QStringLiteral("hand"), theme.warnSoft, icon,
                                  painter.device()->devicePixelRatioF()));
}

void paintMuteButton(QPainter& painter, const QRect& button, bool muted, const Theme& theme)
{
    if (muted) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text2);
        painter.drawRoundedRect(button, 6, 6);
    }
    constexpr int kIcon = 16;
    const int inset = (button.height() - kIcon) / 2;
    const QString icon = muted ? QStringLiteral("volume-off") : QStringLiteral("volume");
    painter.drawPixmap(button.topLeft() + QPoint(inset, inset),
                       iconPixmap(icon, muted ? theme.surface : theme.text3, kIcon,
                                  painter.device()->devicePixelRatioF()));
}

void paintLine(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
               const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    drawElided(painter, box, text, Qt::AlignLeft | Qt::AlignVCenter);
}

void paintCentred(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
                  const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    drawElided(painter, box, text, Qt::AlignCenter);
}

} // namespace tutti::ui
