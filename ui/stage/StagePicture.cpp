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

void paintPicture(QPainter& painter, const PicturePlace& place, const StagePicture& picture,
                  const StageStyle& style)
{
    const int whole = std::max(1, qRound(place.size));
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPointF corner(qRound(place.centre.x() - whole / 2.0),
                         qRound(place.centre.y() - whole / 2.0));
    painter.setOpacity(picture.missing ? place.opacity * kMissing : place.opacity);
    painter.drawPixmap(corner, avatarPixmap(picture.avatar, whole, ratio, false));
    painter.setOpacity(1.0);
    if (place.ringed) {
        painter.setPen(QPen(style.theme->text, kEdge));
        painter.setBrush(Qt::NoBrush);
        const qreal half = whole / 2.0 - kEdge / 2 + 0.5;
        painter.drawEllipse(corner + QPointF(whole, whole) / 2, half, half);
    }
}

} // namespace tutti::ui
