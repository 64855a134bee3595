#include "ui/stage/TimelinePainter.h"

#include "ui/models/JamBar.h"
#include "ui/models/Words.h"
#include "ui/stage/Art.h"
#include "ui/stage/PitchPaint.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tutti::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::Timeline)
};

constexpr qreal kLabels = 92;
constexpr int kLanes = static_cast<int>(JamBar::kLanes.size());
constexpr qreal kNoteHeight = 4;
constexpr qreal kDrumSize = 8;
/// A note whose end was not heard is drawn this long, in bars.
constexpr double kUnended = 0.125;
/// Where a running note stops growing, in bars: its end was lost.
constexpr double kLongest = 1.0;

/// How high in its lane a pitch is, from 0 to 1.
qreal heightOf(const LiveNote& note)
{
    const bool low = note.role == Role::Bass;
    const qreal base = low ? 48 : 60;
    const qreal span = low ? 24 : 12;
    return std::clamp((note.midi - base) / span, 0.0, 1.0);
}

double endOf(const LiveNote& note, double now)
{
    if (note.to) {
        return *note.to;
    }
    return now - note.from > kLongest ? note.from + kUnended : now;
}

int laneOf(Role role)
{
    const auto found = std::find(JamBar::kLanes.begin(), JamBar::kLanes.end(), role);
    return found == JamBar::kLanes.end() ? -1 : static_cast<int>(found - JamBar::kLanes.begin());
}

} // namespace

TimelinePainter::TimelinePainter(const TimelineModel& model, const QRectF& box,
                                 const StageStyle& style, std::int64_t first)
    : m_model(model)
    , m_style(style)
    , m_box(box)
    , m_bars(box.adjusted(kLabels, 0, 0, 0))
    , m_first(first)
{
}

std::int64_t TimelinePainter::firstBarAt(double place)
{
    constexpr std::int64_t kBefore = TimelineModel::kBars - 2;
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(place)) - kBefore);
}

qreal TimelinePainter::xOf(double place) const
{
    return m_bars.left() +
           (place - static_cast<double>(m_first)) * m_bars.width() / TimelineModel::kBars;
}

QRectF TimelinePainter::laneArea(int lane) const
{
    const qreal height = m_box.height() / kLanes;
    return {m_box.left(), m_box.top() + lane * height, m_box.width(), height};
}

QRectF TimelinePainter::noteBox(const LiveNote& note, double now) const
{
    const QRectF lane = laneArea(laneOf(note.role));
    const qreal x = xOf(note.from);
    if (note.role == Role::Rhythm) {
        return {x - kDrumSize / 2, lane.center().y() - kDrumSize / 2, kDrumSize, kDrumSize};
    }
    constexpr qreal kShortest = 5;
    const qreal room = lane.height() - kNoteHeight - 4;
    const qreal y = lane.bottom() - 2 - kNoteHeight - heightOf(note) * room;
    return {x, y, std::max(kShortest, xOf(endOf(note, now)) - x), kNoteHeight};
}

void TimelinePainter::paintPast(QPainter& painter, double now) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintLanes(painter);
    paintGrid(painter);
    const double bar = std::floor(now);
    painter.save();
    painter.setClipRect(m_bars);
    paintNotes(painter, -std::numeric_limits<double>::infinity(), bar, now);
    paintQuiets(painter, static_cast<double>(m_first), bar);
    painter.restore();
    paintMarks(painter);
}

void TimelinePainter::paintLive(QPainter& painter, double now) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(m_bars, Qt::IntersectClip);
    paintNotes(painter, std::floor(now), std::numeric_limits<double>::infinity(), now);
    paintQuiets(painter, std::floor(now), now);
    painter.restore();
    const qreal x = xOf(now);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.theme->text);
    painter.drawRect(QRectF(x - 1, m_box.top(), 2, m_box.height()));
    painter.drawPolygon(QPolygonF{QPointF(x - 6, m_box.top()), QPointF(x + 6, m_box.top()),
                                  QPointF(x, m_box.top() + 7)});
}

void TimelinePainter::paintLanes(QPainter& painter) const
{
    const Theme& theme = *m_style.theme;
    constexpr int kIcon = 14;
    for (int i = 0; i < kLanes; ++i) {
        const QRectF lane = laneArea(i);
        const Role role = JamBar::kLanes[static_cast<std::size_t>(i)];
        QRectF body = lane;
        body.setLeft(m_bars.left());
        painter.fillRect(body, i % 2 == 0 ? theme.lane : theme.lane2);
        painter.drawPixmap(
            QPointF(lane.left() + 14, qRound(lane.center().y() - kIcon / 2.0)),
            iconPixmap(roleIcon(role), theme.text2, kIcon, painter.device()->devicePixelRatioF()));
        painter.setFont(textFont(11, QFont::Medium));
        painter.setPen(theme.text2);
        painter.drawText(QRectF(lane.left() + 33, lane.top(), kLabels - 34, lane.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, roleWord(role));
    }
}

void TimelinePainter::paintGrid(QPainter& painter) const
{
    const Theme& theme = *m_style.theme;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 0; i < TimelineModel::kBars; ++i) {
        const std::int64_t bar = m_first + i;
        const int pulses = m_model.pulsesIn(bar);
        for (int pulse = 0; pulse < pulses; ++pulse) {
            const qreal x = xOf(static_cast<double>(bar) + static_cast<double>(pulse) / pulses);
            painter.setPen(pulse == 0 ? QPen(theme.barline, 2) : QPen(theme.track, 1));
            painter.drawLine(QPointF(qRound(x), m_box.top()), QPointF(qRound(x), m_box.bottom()));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void TimelinePainter::paintNotes(QPainter& painter, double from, double to, double now) const
{
    for (const LiveNote& note : m_model.notes()) {
        // A note over the bar line belongs to both sides; what is painted twice looks the same.
        const bool inside = note.from < to && std::max(note.from, endOf(note, now)) >= from;
        if (note.loose || !inside || laneOf(note.role) < 0 || note.from > now) {
            continue;
        }
        const QRectF box = noteBox(note, now);
        const PitchLook look = pitchLook(note.midi, note.role == Role::Rhythm, *m_style.theme);
        if (look.unpitched) {
            paintPitchShape(painter, box.center(), kDrumSize, look, look.ink);
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.fill);
        painter.drawRoundedRect(box, kNoteHeight / 2, kNoteHeight / 2);
    }
}

void TimelinePainter::paintQuiets(QPainter& painter, double from, double to) const
{
    const Theme& theme = *m_style.theme;
    constexpr qreal kSoft = 0.72;
    for (const LiveStretch& quiet : m_model.quiets()) {
        const double end = std::min(quiet.to.value_or(to), to);
        if (end < from || quiet.from > to) {
            continue;
        }
        const qreal left = xOf(std::max(quiet.from, from));
        const QRectF band(left, m_box.top(), std::max(1.0, xOf(end) - left), m_box.height());
        QColor soft = theme.dangerSoft;
        soft.setAlphaF(static_cast<float>(kSoft));
        painter.fillRect(band, soft);
        const qreal start = xOf(quiet.from);
        painter.fillRect(QRectF(start - 0.75, m_box.top(), 1.5, m_box.height()), theme.danger);
        // The words only where the band has reached.
        painter.save();
        painter.setClipRect(band, Qt::IntersectClip);
        painter.setFont(textFont(11, QFont::DemiBold));
        painter.setPen(theme.danger);
        painter.drawText(QRectF(start + 7, m_box.top(), 200, m_box.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, Words::tr("Everyone quiet"));
        painter.restore();
    }
}

void TimelinePainter::paintMarks(QPainter& painter) const
{
    constexpr int kFlag = 14;
    for (const double mark : m_model.marks()) {
        if (mark < static_cast<double>(m_first)) {
            continue;
        }
        const qreal x = xOf(mark);
        painter.fillRect(QRectF(x - 0.5, m_box.top(), 1, m_box.height()), m_style.theme->text2);
        painter.drawPixmap(QPointF(qRound(x) - 3, m_box.top() + 1),
                           iconPixmap(QStringLiteral("flag"), m_style.theme->text, kFlag,
                                      painter.device()->devicePixelRatioF()));
    }
}

QRectF TimelinePainter::liveArea(double now) const
{
    const qreal left = xOf(std::floor(now)) - kDrumSize;
    return {left, m_box.top(), xOf(now) + 8 - left, m_box.height()};
}

QRectF TimelinePainter::playheadArea(double now) const
{
    return {xOf(now) - 8, m_box.top(), 16, m_box.height()};
}

const LiveNote* TimelinePainter::noteAt(const QPointF& place, double now) const
{
    constexpr qreal kReach = 6;
    const LiveNote* nearest = nullptr;
    qreal least = std::numeric_limits<qreal>::max();
    for (const LiveNote& note : m_model.notes()) {
        if (note.loose || laneOf(note.role) < 0 || note.from < static_cast<double>(m_first)) {
            continue;
        }
        const QRectF box = noteBox(note, now);
        const QRectF wide = box.adjusted(-kReach, -kReach, kReach, kReach);
        const qreal off = std::abs(place.y() - box.center().y());
        if (wide.contains(place) && off <= least) {
            least = off;
            nearest = &note;
        }
    }
    return nearest;
}

} // namespace tutti::ui
