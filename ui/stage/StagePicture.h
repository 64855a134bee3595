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
/// `ringed`: it is this child's moment. `opacity` on top of what a missing child loses.
void paintPicture(QPainter& painter, const QPointF& centre, qreal size, const StagePicture& picture,
                  const StageStyle& style, bool ringed = false, qreal opacity = 1.0);

} // namespace tutti::ui
