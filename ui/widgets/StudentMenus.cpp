#include "ui/widgets/StudentMenus.h"

#include "ui/models/RingModel.h"
#include "ui/models/Words.h"
#include "ui/widgets/Art.h"

#include <QMenu>
#include <QRandomGenerator>

#include <algorithm>

namespace tutti::ui {

StudentMenus::StudentMenus(const ViewContext& context, Edits& edits, QWidget* owner)
    : QObject(owner)
    , m_context(context)
    , m_edits(edits)
    , m_owner(owner)
{
}

QMenu* StudentMenus::makeMenu()
{
    auto* menu = new QMenu(m_owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

bool StudentMenus::any(const std::vector<SeatId>& seats, bool (*holds)(const Seat&)) const
{
    return std::any_of(seats.begin(), seats.end(), [&](SeatId id) {
        const Seat* seat = m_context.state().seat(id);
        return seat && holds(*seat);
    });
}

QMenu* StudentMenus::roleMenu(const std::vector<SeatId>& seats)
{
    QMenu* menu = makeMenu();
    fillRoles(menu, seats);
    return menu;
}

QMenu* StudentMenus::beatMenu(const std::vector<SeatId>& seats)
{
    QMenu* menu = makeMenu();
    if (fillBeats(menu, seats)) {
        return menu;
    }
    delete menu;
    return nullptr;
}

void StudentMenus::fillRoles(QMenu* menu, const std::vector<SeatId>& seats)
{
    const Theme& theme = m_context.look.theme();
    const GameStatePtr& game = m_context.state().game;
    for (const Role role : kRoles) {
        if (role == Role::Conductor && !(game && game->hasConductor())) {
            continue;
        }
        QAction* action =
            menu->addAction(lineIcon(roleIcon(role), theme.text, theme.text3), roleWord(role));
        connect(action, &QAction::triggered, this,
                [this, seats, role] { m_edits.assignRole(seats, role); });
    }
}

bool StudentMenus::fillBeats(QMenu* menu, const std::vector<SeatId>& seats)
{
    const GameStatePtr& game = m_context.state().game;
    const auto ring = game ? ringFrom(*game) : std::nullopt;
    if (!ring) {
        return false;
    }
    const auto add = [&](const QString& text, int beat) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, seats, beat] { m_edits.assignBeat(seats, beat); });
    };
    for (int beat = 1; beat <= ring->beats; ++beat) {
        add(ring->isRest(beat) ? tr("Beat %1, a rest").arg(beat) : tr("Beat %1").arg(beat), beat);
    }
    menu->addSeparator();
    add(tr("No beat"), 0);
    return true;
}

QMenu* StudentMenus::shuffleMenu()
{
    QMenu* menu = makeMenu();
    const auto add = [&](const QString& text, Deal how) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, how] { m_edits.deal(how, QRandomGenerator::system()->generate64()); });
    };
    add(tr("Shuffle roles"), Deal::Shuffle);
    add(tr("Roles by group"), Deal::Groups);
    return menu;
}

QMenu* StudentMenus::tileMenu(const std::vector<SeatId>& seats)
{
    QMenu* menu = makeMenu();
    addMute(menu, seats);
    fillRoles(menu->addMenu(tr("Role")), seats);
    auto* beats = new QMenu(tr("Beat"), menu);
    if (fillBeats(beats, seats)) {
        menu->addMenu(beats);
    }
    if (any(seats, [](const Seat& s) { return s.handUp; })) {
        connect(menu->addAction(tr("Lower hand")), &QAction::triggered, this, [this, seats] {
            for (const SeatId id : seats) {
                const Seat* seat = m_context.state().seat(id);
                if (seat && seat->handUp) {
                    m_context.submit(RaiseHand{id, false});
                }
            }
        });
    }
    menu->addSeparator();
    if (seats.size() == 1) {
        addForOne(menu, seats.front());
    }
    addLeaving(menu, seats);
    return menu;
}

void StudentMenus::addMute(QMenu* menu, const std::vector<SeatId>& seats)
{
    const bool mute = any(seats, [](const Seat& s) { return !s.muted; });
    connect(menu->addAction(mute ? tr("Mute\tM") : tr("Unmute\tM")), &QAction::triggered, this,
            [this, seats, mute] { m_edits.mute(seats, mute); });
}

void StudentMenus::addForOne(QMenu* menu, SeatId id)
{
    const Seat* seat = m_context.state().seat(id);
    if (!seat) {
        return;
    }
    fillTablets(menu->addMenu(tr("Move to another tablet")), *seat);
    QAction* other = menu->addAction(tr("This is really…"));
    other->setEnabled(seat->isClaimed());
    connect(other, &QAction::triggered, this, [this, id] { emit otherChildRequested(id); });
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this,
            [this, id] { emit renameRequested(id); });
}

void StudentMenus::fillTablets(QMenu* menu, const Seat& seat)
{
    const RoomState& room = m_context.state();
    for (const Tablet& tablet : room.tablets) {
        const std::vector<SeatId> holders = room.seatsOf(tablet.device);
        const bool waits = room.door.knockOf(tablet.device) != nullptr;
        const bool hasRoom = holders.size() == 1 || (holders.empty() && waits);
        if (tablet.device == seat.device || !hasRoom) {
            continue;
        }
        const QString text = holders.empty() ? tr("Tablet %1, at the door").arg(tablet.number)
                                             : tr("Tablet %1 with %2")
                                                   .arg(tablet.number)
                                                   .arg(seatTitle(*room.seat(holders.front())));
        connect(menu->addAction(text), &QAction::triggered, this, [this, id = seat.id, tablet] {
            m_edits.giveSeat(id, tablet.device, tablet.number);
        });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("No other tablet has room"))->setEnabled(false);
    }
}

void StudentMenus::addLeaving(QMenu* menu, const std::vector<SeatId>& seats)
{
    QAction* free = menu->addAction(tr("Free seat"));
    free->setEnabled(any(seats, [](const Seat& s) { return s.isClaimed(); }));
    connect(free, &QAction::triggered, this, [this, seats] { m_edits.freeSeats(seats); });
}

} // namespace tutti::ui
