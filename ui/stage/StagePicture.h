#pragma once

#include "app/domain/Seat.h"
#include "ui/stage/StageStyle.h"

#include <QPainter>

namespace tutti::ui {

/// One child's picture on the stage.
struct StagePicture {
    SeatId seat;
    std::string avatar;
    /// Nobody plays there now: its tablet is away, or nobody has come.
    bool missing = false;

    friend bool operator==(const StagePicture&, const StagePicture&) = default;
};

StagePicture pictureOf(const Seat& seat);

/// Where a picture is, and how it stands out.
struct PicturePlace {
    QPointF centre;
    qreal size = 0;
    /// It is this child's moment.
    bool ringed = false;
    /// On top of what a missing child loses.
    qreal opacity = 1.0;
};
void paintPicture(QPainter& painter, const PicturePlace& place, const StagePicture& picture,
                  const StageStyle& style);

} // namespace tutti::ui
