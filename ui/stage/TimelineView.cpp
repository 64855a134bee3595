#include "ui/stage/TimelineView.h"

#include "ui/models/Words.h"
#include "ui/stage/StageWords.h"
#include "ui/stage/TimelinePainter.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace tutti::ui {
namespace {

constexpr std::chrono::milliseconds kFrame{16};

} // namespace

TimelineView::TimelineView(RoomMirror& mirror, const Clock& clock, QWidget* parent)
    : SpokenCanvas(parent)
    , m_mirror(mirror)
    , m_clock(clock)
    , m_model(mirror.state())
{
    setAccessibleName(tr("Live activity"));
    m_frames.setInterval(kFrame);
    m_frames.setTimerType(Qt::PreciseTimer);
    connect(&m_frames, &QTimer::timeout, this, &TimelineView::nextFrame);
    connect(&m_mirror, &RoomMirror::applied, this,
            [this](const Batch& batch) { m_model.apply(batch, m_mirror.state()); });
    connect(&m_mirror, &RoomMirror::changed, this, &TimelineView::refresh);
}

void TimelineView::setStageStyle(const StageStyle& style)
{
    m_style = style;
    m_pixmap = {};
    update();
}

TimelineView::Kept TimelineView::keptAt(double now) const
{
    const double bar = std::floor(now);
    Kept kept;
    kept.first = TimelinePainter::firstBarAt(now);
    kept.bar = static_cast<std::int64_t>(bar);
    for (const LiveNote& note : m_model.notes()) {
        const bool over = note.from < bar;
        kept.notes += over ? 1U : 0U;
        kept.ended += over && note.to ? 1U : 0U;
    }
    for (const LiveStretch& quiet : m_model.quiets()) {
        kept.quiets += quiet.to ? 2U : 1U;
    }
    kept.marks = m_model.marks().size();
    kept.pulses = m_model.pulsesIn(kept.bar + 1);
    return kept;
}

void TimelineView::refresh()
{
    if (m_model.revision() != m_revision) {
        m_revision = m_model.revision();
        const double now = placeNow();
        const TimelinePainter painter(m_model, rect(), m_style, TimelinePainter::firstBarAt(now));
        if (keptAt(now) == m_kept) {
            update(painter.liveArea(now).toAlignedRect());
        } else {
            update();
        }
    }
    follow();
}

void TimelineView::follow()
{
    const RoomState& state = m_mirror.state();
    const Transport& transport = state.timeline.transport;
    const bool plays = transport.playing || m_clock.now() < transport.at;
    if (!isVisible() || !state.isOpen() || !plays) {
        m_frames.stop();
    } else if (!m_frames.isActive()) {
        m_frames.start();
    }
}

void TimelineView::nextFrame()
{
    const double now = placeNow();
    if (std::floor(now) != std::floor(m_painted)) {
        update();
    } else if (now != m_painted) {
        const TimelinePainter painter(m_model, rect(), m_style, TimelinePainter::firstBarAt(now));
        const QRectF strip = painter.playheadArea(m_painted) | painter.playheadArea(now);
        update(strip.toAlignedRect());
    }
    follow();
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    const double now = placeNow();
    const Kept kept = keptAt(now);
    const qreal ratio = devicePixelRatioF();
    const TimelinePainter past(m_model, rect(), m_style, kept.first);
    if (m_pixmap.isNull() || kept != m_kept || m_pixmap.devicePixelRatio() != ratio) {
        m_kept = kept;
        m_pixmap = QPixmap(size() * ratio);
        m_pixmap.setDevicePixelRatio(ratio);
        m_pixmap.fill(m_style.theme->surface);
        QPainter painter(&m_pixmap);
        past.paintPast(painter, now);
    }
    QPainter painter(this);
    painter.setClipRegion(event->region());
    const QRect area = event->rect();
    painter.drawPixmap(QRectF(area), m_pixmap,
                       QRectF(QPointF(area.topLeft()) * ratio, QSizeF(area.size()) * ratio));
    past.paintLive(painter, now);
    m_painted = now;
    if (const int walked = entry(); walked >= 0) {
        painter.setPen(QPen(m_style.theme->accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(past.laneArea(walked).adjusted(2, 1, -2, -1), 6, 6);
    }
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    SpokenCanvas::resizeEvent(event);
    m_pixmap = {};
}

void TimelineView::showEvent(QShowEvent* event)
{
    SpokenCanvas::showEvent(event);
    follow();
}

void TimelineView::hideEvent(QHideEvent* event)
{
    SpokenCanvas::hideEvent(event);
    follow();
}

const LiveNote* TimelineView::noteUnder(const QPointF& place) const
{
    const double now = placeNow();
    return TimelinePainter(m_model, rect(), m_style, TimelinePainter::firstBarAt(now))
        .noteAt(place, now);
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    const LiveNote* note = noteUnder(event->position());
    if (note && event->button() == Qt::LeftButton) {
        emit seatPicked(note->seat);
    } else {
        SpokenCanvas::mousePressEvent(event);
    }
}

bool TimelineView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return SpokenCanvas::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const LiveNote* note = noteUnder(help->pos());
    const Seat* seat = note ? m_mirror.state().seat(note->seat) : nullptr;
    if (seat) {
        QToolTip::showText(
            help->globalPos(),
            tr("%1, %2").arg(seatTitle(*seat), noteWord(note->midi, note->role == Role::Rhythm)),
            this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

QStringList TimelineView::sentences() const
{
    return timelineSentences(m_model, m_mirror.state(), m_clock.now());
}

QRect TimelineView::sentenceArea(int entry) const
{
    return TimelinePainter(m_model, rect(), m_style, 0).laneArea(entry).toAlignedRect();
}

} // namespace tutti::ui
