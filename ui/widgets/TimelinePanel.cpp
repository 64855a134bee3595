#include "ui/widgets/TimelinePanel.h"

#include "ui/models/GameNotes.h"
#include "ui/stage/PitchPaint.h"
#include "ui/stage/TimelineView.h"
#include "ui/widgets/NoteChips.h"
#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

/// What a class plays before it has a game that says so.
const std::vector<std::int32_t> kPentatonic{60, 62, 64, 67, 69};
constexpr int kChip = 16;
constexpr int kChipGap = 11;
constexpr int kDrum = 12;

} // namespace

TimelinePanel::TimelinePanel(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_notes(new NoteChips(context, kChip, kChipGap, this))
    , m_drum(new QLabel(this))
    , m_drums(makeLabel(tr("Drums"), "secondary", this))
    , m_mark(makeButton(tr("Mark this moment"), "panelButton", this))
    , m_view(new TimelineView(context.mirror, context.clock, this))
    , m_column(new QVBoxLayout(this))
{
    setPart(this, "panel");
    m_column->setContentsMargins(1, 4, 1, 6);
    m_column->setSpacing(4);
    m_column->addLayout(makeHeader());
    m_column->addWidget(m_view, 1);
    connect(m_mark, &QPushButton::clicked, this, &TimelinePanel::markMoment);
    connect(m_view, &TimelineView::seatPicked, this, &TimelinePanel::seatPicked);
    connect(&m_context.mirror, &RoomMirror::changed, this, &TimelinePanel::refresh);
    connect(&m_context.look, &Look::changed, this, &TimelinePanel::dress);
    m_notes->setNotes(kPentatonic);
    dress();
    refresh();
}

QHBoxLayout* TimelinePanel::makeHeader()
{
    setLineIcon(m_mark, QStringLiteral("flag"), m_context);
    m_mark->setToolTip(tr("Find this moment again in the report (K)"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(13, 0, 9, 0);
    row->setSpacing(10);
    row->addWidget(makeLabel(tr("Live activity"), "panelTitle", this));
    row->addWidget(makeLabel(tr("Last %1 bars").arg(TimelineModel::kBars), "secondary", this));
    row->addStretch(1);
    row->addWidget(m_notes);
    row->addSpacing(4);
    row->addWidget(m_drum);
    row->addWidget(m_drums);
    row->addSpacing(6);
    row->addWidget(m_mark);
    return row;
}

void TimelinePanel::setCompact(bool compact)
{
    m_notes->setVisible(!compact);
    m_drum->setVisible(!compact);
    m_drums->setVisible(!compact);
    m_column->setContentsMargins(1, compact ? 1 : 4, 1, compact ? 4 : 6);
    m_column->setSpacing(compact ? 1 : 4);
}

void TimelinePanel::markMoment()
{
    if (m_mark->isEnabled()) {
        m_context.submit(MarkMoment{});
    }
}

void TimelinePanel::refresh()
{
    const RoomState& state = m_context.state();
    m_mark->setEnabled(state.phase == RoomPhase::Lesson);
    if (state.game == m_game) {
        return;
    }
    m_game = state.game;
    const auto notes = m_game ? gameNotes(*m_game) : kPentatonic;
    m_notes->setNotes(notes.empty() ? kPentatonic : notes);
}

void TimelinePanel::dress()
{
    const Theme& theme = m_context.look.theme();
    m_view->setStageStyle({&theme, m_context.look.reducedMotion()});
    QPixmap drum(QSize(kDrum, kDrum) * devicePixelRatioF());
    drum.setDevicePixelRatio(devicePixelRatioF());
    drum.fill(Qt::transparent);
    constexpr std::int32_t kBassDrum = 36;
    const PitchLook look = pitchLook(kBassDrum, true, theme);
    QPainter painter(&drum);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPitchShape(painter, QPointF(kDrum, kDrum) / 2, kDrum - 2, look, look.ink);
    painter.end();
    m_drum->setPixmap(drum);
}

} // namespace tutti::ui
