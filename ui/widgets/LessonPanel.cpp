#include "ui/widgets/LessonPanel.h"

#include "ui/models/SoundWords.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Choice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace tutti::ui {
namespace {

/// Narrower than this, the line below the start button has room for one of its halves.
constexpr int kRoomForBoth = 290;

struct FirstGame {
    const char* id;
    const char* icon;
};
constexpr std::array kGames{FirstGame{"free_jam", "game-free-jam"},
                            FirstGame{"beat_ring", "game-beat-ring"}};

} // namespace

LessonPanel::LessonPanel(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_mood(new QCheckBox(this))
    , m_game(new Choice(this))
    , m_sound(new ShortLabel("strong", this))
    , m_soundState(makeLabel({}, "captionOk", this))
    , m_test(makeButton(tr("Test"), "panelButton", this))
    , m_start(makeButton(tr("Start lesson"), "big", this))
    , m_hint(makeLabel({}, "secondary", this))
    , m_without(makeButton(tr("start without tablets"), "link", this))
{
    setPart(this, "panel");
    m_start->setFixedHeight(54);
    m_start->setToolTip(tr("N, or “next” on a clicker"));
    m_without->setAccessibleName(tr("Start without tablets"));
    m_game->addItem(tr("Free Jam"), QLatin1String(kGames[0].id));
    m_game->addItem(tr("Beat Ring"), QLatin1String(kGames[1].id));
    m_game->setAccessibleName(tr("First game"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 8);
    column->setSpacing(4);
    column->addWidget(makeLabel(tr("This lesson"), "panelTitle", this));
    column->addWidget(makeMoodRow());
    column->addSpacing(2);
    column->addWidget(makeLabel(tr("First game"), "secondary", this));
    column->addWidget(m_game);
    column->addSpacing(2);
    column->addWidget(makeLabel(tr("Sound"), "secondary", this));
    column->addWidget(makeSoundRow());
    column->addStretch(1);
    column->addWidget(m_start);
    column->addWidget(makeStartRow());
    connect(m_mood, &QCheckBox::toggled, this, &LessonPanel::askMood);
    connect(&m_context.look, &Look::changed, this, &LessonPanel::fillGames);
    connect(m_test, &QPushButton::clicked, this, &LessonPanel::soundTestRequested);
    connect(m_start, &QPushButton::clicked, this, &LessonPanel::next);
    connect(m_without, &QPushButton::clicked, this, &LessonPanel::startWithoutTabletsRequested);
    connect(&m_context.mirror, &RoomMirror::changed, this, &LessonPanel::refresh);
    fillGames();
    setSoundStatus({});
    refresh();
}

void LessonPanel::fillGames()
{
    const Theme& theme = m_context.look.theme();
    m_game->setIconSize(QSize(18, 18));
    for (int row = 0; row < m_game->count(); ++row) {
        const QString icon = QLatin1String(kGames[static_cast<std::size_t>(row)].icon);
        m_game->setItemIcon(row, lineIcon(icon, theme.text, theme.text3));
    }
}

/// Always as high as its link, so that the start button stays where it is when the room opens.
QWidget* LessonPanel::makeStartRow()
{
    auto* box = new QWidget(this);
    box->setFixedHeight(24);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addStretch(1);
    row->addWidget(m_hint);
    row->addWidget(m_without);
    row->addStretch(1);
    return box;
}

/// Three of the six faces: a picture of what will be asked.
QWidget* LessonPanel::makeFaces()
{
    constexpr int kFace = 22;
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3);
    for (const Mood mood : {Mood::Happy, Mood::Calm, Mood::Sad}) {
        auto* face = new QLabel(box);
        face->setPixmap(moodPixmap(mood, kFace, devicePixelRatioF()));
        row->addWidget(face);
        m_thirdFace = face;
    }
    return box;
}

QWidget* LessonPanel::makeMoodRow()
{
    auto* box = new QWidget(this);
    const QString question = tr("Mood check-in on joining");
    // Not to be broken at its hyphen.
    auto* words =
        makeLabel(QString(question).replace(QLatin1Char('-'), QChar(0x2011)), "body", box);
    words->setWordWrap(true);
    words->setBuddy(m_mood);
    setPart(m_mood, "bare");
    m_mood->setAccessibleName(question);
    m_mood->setToolTip(tr("Asks each child with six faces; skipping is always allowed. Only class "
                          "totals are kept."));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(makeFaces());
    row->addWidget(words, 1);
    row->addWidget(m_mood);
    return box;
}

QWidget* LessonPanel::makeSoundRow()
{
    auto* box = new QFrame(this);
    setPart(box, "card");
    m_test->setToolTip(tr("Plays four clicks on this output"));
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_sound);
    words->addWidget(m_soundState);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(10, 6, 8, 6);
    row->setSpacing(10);
    row->addWidget(makeIconLabel(QStringLiteral("speaker"), m_context, &Theme::text, 18, box));
    row->addLayout(words, 1);
    row->addWidget(m_test);
    return box;
}

void LessonPanel::setSoundStatus(const SoundStatus& status)
{
    const auto found =
        std::find_if(status.outputs.begin(), status.outputs.end(),
                     [&](const SoundDevice& device) { return device.id == status.output; });
    const bool port = found != status.outputs.end() && found->kind == SoundDevice::Kind::MidiPort;
    m_sound->setWords(found == status.outputs.end() ? tr("No output") : soundWord(*found));
    const bool works = port || status.speakers;
    m_soundState->setText(works ? tr("Ready") : tr("No sound output"));
    setPart(m_soundState, works ? "captionOk" : "captionWarn");
    m_test->setEnabled(works);
}

void LessonPanel::next()
{
    switch (m_context.state().phase) {
    case RoomPhase::Closed:
        break;
    case RoomPhase::Lobby:
        startLesson();
        break;
    case RoomPhase::Lesson:
        emit teachRequested();
        break;
    }
}

void LessonPanel::startLesson()
{
    m_context.submit(StartLesson{m_game->currentData().toString().toStdString(),
                                 QRandomGenerator::global()->generate64()});
}

void LessonPanel::askMood(bool on)
{
    m_moodWanted = on;
    if (m_context.state().isOpen()) {
        m_context.submit(on ? Command{AskMood{}} : Command{EndMood{}});
    }
}

void LessonPanel::refresh()
{
    const RoomState& state = m_context.state();
    const bool lesson = state.phase == RoomPhase::Lesson;
    const bool open = state.isOpen();
    // Only a room that opens fresh: one that goes on after a crash knows itself what was asked.
    if (state.phase == RoomPhase::Lobby && !std::exchange(m_wasOpen, open) && m_moodWanted) {
        m_context.submit(AskMood{});
    }
    m_wasOpen = open;
    const QSignalBlocker quiet(m_mood);
    m_mood->setChecked(open ? state.mood.open : m_moodWanted);
    m_game->setEnabled(!lesson);
    m_start->setEnabled(open);
    m_start->setText(lesson ? tr("Back to the lesson") : tr("Start lesson"));
    m_start->setAccessibleName(m_start->text());
    m_hint->setText(open ? tr("Late students can still join.") : tr("Open the room first, or"));
    m_hint->setVisible(open || width() >= kRoomForBoth);
    m_without->setVisible(!open);
}

void LessonPanel::resizeEvent(QResizeEvent* event)
{
    constexpr int kLow = 300;
    m_start->setFixedHeight(event->size().height() < kLow ? 46 : 54);
    m_thirdFace->setVisible(event->size().width() >= kRoomForBoth);
    QFrame::resizeEvent(event);
    refresh();
}

} // namespace tutti::ui
