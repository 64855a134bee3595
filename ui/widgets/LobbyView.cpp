#include "ui/widgets/LobbyView.h"

#include "ui/widgets/ClosedDoorPanel.h"
#include "ui/widgets/ConnectionGuide.h"
#include "ui/widgets/DoorList.h"
#include "ui/widgets/LessonPanel.h"
#include "ui/widgets/LobbyTileDelegate.h"
#include "ui/widgets/NetworkPanel.h"
#include "ui/widgets/OpenDoorPanel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/ShortLabel.h"
#include "ui/widgets/TodayPanel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr TileLimits kTiles{{76, 66}, {150, 184}, 0.62};
constexpr int kCompactBelow = 1200;
/// Wide enough for the address in its smaller type, and for the lines of the network check.
constexpr int kCompactDoor = 346;
constexpr int kCompactSide = 256;
/// Of today, the network check and the list at the door alike, so that the panel below them stays where it is.
constexpr int kTopHeight = 284;

QString waitWord(const RoomState& state)
{
    const auto seats = static_cast<int>(state.seats.size());
    const int here = state.seatsHere();
    if (!state.isOpen()) {
        return LobbyView::tr("Each child taps its picture to join.");
    }
    if (here == 0) {
        return LobbyView::tr("Nobody here yet. Show the code on the projector.");
    }
    return here < seats ? LobbyView::tr("%1 still to come.").arg(seats - here)
                        : LobbyView::tr("Everyone is here.");
}

} // namespace

LobbyView::LobbyView(const ViewContext& context, SeatModel& seats, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_grid(new SeatGrid(kTiles, this))
    , m_door(new QStackedWidget(this))
    , m_closedDoor(new ClosedDoorPanel(context, m_door))
    , m_openDoor(new OpenDoorPanel(context, m_door))
    , m_side(new QWidget(this))
    , m_top(new QStackedWidget(m_side))
    , m_today(new TodayPanel(context, m_top))
    , m_network(new NetworkPanel(context, m_top))
    , m_waiting(new DoorList(context, m_top))
    , m_lesson(new LessonPanel(context, this))
    , m_guest(makeButton(tr("Add a guest"), "panelButton", this))
    , m_lock(makeButton(tr("Lock room"), "panelButton", this))
    , m_joined(makeLabel({}, "panelFigure", this))
    , m_joinedHint(new ShortLabel("secondary", this))
    , m_progress(new QProgressBar(this))
    , m_pages(new QStackedWidget(this))
    , m_helper(new ConnectionGuide(context, m_pages))
{
    m_pages->addWidget(makeLobby(seats));
    m_pages->addWidget(m_helper);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    wireDoor();
    wireSide();
    connect(m_guest, &QPushButton::clicked, this, [this] { m_context.submit(AddGuest{}); });
    connect(m_lock, &QPushButton::clicked, this,
            [this] { m_context.submit(LockRoom{!m_context.state().door.locked}); });
    connect(m_helper, &ConnectionGuide::closed, this, [this] { showHelper(false); });
    connect(&m_context.mirror, &RoomMirror::changed, this, &LobbyView::refresh);
    refresh();
}

QWidget* LobbyView::makeLobby(SeatModel& seats)
{
    auto* lobby = new QWidget(m_pages);
    m_door->addWidget(m_closedDoor);
    m_door->addWidget(m_openDoor);
    auto* row = new QHBoxLayout(lobby);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(m_door);
    row->addWidget(makeSeats(seats), 1);
    row->addWidget(makeSide());
    return lobby;
}

QWidget* LobbyView::makeSide()
{
    for (QWidget* panel : std::initializer_list<QWidget*>{m_today, m_network, m_waiting}) {
        m_top->addWidget(panel);
    }
    m_top->setFixedHeight(kTopHeight);
    // The side says how wide: pages not shown still measure the words they had in a wider window.
    m_top->setMinimumWidth(1);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(12);
    side->addWidget(m_top);
    side->addWidget(m_lesson, 1);
    return m_side;
}

QWidget* LobbyView::makeSeats(SeatModel& seats)
{
    QFrame* panel = makePanel(this);
    m_grid->setModel(&seats);
    m_grid->setItemDelegate(new LobbyTileDelegate(m_context.mirror, m_context.look, m_grid));
    m_grid->setSelectionMode(QAbstractItemView::NoSelection);
    m_grid->setAccessibleName(tr("Who has joined"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Tablets that have joined"));
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 12, 6, 6);
    column->setSpacing(8);
    column->addWidget(makeSeatsHead());
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 8, 0);
    bar->addWidget(m_progress);
    column->addLayout(bar);
    column->addWidget(m_grid, 1);
    return panel;
}

QWidget* LobbyView::makeSeatsHead()
{
    auto* box = new QWidget(this);
    setLineIcon(m_guest, QStringLiteral("plus"), m_context);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_joined);
    row->addStretch(1);
    row->addWidget(m_guest);
    row->addWidget(m_lock);
    auto* head = new QVBoxLayout(box);
    head->setContentsMargins(0, 0, 8, 0);
    head->setSpacing(2);
    head->addLayout(row);
    head->addWidget(m_joinedHint);
    return box;
}

void LobbyView::wireDoor()
{
    connect(m_closedDoor, &ClosedDoorPanel::openRequested, this, &LobbyView::askToOpen);
    connect(m_closedDoor, &ClosedDoorPanel::adapterChosen, this, &LobbyView::chooseAdapter);
    connect(m_openDoor, &OpenDoorPanel::newCodeRequested, this, &LobbyView::newCodeRequested);
    connect(m_openDoor, &OpenDoorPanel::fullScreenRequested, this, &LobbyView::qrRequested);
}

void LobbyView::wireSide()
{
    connect(m_today, &TodayPanel::classChosen, this, &LobbyView::classChosen);
    connect(m_today, &TodayPanel::classListRequested, this, &LobbyView::classListRequested);
    connect(m_network, &NetworkPanel::adapterChosen, this, &LobbyView::chooseAdapter);
    connect(m_network, &NetworkPanel::helpRequested, this, [this] { showHelper(true); });
    connect(m_waiting, &DoorList::keyboardLeft, this, &LobbyView::restKeyboard);
    connect(m_lesson, &LessonPanel::teachRequested, this, &LobbyView::teachRequested);
    connect(m_lesson, &LessonPanel::soundTestRequested, this, &LobbyView::soundTestRequested);
    connect(m_lesson, &LessonPanel::startWithoutTabletsRequested, this, [this] {
        m_startAtOnce = true;
        askToOpen();
    });
}

void LobbyView::setClasses(const std::vector<ClassEntry>& classes, ClassId current)
{
    m_today->setClasses(classes, current);
}

void LobbyView::setNetworkStatus(const NetworkStatus& status)
{
    // What was chosen holds until the networks themselves change.
    if (status.adapters != m_status.adapters || status.adapter != m_status.adapter) {
        const bool named = !status.adapter.empty() || status.adapters.empty();
        m_adapter = QString::fromStdString(named ? status.adapter : status.adapters.front().name);
    }
    m_status = status;
    showNetwork();
}

void LobbyView::chooseAdapter(const QString& adapter)
{
    m_adapter = adapter;
    showNetwork();
    emit adapterChosen(adapter);
}

void LobbyView::showNetwork()
{
    NetworkStatus wanted = m_status;
    wanted.adapter = m_adapter.toStdString();
    m_closedDoor->setNetworkStatus(wanted);
    m_network->setNetworkStatus(m_status);
    m_openDoor->setNetworkStatus(m_status);
    m_helper->setNetworkStatus(m_status);
}

void LobbyView::showHelper(bool shown)
{
    m_pages->setCurrentIndex(shown ? 1 : 0);
    if (shown) {
        m_helper->refresh();
        m_helper->restKeyboard();
    } else {
        restKeyboard();
    }
}

void LobbyView::setSoundStatus(const SoundStatus& status)
{
    m_lesson->setSoundStatus(status);
}

void LobbyView::refreshTime()
{
    m_network->refresh();
    if (m_pages->currentWidget() == m_helper) {
        m_helper->refresh();
    }
}

void LobbyView::next()
{
    if (m_context.state().isOpen()) {
        m_lesson->next();
    } else {
        askToOpen();
    }
}

QWidget* LobbyView::messageAnchor() const
{
    return m_grid;
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
    emit openRoomRequested(m_adapter);
}

void LobbyView::openingFailed()
{
    m_opening = false;
    m_startAtOnce = false;
    showDoor();
}

void LobbyView::showDoor()
{
    const bool open = m_context.state().isOpen();
    QWidget* top = m_today;
    if (open) {
        m_waiting->refresh();
        top = m_waiting->hasKnocks() ? static_cast<QWidget*>(m_waiting) : m_network;
    }
    // A button that goes away would pass the keyboard on to whatever comes next.
    const bool doorGoes = (m_opening || open) && m_door->isAncestorOf(focusWidget());
    const bool topGoes = top != m_top->currentWidget() && m_top->isAncestorOf(focusWidget());
    if ((doorGoes && m_door->currentWidget() == m_closedDoor) || topGoes) {
        restKeyboard();
    }
    m_closedDoor->setOpening(m_opening);
    if (open != (m_door->currentWidget() == m_openDoor)) {
        // Every tile looks different in an open room, though nothing of its seat has changed.
        m_grid->viewport()->update();
    }
    m_door->setCurrentWidget(open ? static_cast<QWidget*>(m_openDoor) : m_closedDoor);
    m_top->setCurrentWidget(top);
}

void LobbyView::showLock()
{
    const RoomState& state = m_context.state();
    const QString word = state.door.locked ? tr("Unlock room") : tr("Lock room");
    m_lock->setEnabled(state.isOpen());
    m_lock->setText(m_compact ? QString() : word);
    m_lock->setAccessibleName(word);
    m_lock->setToolTip(state.door.locked
                           ? tr("Unlock room: new tablets wait at the door; click to let all in")
                           : tr("Lock room: new tablets wait at the door until you let them in"));
    setLineIcon(m_lock, state.door.locked ? QStringLiteral("lock") : QStringLiteral("lock-open"),
                m_context);
    const bool full = state.seats.size() >= std::size_t{kMaxSeats};
    m_guest->setEnabled(state.isOpen() && !full);
    m_guest->setText(m_compact ? QString() : tr("Add a guest"));
    m_guest->setToolTip(
        full ? tr("Every picture is in use")
             : tr("Add a guest: one more picture, for a child that is not on the class list"));
}

void LobbyView::refresh()
{
    const RoomState& state = m_context.state();
    const auto seats = static_cast<int>(state.seats.size());
    m_opening = m_opening && !state.isOpen();
    showDoor();
    showLock();
    m_openDoor->setCode(QString::fromStdString(state.doorCode.letters));
    m_joined->setText(state.isOpen() ? tr("%1 of %2 have joined").arg(state.seatsHere()).arg(seats)
                                     : tr("%1 on the class list").arg(seats));
    m_joinedHint->setWords(waitWord(state));
    m_progress->setRange(0, std::max(1, seats));
    m_progress->setValue(state.seatsHere());
    if (m_startAtOnce && state.phase == RoomPhase::Lobby) {
        m_startAtOnce = false;
        m_lesson->next();
    }
}

void LobbyView::setCompact(bool compact)
{
    m_compact = compact;
    m_door->setFixedWidth(compact ? kCompactDoor : 436);
    m_side->setFixedWidth(compact ? kCompactSide : 308);
    m_network->setCompact(compact);
    showLock();
}

void LobbyView::resizeEvent(QResizeEvent* event)
{
    setCompact(event->size().width() < kCompactBelow);
    QWidget::resizeEvent(event);
}

} // namespace tutti::ui
