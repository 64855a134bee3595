#include "ui/widgets/GamePanel.h"

#include "ui/models/GameNotes.h"
#include "ui/stage/StageWords.h"
#include "ui/widgets/NoteChips.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RingOptions.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QRandomGenerator>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <array>

namespace tutti::ui {
namespace {

constexpr int kSide = 14;
constexpr int kChip = 20;
constexpr int kChipGap = 4;
constexpr std::array kGames{kFreeJam, kBeatRing};

} // namespace

GamePanel::GamePanel(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(makeLabel({}, "secondary", this))
    , m_how(makeButton(tr("How it works"), "link", this))
    , m_notes(new NoteChips(context, kChip, kChipGap, this))
    , m_options(new RingOptions(context, this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setSpacing(8);
    m_column->addLayout(makeTitle());
    m_column->addLayout(makeGames());
    m_column->addLayout(makeNotes());
    m_column->addWidget(m_options);
    m_column->addStretch(1);
    connect(m_how, &QPushButton::clicked, this, &GamePanel::explain);
    connect(&m_context.mirror, &RoomMirror::changed, this, &GamePanel::refresh);
    setCompact(false);
    refresh();
}

QHBoxLayout* GamePanel::makeTitle()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(makeLabel(tr("Game"), "panelTitle", this));
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_how);
    return row;
}

QHBoxLayout* GamePanel::makeGames()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    for (const std::string_view game : kGames) {
        QPushButton* button = makeButton({}, "gameIcon", this);
        button->setAccessibleName(gameWord(game));
        button->setToolTip(gameWord(game));
        button->setCheckable(true);
        setLineIcon(button, gameIcon(game), m_context, &Theme::text, 20);
        connect(button, &QPushButton::clicked, this, [this, game] { startGame(game); });
        row->addWidget(button);
        m_games.push_back({game, button});
    }
    row->addStretch(1);
    return row;
}

QHBoxLayout* GamePanel::makeNotes()
{
    auto* row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Notes"), "secondary", this));
    row->addStretch(1);
    row->addWidget(m_notes);
    return row;
}

void GamePanel::setCompact(bool compact)
{
    const int edge = compact ? 8 : 10;
    m_column->setContentsMargins(kSide, edge, kSide, edge);
    m_column->setSpacing(compact ? 6 : 8);
    for (const GameButton& entry : m_games) {
        entry.button->setFixedSize(compact ? QSize(36, 36) : QSize(40, 42));
    }
    m_options->setCompact(compact);
}

void GamePanel::startGame(std::string_view game)
{
    const RoomState& state = m_context.state();
    // A second press of the game that runs is a slip; it would throw the round away.
    if (!state.game || state.game->game() != game) {
        m_context.submit(StartGame{std::string{game}, QRandomGenerator::global()->generate64()});
    }
    refresh();
}

void GamePanel::explain()
{
    const bool ring = m_ring.ring(m_context.state().game) != nullptr;
    const QStringList lines =
        ring ? QStringList{tr("Each student owns one beat of the ring and taps when it comes "
                              "round."),
                           tr("When every beat is answered, the ring holds and its circle closes."),
                           tr("At the next round the beats move on to other students.")}
             : QStringList{tr("Everyone plays freely to the beat, each in their own role."),
                           tr("The stage shows one bar: who played, what, and when."),
                           tr("Nothing is counted: no turns and no timing.")};
    auto* popup = new QMenu(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto* words = makeLabel(lines.join(QLatin1String("\n\n")), "popup", popup);
    words->setWordWrap(true);
    constexpr int kWide = 270;
    words->setFixedWidth(kWide);
    auto* action = new QWidgetAction(popup);
    action->setDefaultWidget(words);
    popup->addAction(action);
    popup->setAccessibleName(tr("How it works"));
    popup->popup(m_how->mapToGlobal(QPoint(m_how->width() - kWide, m_how->height() + 4)));
}

void GamePanel::refresh()
{
    const RoomState& state = m_context.state();
    const bool lesson = state.phase == RoomPhase::Lesson;
    for (const GameButton& entry : m_games) {
        entry.button->setEnabled(lesson);
        entry.button->setChecked(state.game && state.game->game() == entry.game);
    }
    m_options->setEnabled(lesson);
    const RingState* ring = m_ring.ring(state.game);
    m_name->setText(state.game ? gameWord(state.game->game()) : tr("not started"));
    m_options->setVisible(ring);
    m_how->setVisible(state.game != nullptr);
    // A hand that is on an option must not be pulled back by a note: look only when the game has changed.
    if (state.game == m_shown) {
        return;
    }
    m_shown = state.game;
    m_notes->setNotes(m_shown ? gameNotes(*m_shown) : std::vector<std::int32_t>{});
    if (ring) {
        m_options->follow(*ring);
    }
}

} // namespace tutti::ui
