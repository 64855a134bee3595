#pragma once

#include <QPainterPath>
#include <QRectF>

#include <optional>

namespace tutti::ui {

/// Where everything of a Beat Ring is, in the rectangle it has: beat 1 at the top, then clockwise. Pure arithmetic.
/// Units: those of the rectangle.
class RingGeometry {
public:
    /// `mostOwners`: of one beat; the ring gives way to their pictures.
    RingGeometry(const QRectF& box, int beats, int mostOwners);

    int beats() const { return m_beats; }
    QPointF centre() const { return m_centre; }
    /// Outer radius of the ring, which every other size follows.
    qreal radius() const { return m_radius; }
    qreal thickness() const;
    /// Diameter of a picture outside the ring.
    qreal pictureSize() const { return m_picture; }

    /// The arc of a beat, from 1. `growth`: 0 as it rests, 1 grown inward as the current one.
    QPainterPath arc(int beat, qreal growth) const;
    /// Middle of the arc, where the note's shape is.
    QPointF shapePlace(int beat, qreal growth) const;
    /// Where the number of the beat is, inside the ring.
    QPointF numberPlace(int beat) const;
    /// Centre of picture `index` out of `count` of a beat; the current beat's are larger and a little further out.
    QPointF picturePlace(int beat, int index, int count, bool current = false) const;
    qreal currentPictureSize() const;
    /// What can change while a beat is current.
    QRectF beatArea(int beat, int owners) const;
    QRectF hubArea() const;
    /// Which beat a point belongs to, pictures included; none in the hub and in the corners.
    std::optional<int> beatAt(const QPointF& point) const;

private:
    qreal angleOf(int beat) const;
    QPointF at(qreal angle, qreal radius) const;

    QPointF m_centre;
    int m_beats;
    qreal m_radius = 0.0;
    qreal m_picture = 0.0;
    int m_inRow = 1;
};

} // namespace tutti::ui
