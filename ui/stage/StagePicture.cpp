#include "ui/stage/StagePicture.h"

#include "ui/stage/Art.h"

namespace tutti::ui {
namespace {

constexpr qreal kMissing = 0.4;
constexpr qreal kEdge = 2.5;

} // namespace

StagePicture pictureOf(const Seat& seat)
{
    return {seat.id, seat.avatar, seat.presence != Presence::Here};
}

void paintPicture(QPainter& painter, const QPointF& centre, qreal size, const StagePicture& picture,
                  const StageStyle& style, bool ringed, qreal opacity)
{
    const int whole = std::max(1, qRound(size));
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPointF corner(qRound(centre.x() - whole / 2.0), qRound(centre.y() - whole / 2.0));
    painter.setOpacity(picture.missing ? opacity * kMissing : opacity);
    painter.drawPixmap(corner, avatarPixmap(picture.avatar, whole, ratio, false));
    painter.setOpacity(1.0);
    if (ringed) {
        painter.setPen(QPen(style.theme->text, kEdge));
        painter.setBrush(Qt::NoBrush);
        const qreal half = whole / 2.0 - kEdge / 2 + 0.5;
        painter.drawEllipse(corner + QPointF(whole, whole) / 2, half, half);
    }
}

} // namespace tutti::ui
