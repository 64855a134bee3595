#include "ui/models/Edits.h"

#include "ui/models/RingMoves.h"
#include "ui/models/Words.h"

#include <QUndoCommand>

#include <map>

namespace tutti::ui {
namespace {

constexpr int kMostSteps = 200;

class Step final : public QUndoCommand {
public:
    /// `fits`: whether a command that takes back still makes sense by then.
    Step(CommandSink& sink, std::vector<Command> forward, std::vector<Command> back,
         std::function<bool(const Command&)> fits)
        : m_sink(sink)
        , m_forward(std::move(forward))
        , m_back(std::move(back))
        , m_fits(std::move(fits))
    {
    }

    void redo() override
    {
        for (const Command& command : m_forward) {
            m_sink.submit(command, Origin{});
        }
    }
    void undo() override
    {
        for (const Command& command : m_back) {
            if (!m_fits || m_fits(command)) {
                m_sink.submit(command, Origin{});
            }
        }
    }

private:
    CommandSink& m_sink;
    std::vector<Command> m_forward;
    std::vector<Command> m_back;
    std::function<bool(const Command&)> m_fits;
};

std::vector<SeatId> idsOf(const std::vector<Seat>& seats)
{
    std::vector<SeatId> ids;
    ids.reserve(seats.size());
    for (const Seat& seat : seats) {
        ids.push_back(seat.id);
    }
    return ids;
}

} // namespace

Edits::Edits(const RoomMirror& mirror, CommandSink& sink, QObject* parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_sink(sink)
{
    m_stack.setUndoLimit(kMostSteps);
    connect(&mirror, &RoomMirror::changed, this, &Edits::forgetOldLesson);
}

void Edits::forgetOldLesson()
{
    const RoomState& room = m_mirror.state();
    const LessonId lesson = room.isOpen() ? room.lesson : LessonId{};
    if (lesson != m_lesson) {
        m_lesson = lesson;
        m_stack.clear();
        emit stepped();
    }
}

void Edits::push(const QString& what, std::vector<Command> forward, std::vector<Command> back,
                 std::function<bool(const Command&)> fits)
{
    auto* step = new Step(m_sink, std::move(forward), std::move(back), std::move(fits));
    step->setText(what);
    m_stack.push(step);
    emit done(what);
}

std::vector<Seat> Edits::seatsWhere(const std::function<bool(const Seat&)>& holds) const
{
    std::vector<Seat> found;
    std::copy_if(m_mirror.state().seats.begin(), m_mirror.state().seats.end(),
                 std::back_inserter(found), holds);
    return found;
}

std::vector<Seat> Edits::seatsOf(const std::vector<SeatId>& ids,
                                 const std::function<bool(const Seat&)>& holds) const
{
    return seatsWhere([&](const Seat& seat) {
        return std::find(ids.begin(), ids.end(), seat.id) != ids.end() && holds(seat);
    });
}

void Edits::mute(const std::vector<SeatId>& seats, bool muted)
{
    const auto changing = seatsOf(seats, [&](const Seat& s) { return s.muted != muted; });
    if (!changing.empty()) {
        const QString who = seatsWord(changing);
        push(muted ? tr("mute %1").arg(who) : tr("unmute %1").arg(who), {MuteSeats{seats, muted}},
             {MuteSeats{idsOf(changing), !muted}});
    }
}

void Edits::muteAll(bool muted)
{
    const auto changing = seatsWhere([&](const Seat& s) { return s.muted != muted; });
    if (!changing.empty()) {
        push(muted ? tr("mute everyone") : tr("unmute everyone"), {MuteAll{muted}},
             {MuteSeats{idsOf(changing), !muted}});
    }
}

void Edits::muteRole(Role role, bool muted)
{
    const auto changing =
        seatsWhere([&](const Seat& s) { return s.role == role && s.muted != muted; });
    if (!changing.empty()) {
        const QString who = roleWord(role);
        push(muted ? tr("mute %1").arg(who) : tr("unmute %1").arg(who), {MuteRole{role, muted}},
             {MuteSeats{idsOf(changing), !muted}});
    }
}

void Edits::solo(std::optional<Role> role)
{
    const std::optional<Role> before = m_mirror.state().solo;
    if (role != before) {
        push(role ? tr("only %1 plays").arg(roleWord(*role)) : tr("all roles play"),
             {SoloRole{role}}, {SoloRole{before}});
    }
}

std::vector<Command> Edits::rolesOf(const std::vector<Seat>& seats) const
{
    std::map<Role, std::vector<SeatId>> groups;
    for (const Seat& seat : seats) {
        groups[seat.role].push_back(seat.id);
    }
    std::vector<Command> commands;
    commands.reserve(groups.size());
    for (const auto& [role, ids] : groups) {
        commands.emplace_back(AssignRole{ids, role});
    }
    return commands;
}

void Edits::assignRole(const std::vector<SeatId>& seats, Role role)
{
    const auto changing = seatsOf(seats, [&](const Seat& s) { return s.role != role; });
    if (!changing.empty()) {
        push(tr("give %1 the role %2").arg(seatsWord(changing), roleWord(role)),
             {AssignRole{seats, role}}, rolesOf(changing));
    }
}

void Edits::deal(Deal how, std::uint64_t random)
{
    const auto dealt = seatsWhere([](const Seat& s) { return plays(s.role); });
    if (!dealt.empty()) {
        push(how == Deal::Shuffle ? tr("shuffle the roles") : tr("roles by group"),
             {DealRoles{how, random}}, rolesOf(dealt));
    }
}

void Edits::assignBeat(const std::vector<SeatId>& seats, int beat)
{
    const GameStatePtr& game = m_mirror.state().game;
    if (!game) {
        return;
    }
    const auto beatOf = [&](SeatId id) {
        const std::vector<int> beats = game->beatsOf(id);
        return beats.empty() ? 0 : beats.front();
    };
    const auto changing = seatsOf(seats, [&](const Seat& s) { return beatOf(s.id) != beat; });
    if (changing.empty()) {
        return;
    }
    std::map<int, std::vector<SeatId>> before;
    for (const Seat& seat : changing) {
        before[beatOf(seat.id)].push_back(seat.id);
    }
    std::vector<Command> back;
    back.reserve(before.size());
    for (const auto& [old, ids] : before) {
        back.emplace_back(ui::assignBeat(ids, old));
    }
    const QString who = seatsWord(changing);
    push(beat > 0 ? tr("move %1 to beat %2").arg(who).arg(beat)
                  : tr("take the beat from %1").arg(who),
         {ui::assignBeat(idsOf(changing), beat)}, std::move(back));
}

void Edits::freeSeats(const std::vector<SeatId>& seats)
{
    const auto taken = seatsOf(seats, [](const Seat& s) { return s.isClaimed(); });
    std::vector<Command> forward;
    std::vector<Command> back;
    for (const Seat& seat : taken) {
        forward.emplace_back(FreeSeat{seat.id});
        back.emplace_back(GiveSeat{seat.id, seat.device});
    }
    if (!taken.empty()) {
        // Whoever took the seat meanwhile keeps it.
        const auto isStillFree = [this](const Command& command) {
            const auto* give = std::get_if<GiveSeat>(&command);
            const Seat* seat = give ? m_mirror.state().seat(give->seat) : nullptr;
            return seat && !seat->isClaimed();
        };
        push(tr("free the seat of %1").arg(seatsWord(taken)), std::move(forward), std::move(back),
             isStillFree);
    }
}

void Edits::rename(SeatId id, const QString& name)
{
    const Seat* seat = m_mirror.state().seat(id);
    const std::string wanted = name.trimmed().toStdString();
    if (seat && seat->name != wanted) {
        Seat after = *seat;
        after.name = wanted;
        push(tr("rename %1 to %2").arg(seatTitle(*seat), seatTitle(after)),
             {RenameSeat{id, wanted}}, {RenameSeat{id, seat->name}});
    }
}

void Edits::giveSeat(SeatId id, const std::string& device, int tablet)
{
    const Seat* seat = m_mirror.state().seat(id);
    if (!seat || seat->device == device) {
        return;
    }
    const Command back =
        seat->isClaimed() ? Command{GiveSeat{id, seat->device}} : Command{FreeSeat{id}};
    push(tr("move %1 to tablet %2").arg(seatTitle(*seat)).arg(tablet), {GiveSeat{id, device}},
         {back});
}

void Edits::swapSeats(SeatId from, SeatId to)
{
    const Seat* a = m_mirror.state().seat(from);
    const Seat* b = m_mirror.state().seat(to);
    if (!a || !b || from == to || !a->isClaimed()) {
        return;
    }
    push(b->isClaimed() ? tr("swap %1 and %2").arg(seatTitle(*a), seatTitle(*b))
                        : tr("the tablet of %1 is that of %2").arg(seatTitle(*a), seatTitle(*b)),
         {SwapSeats{from, to}}, {SwapSeats{to, from}});
}

bool Edits::undo()
{
    if (!m_stack.canUndo()) {
        return false;
    }
    m_stack.undo();
    emit stepped();
    return true;
}

bool Edits::redo()
{
    if (!m_stack.canRedo()) {
        return false;
    }
    m_stack.redo();
    emit stepped();
    return true;
}

} // namespace tutti::ui
