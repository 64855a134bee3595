#include "ui/stage/PitchPaint.h"

#include "ui/stage/Art.h"

#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace tutti::ui {
namespace {

QPolygonF starOf(const QPointF& centre, qreal radius)
{
    constexpr int kPoints = 10;
    constexpr qreal kInner = 0.45;
    QPolygonF star;
    for (int i = 0; i < kPoints; ++i) {
        const qreal angle = i * 2 * std::numbers::pi / kPoints - std::numbers::pi / 2;
        const qreal r = i % 2 == 0 ? radius : radius * kInner;
        star << centre + QPointF(std::cos(angle) * r, std::sin(angle) * r);
    }
    return star;
}

QPainterPath heartOf(const QPointF& centre, qreal half)
{
    QPainterPath path(centre + QPointF(0, half));
    path.cubicTo(centre + QPointF(-half * 1.9, -half * 0.2),
                 centre + QPointF(-half * 0.8, -half * 1.5), centre + QPointF(0, -half * 0.5));
    path.cubicTo(centre + QPointF(half * 0.8, -half * 1.5),
                 centre + QPointF(half * 1.9, -half * 0.2), centre + QPointF(0, half));
    return path;
}

QPolygonF triangleOf(const QPointF& centre, qreal half)
{
    return {{centre + QPointF(0, -half), centre + QPointF(half * 1.05, half * 0.85),
             centre + QPointF(-half * 1.05, half * 0.85)}};
}

QPolygonF diamondOf(const QPointF& centre, qreal half)
{
    return {{centre + QPointF(0, -half), centre + QPointF(half, 0), centre + QPointF(0, half),
             centre + QPointF(-half, 0)}};
}

void paintStroked(QPainter& painter, const QPointF& centre, qreal half, PitchShape shape,
                  const QColor& colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, half * 0.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal inner = half * 0.8;
    switch (shape) {
    case PitchShape::Ring:
        painter.drawEllipse(centre, inner, inner);
        break;
    case PitchShape::DrumTriangle:
        painter.drawPolygon(triangleOf(centre, inner));
        break;
    default:
        painter.drawLine(centre + QPointF(-inner, -inner), centre + QPointF(inner, inner));
        painter.drawLine(centre + QPointF(inner, -inner), centre + QPointF(-inner, inner));
    }
}

void paintFilled(QPainter& painter, const QPointF& centre, qreal half, PitchShape shape)
{
    constexpr qreal kArm = 0.38;
    switch (shape) {
    case PitchShape::Triangle:
        painter.drawPolygon(triangleOf(centre, half));
        break;
    case PitchShape::Diamond:
        painter.drawPolygon(diamondOf(centre, half * 1.1));
        break;
    case PitchShape::Plus:
        painter.drawRect(
            QRectF(centre.x() - half, centre.y() - half * kArm, half * 2, half * kArm * 2));
        painter.drawRect(
            QRectF(centre.x() - half * kArm, centre.y() - half, half * kArm * 2, half * 2));
        break;
    case PitchShape::Star:
        painter.drawPolygon(starOf(centre, half * 1.2));
        break;
    case PitchShape::Heart:
        painter.drawPath(heartOf(centre, half));
        break;
    case PitchShape::Square:
    case PitchShape::Snare:
        painter.drawRect(
            QRectF(centre.x() - half * 0.9, centre.y() - half * 0.9, half * 1.8, half * 1.8));
        break;
    default:
        painter.drawEllipse(centre, half, half);
    }
}

} // namespace

void paintPitchShape(QPainter& painter, const QPointF& centre, qreal size, const PitchLook& look,
                     const QColor& colour)
{
    const qreal half = size / 2;
    if (look.shape == PitchShape::Ring || look.shape == PitchShape::Shaker ||
        look.shape == PitchShape::DrumTriangle) {
        paintStroked(painter, centre, half, look.shape, colour);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    paintFilled(painter, centre, half, look.shape);
}

void paintPitchChip(QPainter& painter, const QRectF& box, const PitchLook& look, const Theme& theme,
                    bool hue)
{
    const qreal radius = box.width() * 0.28;
    const bool plain = !hue || look.unpitched;
    painter.setPen(plain ? QPen(theme.text2, 1) : QPen(Qt::NoPen));
    painter.setBrush(plain ? theme.surface : look.fill);
    QPainterPath path;
    path.addRoundedRect(box, radius, radius);
    if (look.sharp) {
        const qreal cut = box.width() * 0.3;
        QPainterPath corner;
        corner.addPolygon(QPolygonF(
            {box.topRight() - QPointF(cut, 0), box.topRight(), box.topRight() + QPointF(0, cut)}));
        path -= corner;
    }
    painter.drawPath(path);
    if (look.unpitched) {
        paintPitchShape(painter, box.center(), box.width() * 0.42, look, look.ink);
        return;
    }
    painter.setPen(hue ? look.ink : theme.text2);
    painter.setFont(textFont(std::max(8, qRound(box.height() * 0.62)), QFont::Bold));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, look.letter);
}

} // namespace tutti::ui
