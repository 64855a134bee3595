#include "ui/widgets/StagePanel.h"

#include "ui/models/RingMoves.h"
#include "ui/stage/StageView.h"
#include "ui/stage/StageWords.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace tutti::ui {

StagePanel::StagePanel(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_icon(new QLabel(this))
    , m_title(makeLabel({}, "panelTitle", this))
    , m_subtitle(new ShortLabel("secondary", this))
    , m_pause(makeButton(tr("Pause"), "panelButton", this))
    , m_next(makeButton(tr("Next round"), "panelButton", this))
    , m_shapes(nullptr)
    , m_swap(makeButton(tr("Swap roles"), "panelButton", this))
    , m_view(new StageView(context.mirror, context.clock, this))
    , m_column(new QVBoxLayout(this))
{
    setPart(this, "panel");
    m_shapes = makeShapes();
    m_column->setContentsMargins(1, 10, 1, 1);
    m_column->setSpacing(6);
    m_column->addLayout(makeHeader());
    m_column->addWidget(m_view, 1);
    wire();
    dress();
    refresh();
}

QWidget* StagePanel::makeShapes()
{
    auto* box = new QFrame(this);
    setPart(box, "segment");
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    auto* group = new QButtonGroup(box);
    for (const auto& [shape, word, tip] :
         {std::tuple{JamShape::Bar, tr("Bar"), tr("The bar from left to right")},
          std::tuple{JamShape::Circle, tr("Circle"), tr("The bar as a circle")}}) {
        QPushButton* button = makeButton(word, "segment", box);
        button->setCheckable(true);
        button->setChecked(shape == JamShape::Bar);
        button->setToolTip(tip);
        group->addButton(button, static_cast<int>(shape));
        row->addWidget(button);
    }
    connect(group, &QButtonGroup::idClicked, this,
            [this](int id) { m_view->setJamShape(static_cast<JamShape>(id)); });
    return box;
}

QHBoxLayout* StagePanel::makeHeader()
{
    constexpr int kIcon = 20;
    m_icon->setFixedSize(kIcon, kIcon);
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Taps wait, the beat goes on"));
    setLineIcon(m_next, QStringLiteral("chevron-right"), m_context);
    m_next->setLayoutDirection(Qt::RightToLeft);
    setLineIcon(m_swap, QStringLiteral("shuffle"), m_context);
    m_swap->setToolTip(tr("Everyone who plays gets a role by chance"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(13, 0, 9, 0);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_subtitle, 1);
    for (QWidget* control : {static_cast<QWidget*>(m_pause), static_cast<QWidget*>(m_next),
                             m_shapes, static_cast<QWidget*>(m_swap)}) {
        row->addWidget(control);
    }
    return row;
}

void StagePanel::wire()
{
    connect(m_pause, &QPushButton::clicked, this,
            [this](bool on) { m_context.submit(pauseRing(on)); });
    connect(m_next, &QPushButton::clicked, this, &StagePanel::nextRound);
    connect(m_swap, &QPushButton::clicked, this, [this] {
        const DealRoles deal{Deal::Shuffle, QRandomGenerator::global()->generate64()};
        if (m_context.edits) {
            m_context.edits->deal(deal.how, deal.random);
        } else {
            m_context.submit(deal);
        }
    });
    connect(m_view, &StageView::seatsDropped, this,
            [this](const std::vector<SeatId>& seats, int beat) {
                if (m_context.edits) {
                    m_context.edits->assignBeat(seats, beat);
                } else {
                    m_context.submit(assignBeat(seats, beat));
                }
            });
    connect(&m_context.mirror, &RoomMirror::changed, this, &StagePanel::refresh);
    connect(&m_context.look, &Look::changed, this, &StagePanel::dress);
}

void StagePanel::setFooter(QWidget* footer)
{
    m_column->addWidget(footer);
}

void StagePanel::setCompact(bool compact)
{
    m_compact = compact;
    m_column->setContentsMargins(1, compact ? 6 : 10, 1, 1);
    m_column->setSpacing(compact ? 2 : 6);
    refresh();
}

void StagePanel::nextRound()
{
    const RingState* ring = this->ring();
    if (!ring || m_context.state().phase != RoomPhase::Lesson) {
        return;
    }
    // After the last round it begins again with the first.
    m_context.submit(tutti::ui::nextRound());
}

QString StagePanel::subtitle(const RingState* ring) const
{
    const QuietState& quiet = m_context.state().quiet;
    if (quiet.holdsAt(m_context.clock.now())) {
        return tr("Comes back after one clicked bar");
    }
    return ring ? tr("Round %1 of %2").arg(ring->round).arg(ring->rounds)
                : tr("Who plays what on the beat");
}

void StagePanel::refresh()
{
    const RoomState& state = m_context.state();
    const RingState* ring = this->ring();
    const bool lesson = state.phase == RoomPhase::Lesson;
    const std::string_view game = state.game ? state.game->game() : kFreeJam;
    m_icon->setPixmap(iconPixmap(gameIcon(game), m_context.look.theme().text, m_icon->width(),
                                 devicePixelRatioF()));
    m_title->setText(gameWord(game));
    m_subtitle->setWords(subtitle(ring));
    m_pause->setVisible(ring);
    m_next->setVisible(ring);
    m_shapes->setVisible(!ring);
    m_swap->setVisible(!ring);
    m_swap->setEnabled(lesson);
    m_pause->setEnabled(lesson && ring && ring->phase != RingPhase::Done);
    m_next->setEnabled(lesson);
    if (ring) {
        m_pause->setChecked(ring->phase == RingPhase::Paused);
        const bool done = ring->phase == RingPhase::Done;
        m_next->setText(done ? tr("Play again") : tr("Next round"));
        m_next->setAccessibleName(m_next->text());
        m_next->setToolTip(done ? tr("The same game from its first round (N)")
                                : tr("Beats move on (N)"));
    }
}

void StagePanel::dress()
{
    m_view->setStageStyle({&m_context.look.theme(), m_context.look.reducedMotion()});
    refresh();
}

} // namespace tutti::ui
