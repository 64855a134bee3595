#include "ui/widgets/BeatPads.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/TilePaint.h"

#include <QPainter>

namespace tutti::ui {
namespace {

constexpr int kGap = 6;
constexpr int kBarWidth = 60;
constexpr int kHeight = 54;
constexpr int kMostPads = 4;
constexpr std::chrono::milliseconds kFrame{16};

} // namespace

BeatPads::BeatPads(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_frames(this)
{
    setAccessibleName(tr("Beat"));
    m_frames.setInterval(kFrame);
    m_frames.setTimerType(Qt::PreciseTimer);
    connect(&m_frames, &QTimer::timeout, this, [this] {
        if (pictureNow() != m_painted) {
            update();
        }
        follow();
    });
    connect(&m_context.mirror, &RoomMirror::changed, this, [this] {
        update();
        follow();
    });
    connect(&m_context.look, &Look::changed, this, qOverload<>(&QWidget::update));
}

int BeatPads::pads() const
{
    return m_context.state().meter().pulsesPerBar();
}

void BeatPads::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

void BeatPads::setNarrow(bool narrow)
{
    if (narrow != m_narrow) {
        m_narrow = narrow;
        updateGeometry();
        update();
    }
}

QSize BeatPads::sizeHint() const
{
    // Always room for four: the row must not move when the meter changes.
    return {kMostPads * (padWidth() + kGap) + kBarWidth, kHeight};
}

void BeatPads::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void BeatPads::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    follow();
}

void BeatPads::follow()
{
    const Transport& transport = m_context.state().timeline.transport;
    const bool moving = transport.playing || m_context.clock.now() < transport.at;
    if (isVisible() && moving && m_context.state().isOpen()) {
        if (!m_frames.isActive()) {
            m_frames.start();
        }
    } else {
        m_frames.stop();
    }
}

BeatPads::Picture BeatPads::pictureNow() const
{
    const RoomState& state = m_context.state();
    const ServerTime now = m_context.clock.now();
    return {beatPositionAt(state.timeline, now), state.quiet.holdsAt(now)};
}

void BeatPads::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_painted = pictureNow();
    paintPads(painter, m_painted);
    paintBar(painter, m_painted.position);
}

void BeatPads::paintPads(QPainter& painter, const Picture& picture) const
{
    const Theme& theme = m_context.look.theme();
    const auto& [position, silent] = picture;
    const int count = position ? position->pulsesPerBar : pads();
    for (int i = 0; i < count; ++i) {
        const bool current = position && position->inBar == i + 1;
        const int height = i == 0 ? kHeight - 2 : kHeight - 10;
        const QRect pad(i * (padWidth() + kGap), kHeight - height - 1, padWidth(), height);
        painter.setPen(current && silent ? QPen(theme.text, 2) : QPen(Qt::NoPen));
        painter.setBrush(current ? (silent ? theme.surface : theme.text) : theme.sunken);
        painter.drawRoundedRect(QRectF(pad).adjusted(1, 1, -1, -1), 8, 8);
        paintCentred(painter, pad, QString::number(i + 1),
                     textFont(m_compact ? 16 : 18, QFont::Bold),
                     current ? (silent ? theme.text : theme.surface) : theme.text2);
    }
}

void BeatPads::paintBar(QPainter& painter, const std::optional<BeatPosition>& position) const
{
    const Theme& theme = m_context.look.theme();
    const int left = kMostPads * (padWidth() + kGap) + 4;
    const bool counting = position && position->inCountIn();
    paintLine(painter, {left, 4, kBarWidth - 4, 16}, counting ? tr("Count-in") : tr("Bar"),
              textFont(11, QFont::Medium), theme.text2);
    QString number = QStringLiteral("–");
    if (position) {
        number = QString::number(counting ? position->pulsesPerBar - position->inBar + 1
                                          : position->bar);
    }
    paintLine(painter, {left, 20, kBarWidth - 4, 30}, number, displayFont(22), theme.text);
}

} // namespace tutti::ui
