#include "ui/widgets/LobbyView.h"

#include "ui/widgets/Art.h"
#include "ui/widgets/LobbyTileDelegate.h"
#include "ui/widgets/NetworkPanel.h"
#include "ui/widgets/OpenDoorPanel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SeatGrid.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

constexpr TileLimits kTiles{{76, 68}, {150, 176}, 0.62};
constexpr int kCompactBelow = 1200;

} // namespace

LobbyView::LobbyView(const ViewContext& context, SeatModel& seats, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_grid(new SeatGrid(kTiles, this))
    , m_door(new QStackedWidget(this))
    , m_openDoor(new OpenDoorPanel(m_door))
    , m_network(new NetworkPanel(context, this))
    , m_open(makeButton(tr("Open the room"), "hero", this))
    , m_start(makeButton(tr("Start lesson"), "big", this))
    , m_startHint(makeLabel({}, "secondary", this))
    , m_joined(makeLabel({}, "panelFigure", this))
    , m_joinedHint(makeLabel({}, "secondary", this))
    , m_progress(new QProgressBar(this))
    , m_side(new QWidget(this))
{
    m_door->addWidget(makeClosedDoor());
    m_door->addWidget(m_openDoor);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(12);
    side->addWidget(m_network);
    side->addWidget(makeStart(), 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(m_door);
    row->addWidget(makeSeats(seats), 1);
    row->addWidget(m_side);
    connect(m_open, &QPushButton::clicked, this, &LobbyView::askToOpen);
    connect(m_start, &QPushButton::clicked, this, &LobbyView::next);
    connect(m_network, &NetworkPanel::adapterChosen, this, &LobbyView::adapterChosen);
    connect(&m_context.mirror, &RoomMirror::changed, this, &LobbyView::refresh);
    refresh();
}

QWidget* LobbyView::makeClosedDoor()
{
    QFrame* panel = makePanel(m_door);
    auto* badge = new QFrame(panel);
    setPart(badge, "doorBadge");
    badge->setFixedSize(104, 104);
    auto* inBadge = new QVBoxLayout(badge);
    inBadge->addWidget(
        makeIconLabel(QStringLiteral("door-closed"), m_context, &Theme::text, 52, badge), 0,
        Qt::AlignCenter);
    auto* title = makeLabel(tr("The room is closed"), "bigTitle", panel);
    auto* text = makeLabel(tr("Nothing is listening yet. Open it to show a QR code and a room code "
                              "and let tablets join."),
                           "lead", panel);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    m_open->setParent(panel);
    m_open->setFixedHeight(72);
    setLineIcon(m_open, QStringLiteral("door-open"), m_context, &Theme::onAccent, 26);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(badge, 0, Qt::AlignCenter);
    column->addWidget(title, 0, Qt::AlignCenter);
    column->addWidget(text);
    column->addSpacing(8);
    column->addWidget(m_open);
    column->addWidget(makeLabel(tr("Enter, or “next” on a clicker"), "secondary", panel), 0,
                      Qt::AlignCenter);
    column->addStretch(3);
    return panel;
}

QWidget* LobbyView::makeSeats(SeatModel& seats)
{
    QFrame* panel = makePanel(this);
    m_grid->setModel(&seats);
    m_grid->setItemDelegate(new LobbyTileDelegate(m_context.mirror, m_context.look, m_grid));
    m_grid->setSelectionMode(QAbstractItemView::NoSelection);
    m_grid->setAccessibleName(tr("Who has joined"));
    // Always room for two lines, so that nothing jumps when the first child joins.
    m_joinedHint->setWordWrap(true);
    m_joinedHint->setMinimumHeight(2 * m_joinedHint->fontMetrics().lineSpacing());
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Tablets that have joined"));
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_joined);
    head->addWidget(m_joinedHint, 1);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 14, 6, 6);
    column->setSpacing(12);
    column->addLayout(head);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 8, 0);
    bar->addWidget(m_progress);
    column->addLayout(bar);
    column->addWidget(m_grid, 1);
    return panel;
}

QWidget* LobbyView::makeStart()
{
    QFrame* panel = makePanel(m_side);
    m_start->setFixedHeight(54);
    m_startHint->setAlignment(Qt::AlignHCenter);
    m_startHint->setWordWrap(true);
    auto* about = makeLabel(tr("Everyone plays what they like on one beat. New seats play the "
                               "melody; you can change roles while the class plays."),
                            "secondary", panel);
    about->setWordWrap(true);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Free Jam"), "panelTitle", panel));
    column->addWidget(about);
    column->addStretch(1);
    column->addWidget(m_start);
    column->addWidget(m_startHint);
    return panel;
}

void LobbyView::setNetworkStatus(const NetworkStatus& status)
{
    m_network->setNetworkStatus(status);
    m_openDoor->setNetworkStatus(status);
}

void LobbyView::next()
{
    switch (m_context.state().phase) {
    case RoomPhase::Closed:
        askToOpen();
        break;
    case RoomPhase::Lobby:
        m_context.submit(StartLesson{});
        break;
    case RoomPhase::Lesson:
        emit teachRequested();
        break;
    }
}

void LobbyView::restKeyboard()
{
    // Arrow keys only look around there.
    m_grid->setFocus(Qt::OtherFocusReason);
}

void LobbyView::askToOpen()
{
    if (m_opening) {
        return;
    }
    m_opening = true;
    showDoor();
    emit openRoomRequested(m_network->adapter());
}

void LobbyView::openingFailed()
{
    m_opening = false;
    showDoor();
}

void LobbyView::showDoor()
{
    const bool open = m_context.state().isOpen();
    // A button that goes away would pass the keyboard on to the choice of network.
    if ((m_opening || open) && m_door->isAncestorOf(focusWidget())) {
        restKeyboard();
    }
    m_open->setEnabled(!m_opening);
    m_open->setText(m_opening ? tr("Opening…") : tr("Open the room"));
    m_door->setCurrentIndex(open ? 1 : 0);
}

void LobbyView::refresh()
{
    const RoomState& state = m_context.state();
    const auto seats = static_cast<int>(state.seats.size());
    m_opening = m_opening && !state.isOpen();
    showDoor();
    m_openDoor->setCode(QString::fromStdString(state.code.letters));
    m_joined->setText(state.isOpen() ? tr("%1 of %2 have joined").arg(state.seatsHere()).arg(seats)
                                     : tr("%1 on the class list").arg(seats));
    m_joinedHint->setText(state.isOpen() && state.seatsHere() == 0
                              ? tr("Nobody here yet. Show the code on the projector.")
                              : QString());
    m_progress->setRange(0, std::max(1, seats));
    m_progress->setValue(state.seatsHere());
    const bool lesson = state.phase == RoomPhase::Lesson;
    m_start->setEnabled(state.isOpen());
    m_start->setText(lesson ? tr("Back to the lesson") : tr("Start lesson"));
    m_start->setAccessibleName(m_start->text());
    m_startHint->setText(state.isOpen() ? tr("Late students can still join.")
                                        : tr("Open the room first."));
}

void LobbyView::resizeEvent(QResizeEvent* event)
{
    const bool compact = event->size().width() < kCompactBelow;
    m_door->setFixedWidth(compact ? 356 : 436);
    m_side->setFixedWidth(compact ? 232 : 308);
    QWidget::resizeEvent(event);
}

} // namespace tutti::ui
