#pragma once

#include "ui/models/TimelineModel.h"
#include "ui/stage/StageStyle.h"

#include <QPainter>

namespace tutti::ui {

/// Draws the last bars: four lanes, notes as they were played, quiet stretches, marks. Bars that are over are apart from the
/// running one, so that a view keeps the first.
/// Owns: nothing; model and theme outlive it.
class TimelinePainter {
public:
    /// `first`: the bar at the left edge.
    TimelinePainter(const TimelineModel& model, const QRectF& box, const StageStyle& style,
                    std::int64_t first);

    /// The bar at the left edge once the music is at `place`: one bar ahead stays free.
    static std::int64_t firstBarAt(double place);

    /// Lanes, names, bar lines, and all bars before the one `now` is in.
    void paintPast(QPainter& painter, double now) const;
    /// The running bar and the playhead, over paintPast().
    void paintLive(QPainter& painter, double now) const;
    QRectF liveArea(double now) const;
    /// A thin strip round the playhead.
    QRectF playheadArea(double now) const;
    QRectF laneArea(int lane) const;
    /// The note that is drawn at a place, or null.
    const LiveNote* noteAt(const QPointF& place, double now) const;

private:
    qreal xOf(double place) const;
    QRectF noteBox(const LiveNote& note, double now) const;
    void paintLanes(QPainter& painter) const;
    void paintGrid(QPainter& painter) const;
    void paintNotes(QPainter& painter, double from, double to, double now) const;
    void paintQuiets(QPainter& painter, double from, double to) const;
    void paintMarks(QPainter& painter) const;

    const TimelineModel& m_model;
    StageStyle m_style;
    QRectF m_box;
    QRectF m_bars;
    std::int64_t m_first;
};

} // namespace tutti::ui
