#include "ui/stage/JamCircle.h"

#include "ui/models/Words.h"
#include "ui/stage/Art.h"
#include "ui/stage/JamParts.h"
#include "ui/stage/PitchPaint.h"
#include "ui/stage/RingHub.h"
#include "ui/stage/StagePicture.h"
#include "ui/stage/StageWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tutti::ui {
namespace {

struct Circle {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::Circle)
};

constexpr qreal kTurn = 2 * std::numbers::pi;
constexpr qreal kNumbers = 14;
constexpr qreal kFooter = 26;
constexpr qreal kHub = 0.36;
constexpr qreal kRinged = 1.12;
constexpr int kLaneCount = static_cast<int>(JamBar::kLanes.size());

} // namespace

JamCircle::JamCircle(const QRectF& box, int pulses, const StageStyle& style)
    : m_style(style)
    , m_box(box.adjusted(10, 0, -10, 0))
    , m_centre(box.adjusted(0, 0, 0, -kFooter).center())
    , m_pulses(std::max(1, pulses))
    , m_outer(std::max(20.0, std::min(box.width(), box.height() - kFooter) / 2 - 2 * kNumbers))
    , m_inner(m_outer * kHub)
    , m_picture((m_outer - m_inner) / kLaneCount * 0.92)
{
}

double JamCircle::pictureShare() const
{
    // Where the circle is smallest; further out there is more room.
    return m_picture / (laneRadius(kLaneCount - 1) * kTurn);
}

qreal JamCircle::laneRadius(int lane) const
{
    return m_outer - (m_outer - m_inner) / kLaneCount * (lane + 0.5);
}

QPointF JamCircle::at(double where, qreal radius) const
{
    const qreal angle = where * kTurn;
    return m_centre + QPointF(std::sin(angle), -std::cos(angle)) * radius;
}

QRectF JamCircle::laneArea(int lane) const
{
    const qreal r = laneRadius(lane) + (m_outer - m_inner) / kLaneCount / 2;
    return {m_centre.x() - r, m_centre.y() - r, 2 * r, 2 * r};
}

void JamCircle::paintBar(QPainter& painter, const JamShow& show) const
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintRings(painter, show.bar);
    for (int lane = 0; lane < kLaneCount; ++lane) {
        paintLane(painter, lane, show);
    }
    HubWords hub;
    if (show.quiet) {
        hub.icon = QStringLiteral("ear");
        hub.title = everyoneListensWord();
    } else {
        hub.figure = show.bar.pulse < 0 ? QStringLiteral("–") : QString::number(show.bar.pulse + 1);
        hub.line = Circle::tr("of %1 beats").arg(m_pulses);
    }
    // The hub of a ring whose middle is as large as this circle's.
    constexpr qreal kRingHub = 0.55;
    const qreal half = m_inner / kRingHub;
    paintHub(
        painter, hub,
        RingGeometry(QRectF(m_centre.x() - half, m_centre.y() - half, 2 * half, 2 * half), 1, 0),
        m_style);
    paintJamFooter(painter,
                   {m_box.left(), m_box.bottom() - kFooter + 2, m_box.width(), kFooter - 4}, show,
                   *m_style.theme);
}

void JamCircle::paintRings(QPainter& painter, const JamBar& bar) const
{
    const Theme& theme = *m_style.theme;
    constexpr int kSixteenths = 16;
    const QRectF whole = laneArea(0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.lane);
    painter.drawEllipse(whole);
    if (bar.pulse >= 0) {
        painter.setBrush(theme.sunken);
        const qreal step = 360.0 * kSixteenths / m_pulses;
        painter.drawPie(whole, qRound(90.0 * kSixteenths - step * bar.pulse), qRound(-step));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.line, 1));
    for (int lane = 1; lane < kLaneCount; ++lane) {
        painter.drawEllipse(laneArea(lane));
    }
    for (int i = 0; i < 2 * m_pulses; ++i) {
        const double where = i / (2.0 * m_pulses);
        const bool half = i % 2 == 1;
        painter.setPen(half ? QPen(theme.barline, 1.5, Qt::DotLine) : QPen(theme.lineStrong, 1.5));
        painter.drawLine(at(where, m_inner), at(where, m_outer));
        if (!half) {
            const bool current = i / 2 == bar.pulse;
            const QPointF place = at(where, m_outer + kNumbers);
            painter.setFont(textFont(current ? 17 : 15, current ? QFont::Bold : QFont::DemiBold));
            painter.setPen(current ? theme.text : theme.text2);
            painter.drawText(QRectF(place.x() - 16, place.y() - 12, 32, 24), Qt::AlignCenter,
                             QString::number(i / 2 + 1));
        }
    }
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.surface);
    painter.drawEllipse(m_centre, m_inner, m_inner);
}

void JamCircle::paintLane(QPainter& painter, int lane, const JamShow& show) const
{
    const JamLane& content = show.bar.lanes[static_cast<std::size_t>(lane)];
    const Theme& theme = *m_style.theme;
    constexpr int kIcon = 15;
    // Just before the bar line, where the last notes of a bar rarely are.
    const qreal radius = laneRadius(lane);
    const QPointF label = m_centre + QPointF(-kIcon * 1.55, -radius);
    painter.drawPixmap(QPointF(qRound(label.x() - kIcon / 2.0), qRound(label.y() - kIcon / 2.0)),
                       iconPixmap(roleIcon(content.role), theme.text3, kIcon,
                                  painter.device()->devicePixelRatioF()));
    for (const JamNote& note : content.notes) {
        const Seat* seat = show.room.seat(note.seat);
        if (!seat) {
            continue;
        }
        const bool ringed = note.ringed && !show.quiet;
        const qreal size = m_picture * 0.9 * (ringed ? kRinged : 1);
        const QPointF place = at(note.where, radius);
        StagePicture picture = pictureOf(*seat);
        picture.missing = false;
        paintPicture(painter, {place, size, ringed, note.pale ? kPaleNote : 1}, picture, m_style);
        const qreal chip = m_picture * 0.46;
        painter.setOpacity(note.pale ? kPaleNote : 1);
        paintPitchChip(painter, QRectF(place.x() + size * 0.22, place.y() + size * 0.1, chip, chip),
                       pitchLook(note.midi, content.role == Role::Rhythm, theme), theme,
                       !show.quiet);
        painter.setOpacity(1);
    }
    for (const JamMore& more : content.more) {
        const QPointF place = at(more.where, radius);
        const qreal half = m_picture / 2;
        paintMorePill(painter, place - QPointF(half * 1.2, half * 1.1), more, theme);
    }
}

void JamCircle::paintPlayhead(QPainter& painter, double where) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_style.theme->text, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at(where, m_inner + 2), at(where, m_outer + 2));
}

QRectF JamCircle::playheadArea(double where) const
{
    constexpr qreal kEdge = 3;
    return QRectF(at(where, m_inner), at(where, m_outer + 2))
        .normalized()
        .adjusted(-kEdge, -kEdge, kEdge, kEdge);
}

} // namespace tutti::ui
