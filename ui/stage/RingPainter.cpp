#include "ui/stage/RingPainter.h"

#include "ui/stage/Art.h"
#include "ui/stage/PitchPaint.h"
#include "ui/stage/RingHub.h"

#include <algorithm>

namespace tutti::ui {
namespace {

/// Seconds an arc takes to grow, and to go back.
constexpr double kGrow = 0.08;
constexpr double kShrink = 0.12;
constexpr qreal kEdge = 3;

} // namespace

RingPainter::RingPainter(const RingScene& scene, const QRectF& box, const StageStyle& style)
    : m_scene(scene)
    , m_style(style)
    , m_geometry(box, static_cast<int>(scene.beats.size()), scene.mostOwners())
{
}

const RingBeat& RingPainter::beatOf(int beat) const
{
    return m_scene.beats[static_cast<std::size_t>(beat - 1)];
}

int RingPainter::previousOf(int beat) const
{
    return beat == 1 ? m_geometry.beats() : beat - 1;
}

bool RingPainter::growsNow(const RingMoment& moment) const
{
    return moment.beat && !moment.fast && !m_scene.quiet && m_scene.phase == RingPhase::Play;
}

qreal RingPainter::growthOf(const RingMoment& moment) const
{
    if (!growsNow(moment)) {
        return 0;
    }
    const qreal part = m_style.reducedMotion ? 1 : std::clamp(moment.age / kGrow, 0.0, 1.0);
    return 1 - (1 - part) * (1 - part);
}

qreal RingPainter::shrinkingOf(const RingMoment& moment) const
{
    if (!growsNow(moment) || m_style.reducedMotion) {
        return 0;
    }
    return std::clamp(1 - moment.age / kShrink, 0.0, 1.0);
}

bool RingPainter::isMoving(const RingMoment& moment) const
{
    return growsNow(moment) && !m_style.reducedMotion && moment.age <= std::max(kGrow, kShrink);
}

void RingPainter::paintStill(QPainter& painter) const
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (int beat = 1; beat <= m_geometry.beats(); ++beat) {
        paintArc(painter, beat, 0, false);
        paintShape(painter, beat, 0);
        paintLit(painter, beat);
        paintNumber(painter, beat);
        paintOwners(painter, beat, false);
    }
}

void RingPainter::paintMoving(QPainter& painter, const RingMoment& moment) const
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (moment.beat && m_scene.phase != RingPhase::Done) {
        const int before = previousOf(*moment.beat);
        if (const qreal left = shrinkingOf(moment); left > 0 && before != *moment.beat) {
            paintArc(painter, before, left, false);
            paintShape(painter, before, left);
        }
        const qreal growth = growthOf(moment);
        paintArc(painter, *moment.beat, growth, !moment.fast);
        paintShape(painter, *moment.beat, growth);
        if (moment.fast) {
            paintMarker(painter, *moment.beat);
        } else if (growsNow(moment)) {
            paintOwners(painter, *moment.beat, true);
        }
    }
    paintRingHub(painter, m_scene, moment, m_geometry, m_style);
}

void RingPainter::paintArc(QPainter& painter, int beat, qreal growth, bool current) const
{
    const Theme& theme = *m_style.theme;
    const bool outlined = m_scene.quiet || beatOf(beat).rest;
    const PitchLook look = pitchLook(beatOf(beat).midi, false, theme);
    painter.setPen(Qt::NoPen);
    if (current) {
        painter.setPen(QPen(theme.text, kEdge, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    } else if (outlined) {
        painter.setPen(QPen(theme.lineStrong, 1.5));
    }
    painter.setBrush(outlined ? theme.lane : look.fill);
    painter.drawPath(m_geometry.arc(beat, growth));
}

void RingPainter::paintShape(QPainter& painter, int beat, qreal growth) const
{
    if (beatOf(beat).rest) {
        return;
    }
    constexpr qreal kSmall = 0.48;
    constexpr qreal kLarge = 0.8;
    const PitchLook look = pitchLook(beatOf(beat).midi, false, *m_style.theme);
    const qreal size = m_geometry.thickness() * (kSmall + (kLarge - kSmall) * growth);
    paintPitchShape(painter, m_geometry.shapePlace(beat, growth), size, look,
                    m_scene.quiet ? m_style.theme->text2 : look.ink);
}

void RingPainter::paintNumber(QPainter& painter, int beat) const
{
    constexpr qreal kSize = 0.08;
    constexpr int kSmallest = 10;
    painter.setFont(
        textFont(std::max(kSmallest, qRound(m_geometry.radius() * kSize)), QFont::Medium));
    painter.setPen(m_style.theme->text2);
    const QPointF place = m_geometry.numberPlace(beat);
    const qreal half = m_geometry.pictureSize();
    painter.drawText(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half),
                     Qt::AlignCenter, QString::number(beat));
}

void RingPainter::paintLit(QPainter& painter, int beat) const
{
    // Answered beats draw a thin line inside the ring; a pass that holds closes the circle.
    if (m_scene.quiet || !beatOf(beat).lit.value_or(false)) {
        return;
    }
    constexpr qreal kInside = 0.834;
    constexpr int kSixteenths = 16;
    const qreal r = m_geometry.radius() * kInside;
    const QPointF c = m_geometry.centre();
    const qreal step = 360.0 / m_geometry.beats();
    const qreal start = 90 - (beat - 0.5) * step;
    painter.setPen(QPen(m_style.theme->text2, 2.5, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r), qRound(start * kSixteenths),
                    qRound(step * kSixteenths));
}

void RingPainter::paintOwners(QPainter& painter, int beat, bool current) const
{
    const std::vector<StagePicture>& owners = beatOf(beat).owners;
    const auto count = static_cast<int>(owners.size());
    const qreal size = current ? m_geometry.currentPictureSize() : m_geometry.pictureSize();
    for (int i = 0; i < count; ++i) {
        const StagePicture& picture = owners[static_cast<std::size_t>(i)];
        if (current && picture.missing) {
            continue;
        }
        const QPointF centre = m_geometry.picturePlace(beat, i, count, current);
        paintPicture(painter, {centre, size, current}, picture, m_style);
    }
}

void RingPainter::paintMarker(QPainter& painter, int beat) const
{
    constexpr qreal kSize = 0.062;
    const qreal r = m_geometry.radius() * kSize;
    painter.setPen(QPen(m_style.theme->surface, 2));
    painter.setBrush(m_style.theme->text);
    painter.drawEllipse(m_geometry.numberPlace(beat), r, r);
}

void RingPainter::paintMark(QPainter& painter, int beat) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_style.theme->accent, kEdge, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(m_geometry.arc(beat, 0.35));
}

std::vector<QRectF> RingPainter::movingAreas(const RingMoment& moment) const
{
    std::vector<QRectF> areas{m_geometry.hubArea()};
    if (moment.beat) {
        for (const int beat : {*moment.beat, previousOf(*moment.beat)}) {
            areas.push_back(
                m_geometry.beatArea(beat, static_cast<int>(beatOf(beat).owners.size())));
        }
    }
    return areas;
}

} // namespace tutti::ui
