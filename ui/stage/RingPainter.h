#pragma once

#include "ui/stage/RingGeometry.h"
#include "ui/stage/RingScene.h"
#include "ui/stage/StageStyle.h"

#include <QPainter>

#include <vector>

namespace tutti::ui {

/// Draws a Beat Ring into a rectangle of any painter: dashboard and projector show the same. What stands still is apart from
/// what the beat moves, so that a view keeps the first and paints only the second.
/// Owns: nothing; scene and theme outlive it.
class RingPainter {
public:
    RingPainter(const RingScene& scene, const QRectF& box, const StageStyle& style);

    const RingGeometry& geometry() const { return m_geometry; }
    /// Arcs, shapes, numbers and pictures at rest.
    void paintStill(QPainter& painter) const;
    /// The current beat, and the hub, over paintStill().
    void paintMoving(QPainter& painter, const RingMoment& moment) const;
    /// All that paintMoving() may touch.
    std::vector<QRectF> movingAreas(const RingMoment& moment) const;
    /// Whether the next moment looks different before the next beat.
    bool isMoving(const RingMoment& moment) const;
    /// An outline round a beat, for whoever drops students on it or walks through the beats.
    void paintMark(QPainter& painter, int beat) const;

private:
    bool growsNow(const RingMoment& moment) const;
    qreal growthOf(const RingMoment& moment) const;
    qreal shrinkingOf(const RingMoment& moment) const;
    void paintArc(QPainter& painter, int beat, qreal growth, bool current) const;
    void paintShape(QPainter& painter, int beat, qreal growth) const;
    void paintNumber(QPainter& painter, int beat) const;
    void paintLit(QPainter& painter, int beat) const;
    void paintOwners(QPainter& painter, int beat, bool current) const;
    void paintMarker(QPainter& painter, int beat) const;
    const RingBeat& beatOf(int beat) const;
    int previousOf(int beat) const;

    const RingScene& m_scene;
    StageStyle m_style;
    RingGeometry m_geometry;
};

} // namespace tutti::ui
