#include "ui/stage/StageView.h"

#include "ui/stage/JamCircle.h"
#include "ui/stage/JamLanes.h"
#include "ui/stage/RingPainter.h"
#include "ui/stage/StageWords.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr std::chrono::milliseconds kFrame{16};

std::vector<SeatId> seatsIn(const QMimeData& dragged)
{
    std::vector<SeatId> seats;
    const QByteArray text = dragged.data(QLatin1String(kSeatsMime));
    for (const QByteArray& part : text.split(',')) {
        const SeatId seat{part.trimmed().toInt()};
        if (seat.value >= 1 && seat.value <= kMaxSeats) {
            seats.push_back(seat);
        }
    }
    return seats;
}

} // namespace

StageView::StageView(RoomMirror& mirror, const Clock& clock, QWidget* parent)
    : SpokenCanvas(parent)
    , m_mirror(mirror)
    , m_clock(clock)
    , m_notes(mirror.state())
{
    setAcceptDrops(true);
    setAccessibleName(tr("Stage"));
    m_frames.setInterval(kFrame);
    m_frames.setTimerType(Qt::PreciseTimer);
    connect(&m_frames, &QTimer::timeout, this, &StageView::nextFrame);
    connect(&m_mirror, &RoomMirror::applied, this,
            [this](const Batch& batch) { m_notes.apply(batch, m_mirror.state()); });
    connect(&m_mirror, &RoomMirror::changed, this, &StageView::refresh);
    refresh();
}

void StageView::setStageStyle(const StageStyle& style)
{
    m_style = style;
    renew();
}

void StageView::setJamShape(JamShape shape)
{
    m_shape = shape;
    refresh();
    renew();
}

void StageView::renew()
{
    m_kept = {};
    update();
}

std::unique_ptr<JamCanvas> StageView::jamCanvas() const
{
    const QRectF box(rect());
    if (m_shape == JamShape::Circle) {
        return std::make_unique<JamCircle>(box, m_bar.pulses, m_style);
    }
    return std::make_unique<JamLanes>(box, m_bar.pulses, m_style);
}

bool StageView::takeScene()
{
    RingScene scene = ringSceneAt(*ring(), m_mirror.state(), m_clock.now());
    if (scene == m_scene) {
        return false;
    }
    m_scene = std::move(scene);
    return true;
}

bool StageView::takeBar()
{
    const ServerTime now = m_clock.now();
    const bool quiet = m_mirror.state().quiet.holdsAt(now);
    const auto canvas = jamCanvas();
    JamBar bar = jamBarAt(m_notes, m_mirror.state(), now, canvas->pictureShare(), canvas->rows());
    if (bar == m_bar && quiet == m_quiet) {
        return false;
    }
    m_bar = std::move(bar);
    m_quiet = quiet;
    return true;
}

bool StageView::takeFaces()
{
    std::vector<std::string> faces;
    for (const Seat& seat : m_mirror.state().seats) {
        faces.push_back(seat.avatar + '/' + seat.name);
    }
    std::swap(faces, m_faces);
    return faces != m_faces;
}

void StageView::refresh()
{
    const bool showsRing = ring() != nullptr;
    const bool other = showsRing != m_showsRing;
    m_showsRing = showsRing;
    // Every one of them looks, whatever the others found.
    const bool content = showsRing ? takeScene() : takeBar();
    const bool faces = !showsRing && takeFaces();
    if (other || content || faces) {
        renew();
    }
    if (showsRing) {
        nextRingFrame();
    }
    follow();
}

void StageView::follow()
{
    const RoomState& state = m_mirror.state();
    const ServerTime now = m_clock.now();
    const Transport& transport = state.timeline.transport;
    const bool plays = transport.playing || now < transport.at;
    // Without a beat a Free Jam still has notes that fade.
    const bool fades =
        !ring() && std::any_of(m_bar.lanes.begin(), m_bar.lanes.end(),
                               [](const JamLane& lane) { return !lane.notes.empty(); });
    if (!isVisible() || !state.isOpen() || !(plays || fades)) {
        m_frames.stop();
    } else if (!m_frames.isActive()) {
        m_frames.start();
    }
}

void StageView::nextFrame()
{
    if (ring()) {
        nextRingFrame();
    } else {
        nextJamFrame();
    }
    follow();
}

void StageView::updateAreas(const RingMoment& moment)
{
    const RingPainter painter(m_scene, rect(), m_style);
    for (const QRectF& area : painter.movingAreas(moment)) {
        update(area.toAlignedRect());
    }
}

void StageView::nextRingFrame()
{
    const RingMoment moment = ringMomentAt(ring()->beats, m_mirror.state().timeline, m_clock.now());
    const bool stepped = moment.beat != m_moment.beat || moment.countIn != m_moment.countIn ||
                         moment.fast != m_moment.fast;
    // Owners change on a beat, and so does the end of quiet.
    if (stepped && takeScene()) {
        renew();
    }
    const RingPainter painter(m_scene, rect(), m_style);
    if (stepped || painter.isMoving(moment) || painter.isMoving(m_moment)) {
        updateAreas(m_moment);
        updateAreas(moment);
    }
    m_moment = moment;
}

void StageView::nextJamFrame()
{
    if (takeBar()) {
        renew();
        return;
    }
    const auto playhead = playheadAt(m_notes, m_clock.now());
    if (playhead != m_playhead) {
        const auto canvas = jamCanvas();
        for (const auto& place : {m_playhead, playhead}) {
            if (place) {
                update(canvas->playheadArea(*place).toAlignedRect());
            }
        }
    }
}

template <typename Paint>
void StageView::paintKept(QPainter& painter, const QRect& area, Paint paint)
{
    const qreal ratio = devicePixelRatioF();
    if (m_kept.isNull() || m_kept.devicePixelRatio() != ratio) {
        m_kept = QPixmap(size() * ratio);
        m_kept.setDevicePixelRatio(ratio);
        m_kept.fill(m_style.theme->surface);
        QPainter kept(&m_kept);
        paint(kept);
    }
    painter.drawPixmap(QRectF(area), m_kept,
                       QRectF(QPointF(area.topLeft()) * ratio, QSizeF(area.size()) * ratio));
}

void StageView::paintRing(QPainter& painter, const QRect& area)
{
    const RingPainter ringPainter(m_scene, rect(), m_style);
    paintKept(painter, area, [&](QPainter& kept) { ringPainter.paintStill(kept); });
    const RingMoment moment = ringMomentAt(ring()->beats, m_mirror.state().timeline, m_clock.now());
    ringPainter.paintMoving(painter, moment);
    if (const int walked = entry(); walked >= 0 && walked < ringPainter.geometry().beats()) {
        ringPainter.paintMark(painter, walked + 1);
    }
    if (m_dropBeat) {
        ringPainter.paintMark(painter, *m_dropBeat);
    }
}

void StageView::paintJam(QPainter& painter, const QRect& area)
{
    const auto canvas = jamCanvas();
    const JamShow show{m_bar, m_mirror.state(), m_quiet};
    paintKept(painter, area, [&](QPainter& kept) { canvas->paintBar(kept, show); });
    m_playhead = playheadAt(m_notes, m_clock.now());
    if (m_playhead) {
        canvas->paintPlayhead(painter, *m_playhead);
    }
    if (const int walked = entry(); walked >= 0 && walked < sentences().size()) {
        painter.setPen(QPen(m_style.theme->accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(canvas->laneArea(walked).adjusted(-4, 1, 2, -1), 8, 8);
    }
}

void StageView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRegion(event->region());
    if (ring()) {
        paintRing(painter, event->rect());
    } else {
        paintJam(painter, event->rect());
    }
}

void StageView::resizeEvent(QResizeEvent* event)
{
    SpokenCanvas::resizeEvent(event);
    refresh();
    renew();
}

void StageView::showEvent(QShowEvent* event)
{
    SpokenCanvas::showEvent(event);
    refresh();
}

void StageView::hideEvent(QHideEvent* event)
{
    SpokenCanvas::hideEvent(event);
    follow();
}

std::optional<int> StageView::beatAt(const QPoint& place)
{
    return ring() ? RingPainter(m_scene, rect(), m_style).geometry().beatAt(place) : std::nullopt;
}

QStringList StageView::sentences() const
{
    const RoomState& state = m_mirror.state();
    return ring() ? ringSentences(*ring(), state, m_clock.now()) : jamSentences(m_bar, state);
}

QRect StageView::sentenceArea(int entry) const
{
    if (ring()) {
        const RingPainter painter(m_scene, rect(), m_style);
        return painter.geometry().arc(entry + 1, 0).boundingRect().toAlignedRect();
    }
    return jamCanvas()->laneArea(entry).toAlignedRect();
}

void StageView::setDropBeat(std::optional<int> beat)
{
    if (beat != m_dropBeat) {
        m_dropBeat = beat;
        update();
    }
}

void StageView::dragEnterEvent(QDragEnterEvent* event)
{
    if (ring() && !seatsIn(*event->mimeData()).empty()) {
        event->acceptProposedAction();
    }
}

void StageView::dragMoveEvent(QDragMoveEvent* event)
{
    setDropBeat(beatAt(event->position().toPoint()));
    event->setAccepted(m_dropBeat.has_value());
}

void StageView::dragLeaveEvent(QDragLeaveEvent*)
{
    setDropBeat(std::nullopt);
}

void StageView::dropEvent(QDropEvent* event)
{
    const auto beat = beatAt(event->position().toPoint());
    const auto seats = seatsIn(*event->mimeData());
    setDropBeat(std::nullopt);
    if (beat && !seats.empty()) {
        event->acceptProposedAction();
        emit seatsDropped(seats, *beat);
    }
}

} // namespace tutti::ui
