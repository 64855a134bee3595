#pragma once

#include "ui/stage/JamCanvas.h"

#include <QRectF>

namespace tutti::ui {

/// A Free Jam as one bar from left to right: a lane a role, a column a pulse.
class JamLanes final : public JamCanvas {
public:
    JamLanes(const QRectF& box, int pulses, const StageStyle& style);

    double pictureShare() const override;
    int rows() const override { return JamBar::kRows; }
    void paintBar(QPainter& painter, const JamShow& show) const override;
    void paintPlayhead(QPainter& painter, double where) const override;
    QRectF playheadArea(double where) const override;
    QRectF laneArea(int lane) const override;

private:
    qreal laneHeight() const;
    qreal columnWidth() const;
    qreal xOf(double where) const;
    qreal yOf(int lane, int row) const;
    void paintColumns(QPainter& painter, const JamBar& bar) const;
    void paintLabel(QPainter& painter, int lane, const JamLane& content) const;
    void paintNotes(QPainter& painter, int lane, const JamShow& show) const;

    StageStyle m_style;
    QRectF m_box;
    QRectF m_lanes;
    int m_pulses;
    qreal m_picture;
};

} // namespace tutti::ui
