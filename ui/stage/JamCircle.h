#pragma once

#include "ui/stage/JamCanvas.h"
#include "ui/stage/RingGeometry.h"

namespace tutti::ui {

/// A Free Jam as a circle: the bar goes round clockwise from the top, a role's lane is a ring, Melody outside.
class JamCircle final : public JamCanvas {
public:
    JamCircle(const QRectF& box, int pulses, const StageStyle& style);

    double pictureShare() const override;
    int rows() const override { return 1; }
    void paintBar(QPainter& painter, const JamShow& show) const override;
    void paintPlayhead(QPainter& painter, double where) const override;
    QRectF playheadArea(double where) const override;
    QRectF laneArea(int lane) const override;

private:
    qreal laneRadius(int lane) const;
    QPointF at(double where, qreal radius) const;
    void paintRings(QPainter& painter, const JamBar& bar) const;
    void paintLane(QPainter& painter, int lane, const JamShow& show) const;

    StageStyle m_style;
    QRectF m_box;
    QPointF m_centre;
    int m_pulses;
    qreal m_outer;
    qreal m_inner;
    qreal m_picture;
};

} // namespace tutti::ui
