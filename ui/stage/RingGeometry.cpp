#include "ui/stage/RingGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tutti::ui {
namespace {

constexpr qreal kTurn = 2 * std::numbers::pi;
/// Shares of the ring's radius.
constexpr qreal kThickness = 0.142;
constexpr qreal kGrownIn = 0.36;
constexpr qreal kGrownOut = 0.03;
constexpr qreal kGap = 0.04;
constexpr qreal kNumbers = 0.75;
constexpr qreal kHub = 0.62;
constexpr qreal kPictureGap = 0.05;
/// Room between pictures, as a share of one.
constexpr qreal kSpread = 1.32;
constexpr qreal kTight = 1.04;
/// A current picture is larger by this.
constexpr qreal kLarger = 1.22;
/// And further out by this share of it, so that it covers what it was at rest.
constexpr qreal kOut = 0.11;

/// One way to find room for the pictures: rows, and size as a share of half the box.
struct Room {
    int rows;
    qreal picture;
};
constexpr std::array kRooms{Room{1, 0.158}, Room{1, 0.135}, Room{2, 0.135}, Room{2, 0.115},
                            Room{3, 0.1},   Room{4, 0.085}, Room{6, 0.06},  Room{8, 0.05}};

qreal degrees(qreal radians)
{
    return radians * 360 / kTurn;
}

} // namespace

RingGeometry::RingGeometry(const QRectF& box, int beats, int mostOwners)
    : m_centre(box.center())
    , m_beats(std::max(1, beats))
{
    const qreal half = std::max(1.0, std::min(box.width(), box.height()) / 2);
    for (const Room& room : kRooms) {
        m_picture = room.picture * half;
        const qreal rows = m_picture * (room.rows * kTight + (kLarger - 1) / 2 + kOut);
        m_radius = (half - rows) / (1 + kGrownOut + kPictureGap);
        const qreal track = m_radius * (1 + kPictureGap) + m_picture / 2;
        m_inRow = std::max(1, static_cast<int>(track * kTurn / m_beats / (m_picture * kTight)));
        if (m_inRow * room.rows >= mostOwners) {
            break;
        }
    }
}

qreal RingGeometry::thickness() const
{
    return m_radius * kThickness;
}

qreal RingGeometry::angleOf(int beat) const
{
    return (beat - 1) * kTurn / m_beats;
}

QPointF RingGeometry::at(qreal angle, qreal radius) const
{
    return m_centre + QPointF(std::sin(angle), -std::cos(angle)) * radius;
}

QPainterPath RingGeometry::arc(int beat, qreal growth) const
{
    const qreal outer = m_radius * (1 + kGrownOut * growth);
    const qreal inner = m_radius * (1 - kThickness - (kGrownIn - kThickness) * growth);
    const qreal gap = m_beats > 1 ? kGap : 0;
    const qreal half = kTurn / m_beats / 2 - gap / 2;
    // Qt counts degrees anticlockwise from three o'clock.
    const qreal start = 90 - degrees(angleOf(beat) - half);
    const qreal sweep = degrees(half * 2);
    const auto circle = [this](qreal r) {
        return QRectF(m_centre.x() - r, m_centre.y() - r, 2 * r, 2 * r);
    };
    QPainterPath path;
    path.arcMoveTo(circle(outer), start);
    path.arcTo(circle(outer), start, -sweep);
    path.arcTo(circle(inner), start - sweep, sweep);
    path.closeSubpath();
    return path;
}

QPointF RingGeometry::shapePlace(int beat, qreal growth) const
{
    const qreal outer = m_radius * (1 + kGrownOut * growth);
    const qreal inner = m_radius * (1 - kThickness - (kGrownIn - kThickness) * growth);
    return at(angleOf(beat), (outer + inner) / 2);
}

QPointF RingGeometry::numberPlace(int beat) const
{
    return at(angleOf(beat), m_radius * kNumbers);
}

qreal RingGeometry::currentPictureSize() const
{
    return m_picture * kLarger;
}

QPointF RingGeometry::picturePlace(int beat, int index, int count, bool current) const
{
    const int row = index / m_inRow;
    const int inRow = std::min(m_inRow, count - row * m_inRow);
    const qreal radius = m_radius * (1 + kPictureGap) + m_picture / 2 + row * m_picture * kTight;
    // Spread as far as the beat's own part of the circle allows.
    const qreal widest = kTurn / m_beats / std::max(1, inRow);
    const qreal step = std::min(m_picture * kSpread / radius, widest);
    const qreal place = index - row * m_inRow - (inRow - 1) / 2.0;
    return at(angleOf(beat) + place * step, current ? radius + m_picture * kOut : radius);
}

QRectF RingGeometry::beatArea(int beat, int owners) const
{
    QRectF area = arc(beat, 1.0).boundingRect();
    const QPointF number = numberPlace(beat);
    area |= QRectF(number - QPointF(m_picture, m_picture) / 2, QSizeF(m_picture, m_picture));
    for (int i = 0; i < owners; ++i) {
        const qreal half = currentPictureSize() / 2;
        const QPointF picture = picturePlace(beat, i, owners, true);
        area |= QRectF(picture - QPointF(half, half), QSizeF(2 * half, 2 * half));
    }
    constexpr qreal kEdge = 4;
    return area.adjusted(-kEdge, -kEdge, kEdge, kEdge);
}

QRectF RingGeometry::hubArea() const
{
    const qreal half = m_radius * kHub;
    return {m_centre.x() - half, m_centre.y() - half, 2 * half, 2 * half};
}

std::optional<int> RingGeometry::beatAt(const QPointF& point) const
{
    const QPointF from = point - m_centre;
    const qreal distance = std::hypot(from.x(), from.y());
    constexpr qreal kReach = 1.5;
    if (distance < m_radius * kHub || distance > m_radius * kReach) {
        return std::nullopt;
    }
    qreal angle = std::atan2(from.x(), -from.y()) + kTurn / m_beats / 2;
    angle -= std::floor(angle / kTurn) * kTurn;
    return std::min(static_cast<int>(angle / kTurn * m_beats), m_beats - 1) + 1;
}

} // namespace tutti::ui
