#include "ui/stage/JamLanes.h"

#include "ui/models/Words.h"
#include "ui/stage/Art.h"
#include "ui/stage/JamParts.h"
#include "ui/stage/PitchPaint.h"
#include "ui/stage/StagePicture.h"
#include "ui/stage/StageWords.h"

#include <algorithm>
#include <cmath>

namespace tutti::ui {
namespace {

constexpr qreal kLabels = 74;
constexpr qreal kNumbers = 30;
constexpr qreal kFooter = 26;
constexpr qreal kMargin = 10;
/// Between two columns.
constexpr qreal kGap = 4;
/// A picture may reach over the bar line by this much of itself.
constexpr qreal kLead = 0.36;
constexpr qreal kRinged = 1.18;
constexpr int kLaneCount = static_cast<int>(JamBar::kLanes.size());

} // namespace

JamLanes::JamLanes(const QRectF& box, int pulses, const StageStyle& style)
    : m_style(style)
    , m_box(box.adjusted(kMargin, 0, -kMargin, 0))
    , m_lanes(m_box.adjusted(kLabels, kNumbers, 0, -kFooter))
    , m_pulses(std::max(1, pulses))
    , m_picture(0)
{
    constexpr qreal kOfLane = 0.385;
    constexpr qreal kOfColumn = 0.42;
    m_picture = std::clamp(std::min(laneHeight() * kOfLane, columnWidth() * kOfColumn), 14.0, 64.0);
}

qreal JamLanes::laneHeight() const
{
    return m_lanes.height() / kLaneCount;
}

qreal JamLanes::columnWidth() const
{
    return m_lanes.width() / m_pulses;
}

qreal JamLanes::xOf(double where) const
{
    return m_lanes.left() + m_picture * kLead + where * m_lanes.width();
}

qreal JamLanes::yOf(int lane, int row) const
{
    constexpr qreal kFirst = 0.26;
    constexpr qreal kStep = 0.47;
    return m_lanes.top() + laneHeight() * (lane + kFirst + kStep * row);
}

QRectF JamLanes::laneArea(int lane) const
{
    return {m_box.left(), m_lanes.top() + laneHeight() * lane, m_box.width(), laneHeight()};
}

double JamLanes::pictureShare() const
{
    // Pictures with their chips side by side.
    constexpr qreal kWithChip = 1.25;
    return m_picture * kWithChip / std::max(1.0, m_lanes.width());
}

void JamLanes::paintBar(QPainter& painter, const JamShow& show) const
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintColumns(painter, show.bar);
    for (int lane = 0; lane < kLaneCount; ++lane) {
        paintLabel(painter, lane, show.bar.lanes[static_cast<std::size_t>(lane)]);
        paintNotes(painter, lane, show);
    }
    paintJamFooter(painter,
                   {m_box.left(), m_box.bottom() - kFooter + 2, m_box.width(), kFooter - 4}, show,
                   *m_style.theme);
}

void JamLanes::paintColumns(QPainter& painter, const JamBar& bar) const
{
    const Theme& theme = *m_style.theme;
    for (int i = 0; i < m_pulses; ++i) {
        const QRectF column(m_lanes.left() + i * columnWidth(), m_lanes.top(), columnWidth() - kGap,
                            m_lanes.height());
        const bool current = i == bar.pulse;
        painter.setPen(Qt::NoPen);
        painter.setBrush(current ? theme.sunken : theme.lane);
        painter.drawRoundedRect(column, 6, 6);
        const qreal beat = xOf(static_cast<double>(i) / m_pulses);
        painter.setPen(QPen(theme.lineStrong, 1.5));
        painter.drawLine(QPointF(beat, m_lanes.top()), QPointF(beat, m_lanes.bottom()));
        const qreal half = xOf((i + 0.5) / m_pulses);
        painter.setPen(QPen(theme.barline, 1.5, Qt::DotLine));
        painter.drawLine(QPointF(half, m_lanes.top()), QPointF(half, m_lanes.bottom()));
        painter.setFont(current ? displayFont(20) : textFont(16, QFont::DemiBold));
        painter.setPen(current ? theme.text : theme.text2);
        painter.drawText(QRectF(beat - 20, m_box.top(), 40, kNumbers - 4), Qt::AlignCenter,
                         QString::number(i + 1));
    }
    painter.setPen(QPen(theme.line, 1));
    for (int lane = 1; lane < kLaneCount; ++lane) {
        const qreal y = m_lanes.top() + lane * laneHeight();
        painter.drawLine(QPointF(m_box.left(), y), QPointF(m_box.right(), y));
    }
}

void JamLanes::paintLabel(QPainter& painter, int lane, const JamLane& content) const
{
    const Theme& theme = *m_style.theme;
    const QRectF area = laneArea(lane);
    constexpr int kIcon = 16;
    // Icon, name and number as one block in the middle; the icon goes where there is no room for three.
    const bool tall = area.height() >= 62;
    const qreal top = area.center().y() - (tall ? 28 : 17);
    if (tall) {
        painter.drawPixmap(QPointF(qRound(area.left()), qRound(top)),
                           iconPixmap(roleIcon(content.role), theme.text2, kIcon,
                                      painter.device()->devicePixelRatioF()));
    }
    const qreal name = tall ? top + kIcon + 4 : top;
    painter.setFont(textFont(13, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(QRectF(area.left(), name, kLabels - 6, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     roleWord(content.role));
    painter.setFont(textFont(11));
    painter.setPen(theme.text2);
    painter.drawText(QRectF(area.left(), name + 18, kLabels - 6, 16),
                     Qt::AlignLeft | Qt::AlignVCenter, playersWord(content.players));
}

void JamLanes::paintNotes(QPainter& painter, int lane, const JamShow& show) const
{
    const JamLane& content = show.bar.lanes[static_cast<std::size_t>(lane)];
    constexpr qreal kChip = 0.44;
    for (const JamNote& note : content.notes) {
        const Seat* seat = show.room.seat(note.seat);
        if (!seat) {
            continue;
        }
        const QPointF place(xOf(note.where), yOf(lane, note.row));
        const qreal size = m_picture * (note.ringed && !show.quiet ? kRinged : 1);
        const qreal opacity = note.pale ? kPaleNote : 1;
        StagePicture picture = pictureOf(*seat);
        picture.missing = false;
        paintPicture(painter, {place, size, note.ringed && !show.quiet, opacity}, picture, m_style);
        const qreal chip = m_picture * kChip;
        const QRectF box(place.x() + size * 0.36, place.y() + size * 0.06, chip, chip);
        painter.setOpacity(opacity);
        paintPitchChip(painter, box,
                       pitchLook(note.midi, content.role == Role::Rhythm, *m_style.theme),
                       *m_style.theme, !show.quiet);
        painter.setOpacity(1);
    }
    for (const JamMore& more : content.more) {
        paintMorePill(painter, {xOf(more.where) + m_picture * 0.1, yOf(lane, 1) - m_picture * 0.72},
                      more, *m_style.theme);
    }
}

void JamLanes::paintPlayhead(QPainter& painter, double where) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal x = xOf(where);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.theme->text);
    painter.drawRect(QRectF(x - 1, m_lanes.top(), 2, m_lanes.height()));
    painter.drawPolygon(QPolygonF{QPointF(x - 6, m_lanes.top() - 8),
                                  QPointF(x + 6, m_lanes.top() - 8), QPointF(x, m_lanes.top())});
}

QRectF JamLanes::playheadArea(double where) const
{
    constexpr qreal kHalf = 8;
    const qreal top = m_lanes.top() - 10;
    return {xOf(where) - kHalf, top, 2 * kHalf, m_lanes.bottom() - top + 1};
}

} // namespace tutti::ui
