#include "ui/widgets/TransportBar.h"

#include "ui/models/Words.h"
#include "ui/widgets/BeatPads.h"
#include "ui/widgets/Choice.h"
#include "ui/widgets/ClickControl.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/QuietButton.h"
#include "ui/widgets/TempoBox.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tutti::ui {
namespace {

constexpr std::array kMeters{Meter{2, 4}, Meter{3, 4}, Meter{4, 4}, Meter{6, 8}};
constexpr int kMostCountIn = 2;
constexpr int kNarrowBelow = 1200;

} // namespace

TransportBar::TransportBar(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_start(makeButton(tr("Start"), "start", this))
    , m_tap(makeButton(tr("Tap"), "tap", this))
    , m_tempo(new TempoBox(context, this))
    , m_meter(new Choice(this))
    , m_countIn(new Choice(this))
    , m_pads(new BeatPads(context, this))
    , m_click(new ClickControl(context, this))
    , m_quiet(new QuietButton(context, this))
{
    setPart(this, "bar");
    setAttribute(Qt::WA_StyledBackground);
    m_start->setToolTip(tr("Space"));
    m_tap->setToolTip(tr("Tap the tempo (T)"));
    m_tap->setAccessibleName(tr("Tap the tempo"));
    setLineIcon(m_start, QStringLiteral("play"), context, &Theme::surface, 18);
    fillChoices();
    layOut();
    connect(m_start, &QPushButton::clicked, this, &TransportBar::toggle);
    connect(m_tap, &QPushButton::pressed, m_tempo, &TempoBox::tap);
    connect(m_meter, &QComboBox::activated, this, [this](int row) {
        m_context.submit(ChangeMeter{kMeters[static_cast<std::size_t>(row)]});
    });
    connect(m_countIn, &QComboBox::activated, this,
            [this](int bars) { m_context.submit(ChangeCountIn{bars}); });
    connect(&m_context.mirror, &RoomMirror::changed, this, &TransportBar::refresh);
    refresh();
}

void TransportBar::fillChoices()
{
    for (const Meter meter : kMeters) {
        m_meter->addItem(meterWord(meter));
    }
    m_meter->setAccessibleName(tr("Beats in a bar"));
    m_countIn->addItems({tr("None"), tr("1 bar"), tr("2 bars")});
    m_countIn->setAccessibleName(tr("Count-in"));
}

QWidget* TransportBar::makeChoice(const QString& caption, Choice* choice)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeLabel(caption, "caption", box));
    column->addWidget(choice);
    return box;
}

void TransportBar::layOut()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 9, 14, 9);
    row->setSpacing(12);
    row->addWidget(m_start);
    row->addWidget(m_tap);
    row->addWidget(m_tempo);
    row->addWidget(makeChoice(tr("Beats"), m_meter));
    row->addWidget(makeChoice(tr("Count-in"), m_countIn));
    row->addSpacing(4);
    row->addWidget(m_pads);
    row->addWidget(m_click);
    row->addStretch(1);
    row->addWidget(m_quiet);
    m_tempo->setFixedHeight(52);
    setCompact(false);
}

void TransportBar::setCompact(bool compact)
{
    m_compact = compact;
    m_pads->setCompact(compact);
    m_click->setCompact(compact);
    m_quiet->setCompact(compact);
    fitIn(width());
}

void TransportBar::fitIn(int width)
{
    const bool narrow = width < kNarrowBelow;
    m_start->setFixedSize(narrow ? QSize(74, 48) : m_compact ? QSize(92, 48) : QSize(108, 52));
    m_tap->setFixedSize(narrow ? QSize(42, 48) : m_compact ? QSize(52, 48) : QSize(62, 52));
    m_pads->setNarrow(narrow);
    m_quiet->setFixedWidth(narrow ? 150 : m_quiet->sizeHint().width());
    m_meter->setFixedWidth(narrow ? 66 : m_compact ? 68 : 72);
    m_countIn->setFixedWidth(narrow ? 80 : m_compact ? 80 : 88);
    layout()->setSpacing(narrow ? 3 : m_compact ? 8 : 12);
    const int side = narrow ? 6 : m_compact ? 8 : 14;
    const int edge = m_compact ? 5 : 11;
    layout()->setContentsMargins(side, edge, side, edge);
}

void TransportBar::resizeEvent(QResizeEvent* event)
{
    fitIn(event->size().width());
    QWidget::resizeEvent(event);
}

void TransportBar::toggle()
{
    if (m_context.state().phase != RoomPhase::Lesson) {
        return;
    }
    if (isOn()) {
        m_context.submit(StopTransport{});
    } else {
        m_context.submit(StartTransport{});
    }
}

bool TransportBar::isOn() const
{
    const RoomState& state = m_context.state();
    return state.timeline.transport.playing || state.pending.start;
}

void TransportBar::refreshTime()
{
    m_tempo->refresh();
    m_quiet->refresh();
}

void TransportBar::refresh()
{
    const RoomState& state = m_context.state();
    setEnabled(state.phase == RoomPhase::Lesson);
    const bool playing = isOn();
    m_start->setText(playing ? tr("Stop") : tr("Start"));
    m_start->setAccessibleName(playing ? tr("Stop the music") : tr("Start the music"));
    setLineIcon(m_start, playing ? QStringLiteral("stop") : QStringLiteral("play"), m_context,
                &Theme::surface, 18);
    const QSignalBlocker quietMeter(m_meter);
    const auto found = std::find(kMeters.begin(), kMeters.end(), state.meter());
    m_meter->setCurrentIndex(static_cast<int>(found - kMeters.begin()));
    const QSignalBlocker quietCountIn(m_countIn);
    m_countIn->setCurrentIndex(std::clamp(state.countInBars, 0, kMostCountIn));
}

} // namespace tutti::ui
