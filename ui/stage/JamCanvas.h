#pragma once

#include "ui/models/JamBar.h"
#include "ui/stage/StageStyle.h"

#include <QPainter>

namespace tutti::ui {

/// What a Free Jam is drawn from.
struct JamShow {
    const JamBar& bar;
    const RoomState& room;
    /// A quiet class's stage has no hue.
    bool quiet = false;
};

/// One way to draw the one bar of a Free Jam. The bar changes with notes and beats, the playhead with every frame, so they
/// are painted apart.
class JamCanvas {
public:
    virtual ~JamCanvas() = default;
    /// Width of a picture as a share of the bar, for jamBarAt().
    virtual double pictureShare() const = 0;
    /// Rows a lane has room for.
    virtual int rows() const = 0;
    virtual void paintBar(QPainter& painter, const JamShow& show) const = 0;
    /// `where`: from 0 to 1 through the bar.
    virtual void paintPlayhead(QPainter& painter, double where) const = 0;
    virtual QRectF playheadArea(double where) const = 0;
    /// What belongs to a lane, for whoever walks through the lanes.
    virtual QRectF laneArea(int lane) const = 0;
};

} // namespace tutti::ui
