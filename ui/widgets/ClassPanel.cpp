#include "ui/widgets/ClassPanel.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/FigureRow.h"
#include "ui/widgets/MoodRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

using namespace std::chrono_literals;

/// The active share looks at every note of the lesson: not more often than an eye looks at it.
constexpr std::chrono::seconds kMeasureEvery{1};
constexpr int kPicture = 26;
constexpr int kPictures = 2;

double partOf(int some, int all)
{
    return all > 0 ? static_cast<double>(some) / all : 0.0;
}

QString percent(double part)
{
    return ClassPanel::tr("%1%").arg(qRound(part * 100.0));
}

/// The first pictures of some seats, side by side.
QPixmap picturesOf(const std::vector<Seat>& seats, qreal ratio)
{
    const int count = std::min<int>(kPictures, static_cast<int>(seats.size()));
    constexpr int kStep = kPicture - 4;
    QPixmap strip(qRound((kStep * count + 4) * ratio), qRound(kPicture * ratio));
    strip.setDevicePixelRatio(ratio);
    strip.fill(Qt::transparent);
    QPainter painter(&strip);
    for (int i = 0; i < count; ++i) {
        painter.drawPixmap(
            i * kStep, 0,
            avatarPixmap(seats[static_cast<std::size_t>(i)].avatar, kPicture, ratio, false));
    }
    return strip;
}

} // namespace

ClassPanel::ClassPanel(const ViewContext& context, Edits& edits, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_edits(edits)
    , m_live(context.mirror, context.clock)
    , m_checkIn(makeLabel({}, "secondary", this))
    , m_moods(new MoodRow(this))
    , m_here(new FigureRow(tr("Here"), this))
    , m_active(new FigureRow(tr("Active share"), this))
    , m_takingPart(new FigureRow(tr("Taking part"), this))
    , m_together(new FigureRow(tr("Together in time"), this))
    , m_note(makeLabel({}, "secondary", this))
    , m_quiet(new QWidget(this))
    , m_pictures(new QLabel(m_quiet))
    , m_names(new ShortLabel("strong", m_quiet))
    , m_give(makeButton(tr("Give a beat"), "panelButton", m_quiet))
    , m_ask(makeButton(tr("Ask how it felt…"), "plain", this))
{
    m_note->setWordWrap(true);
    setLineIcon(m_ask, QStringLiteral("help"), context);
    m_give->setToolTip(tr("Give each of them the beat with the fewest players"));
    layOut();
    connect(m_ask, &QPushButton::clicked, this, &ClassPanel::toggleAsking);
    connect(m_give, &QPushButton::clicked, this, &ClassPanel::giveBeats);
    connect(&m_context.mirror, &RoomMirror::changed, this, &ClassPanel::refresh);
    refresh();
}

void ClassPanel::layOut()
{
    auto* title = new QHBoxLayout;
    title->addWidget(makeLabel(tr("How the class is doing"), "panelTitle", this));
    title->addStretch(1);
    title->addWidget(m_checkIn);
    m_quiet->setLayout(makeQuiet());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(9);
    column->addLayout(title);
    column->addWidget(m_moods);
    for (FigureRow* figure : {m_takingPart, m_together, m_here, m_active}) {
        column->addWidget(figure);
    }
    column->addWidget(m_note);
    column->addWidget(m_quiet);
    column->addWidget(m_ask);
    column->addStretch(1);
}

QHBoxLayout* ClassPanel::makeQuiet()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(makeLabel(tr("Quiet so far"), "secondary", m_quiet));
    row->addWidget(m_pictures);
    row->addWidget(m_names, 1);
    row->addWidget(m_give);
    m_quiet->setToolTip(tr("Here, free to play, and not a note in two minutes of music"));
    return row;
}

void ClassPanel::setCompact(bool compact)
{
    m_moods->setCompact(compact);
    m_pictures->setHidden(compact);
    layout()->setSpacing(compact ? 5 : 9);
}

void ClassPanel::refresh()
{
    refreshMood();
    refreshFigures();
    const ServerTime now = m_context.clock.now();
    if (now - m_measuredAt >= kMeasureEvery || now < m_measuredAt) {
        m_measuredAt = now;
        refreshQuiet();
        if (!m_ring) {
            refreshJam();
        }
    }
}

void ClassPanel::refreshMood()
{
    const RoomState& room = m_context.state();
    const bool asked = room.mood.id > 0;
    m_moods->setVisible(asked);
    m_checkIn->setVisible(asked);
    m_moods->show(room.mood);
    m_checkIn->setText(
        tr("Check-in %1 of %2").arg(room.mood.answered.size()).arg(room.seatsHere()));
    m_ask->setText(room.mood.open ? tr("Stop asking") : tr("Ask how it felt…"));
    m_ask->setAccessibleName(m_ask->text());
    m_ask->setToolTip(room.mood.open ? tr("Take the question back from who has not answered")
                                     : tr("Six faces on every tablet. Only totals are kept."));
    m_ask->setEnabled(room.phase == RoomPhase::Lesson);
}

void ClassPanel::refreshFigures()
{
    const RoomState& room = m_context.state();
    if (room.game != m_game) {
        m_game = room.game;
        m_ring = ringFiguresOf(room.game);
    }
    const auto seats = static_cast<int>(room.seats.size());
    m_here->show(partOf(room.seatsHere(), seats), tr("%1 of %2").arg(room.seatsHere()).arg(seats));
    m_active->setVisible(!m_ring);
    m_takingPart->setVisible(m_ring.has_value());
    m_together->setVisible(m_ring.has_value());
    m_give->setVisible(m_ring.has_value());
    if (m_ring) {
        refreshRing(*m_ring);
    } else {
        m_note->setText(tr("Free Jam counts no turns and no timing."));
    }
}

void ClassPanel::refreshRing(const RingFigures& ring)
{
    const auto& seats = m_context.state().seats;
    const int owners =
        static_cast<int>(std::count_if(seats.begin(), seats.end(), [](const Seat& s) {
            return s.connections > 0 && plays(s.role);
        }));
    const int playing = std::min(m_live.takingPart(), owners);
    m_takingPart->show(partOf(playing, owners), tr("%1 of %2").arg(playing).arg(owners));
    m_takingPart->setToolTip(tr("Students who played in this round. %1 of %2 beats were answered.")
                                 .arg(ring.answered)
                                 .arg(ring.offered));
    if (const auto share = ring.togetherInTime()) {
        m_together->show(*share, percent(*share));
    } else {
        m_together->showNothing(tr("After eight notes"));
    }
    const double window = static_cast<double>(ring.hit.count()) / 1e6;
    m_note->setText(tr("Together: within %1 s, not a grade.").arg(window, 0, 'f', 2));
}

void ClassPanel::refreshJam()
{
    if (const auto share = m_live.activeShare()) {
        m_active->show(*share, percent(*share));
        m_active->setToolTip(
            tr("Of the time the class could have played, so much had music: from a "
               "second before to two seconds after each note"));
    } else {
        m_active->showNothing(tr("After a minute of playing"));
    }
}

void ClassPanel::refreshQuiet()
{
    m_quietSeats = m_live.quietSoFar();
    std::vector<Seat> seats;
    QStringList names;
    for (const SeatId id : m_quietSeats) {
        seats.push_back(*m_context.state().seat(id));
        names += seatTitle(seats.back());
    }
    m_quiet->setVisible(!seats.empty());
    if (!seats.empty()) {
        m_pictures->setPixmap(picturesOf(seats, devicePixelRatioF()));
        m_names->setWords(names.join(tr(", ")));
    }
}

void ClassPanel::toggleAsking()
{
    if (m_context.state().mood.open) {
        m_context.submit(EndMood{});
    } else {
        m_context.submit(AskMood{});
    }
}

void ClassPanel::giveBeats()
{
    const GameStatePtr& game = m_context.state().game;
    auto ring = game ? ringFrom(*game) : std::nullopt;
    if (!ring) {
        return;
    }
    for (const SeatId seat : m_quietSeats) {
        const int beat = thinnestBeat(*ring);
        if (beat > 0) {
            m_edits.assignBeat({seat}, beat);
            ring->now.beats[static_cast<std::size_t>(beat) - 1].push_back(seat);
        }
    }
}

} // namespace tutti::ui
