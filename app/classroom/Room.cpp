#include "app/classroom/Room.h"

#include <algorithm>

namespace tutti::classroom {
namespace {

/// What one seat can change a second about itself. A tablet reports every 5 s and when something changes; a hand goes up
/// and down as fast as a child likes, but nobody needs to see all of it.
constexpr double kChangesPerSecond = 4.0;

/// Every move goes to all tablets with the game's whole state, and hands that conduct are slower than this.
constexpr double kMovesPerSecond = 2.0;
constexpr double kMovesAtOnce = 4.0;

/// Far more notes than a class can play in kGameMemory within the limits that hold for each seat.
constexpr std::size_t kMostNotes = 8192;

void remember(std::vector<PlayedNote>& notes, const NotePlayed& e)
{
    if (!e.note.seat.isValid()) {
        return;
    }
    if (notes.size() >= kMostNotes ||
        (!notes.empty() && notes.front().at + 2 * kGameMemory < e.at)) {
        std::erase_if(notes, [&](const PlayedNote& n) { return n.at + kGameMemory < e.at; });
    }
    if (notes.size() < kMostNotes) {
        notes.push_back({e.note.seat, e.note.midi, e.at});
    }
}

} // namespace

Room::Room(const GameRegistry& games, RoomRules rules)
    : m_games(games)
    , m_rules(rules)
    , m_gate(rules.notes)
    , m_reports(kChangesPerSecond, kChangesPerSecond)
    , m_hands(kChangesPerSecond, kChangesPerSecond)
    , m_moves(kMovesPerSecond, kMovesAtOnce)
{
}

Decision Room::decide(const Command& command, const Origin& origin, ServerTime now) const
{
    const bool opens = std::holds_alternative<OpenRoom>(command);
    if (!m_state.isOpen() && !opens && !std::holds_alternative<Tick>(command)) {
        return refuse(ErrorCode::RoomClosed);
    }
    return std::visit(Overloaded{
                          [&](const PlayNote& c) { return decideOn(c, origin.peer, now); },
                          [&](const StopNote& c) { return decideOn(c, origin.peer, now); },
                          [&](const DisconnectSeat& c) { return decideOn(c, origin.peer); },
                          [&](const auto& c) { return decideOn(c, now); },
                      },
                      command);
}

void Room::evolve(const EventEnvelope& envelope)
{
    const ServerTime at = envelope.at;
    const PeerId sender = envelope.origin.peer;
    m_lastAt = at;
    std::visit(
        Overloaded{
            [&](const NotePlayed& e) {
                m_gate.played(NotePlayer::of(e.note.seat, sender), e.note.midi, at);
                remember(m_notes, e);
            },
            [&](const NoteStopped& e) {
                m_gate.stopped(NotePlayer::of(e.note.seat, sender), e.note.midi, at);
            },
            [&](const DeviceReported& e) { m_reports.count(e.seat, at); },
            [&](const HandRaised& e) { m_hands.count(e.seat, at); },
            [&](const GameMoved& e) { m_moves.count(e.move.seat, at); },
            [&](const SeatConnected& e) { m_connections.emplace(e.seat, sender); },
            [&](const SeatDisconnected& e) {
                if (const auto one = m_connections.find({e.seat, sender});
                    one != m_connections.end()) {
                    m_connections.erase(one);
                }
            },
            [&](const SeatFreed& e) {
                m_gate.forget(e.seat);
                std::erase_if(m_connections, [&](const auto& one) { return one.first == e.seat; });
                // Whoever sits there next does not answer with them.
                std::erase_if(m_notes, [&](const PlayedNote& note) { return note.seat == e.seat; });
            },
            [&](const GameChanged&) { m_gameChangedAt = at; },
            [&](const LessonEnded&) {
                m_gate = NoteGate{m_rules.notes};
                m_notes.clear();
                m_connections.clear();
            },
            [](const auto&) {},
        },
        envelope.event);
    m_state.evolve(envelope);
}

std::optional<ServerTime> Room::nextDue() const
{
    std::optional<ServerTime> due = m_state.quiet.on ? m_state.quiet.releaseAt : std::nullopt;
    const auto also = [&](ServerTime time) { due = due ? std::min(*due, time) : time; };
    if (m_state.pending.tempo) {
        also(nextTempoTime());
    }
    if (m_state.pending.start) {
        also(m_state.timeline.transport.at);
    }
    if (const auto game = gameDue()) {
        also(*game);
    }
    if (const auto leaver = nextLeaver()) {
        also(leaver->second);
    }
    return due;
}

Decision Room::decideOn(const OpenRoom& c, ServerTime now) const
{
    if (m_state.isOpen()) {
        return refuse(ErrorCode::RoomOpen);
    }
    if (c.seats.empty() || c.seats.size() > static_cast<std::size_t>(kMaxSeats)) {
        return refuse(ErrorCode::NoSuchSeat, "a room needs 1 to 48 seats");
    }
    const bool first = m_state.timeline.segments.empty();
    const Tempo tempo = first ? Tempo::fromBpm(96) : m_state.pulseTempo();
    Timeline timeline = Timeline::stopped(tempo, m_state.meter(), now);
    timeline.rev = m_state.timeline.rev + 1;
    return record(RoomOpened{c.classId, c.className, c.namesOnTablets, c.code, c.lesson,
                             c.wallMillis, c.seats, std::move(timeline), c.tablets});
}

Decision Room::decideOn(const EndLesson&, ServerTime now) const
{
    Verdict verdict;
    if (m_state.timeline.transport.playing) {
        Timeline timeline = m_state.timeline.stoppedAt(now);
        timeline.rev += 1;
        verdict.events.emplace_back(TimelineChanged{std::move(timeline), std::nullopt, {}});
    }
    verdict.events.emplace_back(LessonEnded{});
    return verdict;
}

Decision Room::decideOn(const RequestState&, ServerTime) const
{
    return answer(StateRequested{});
}

Decision Room::decideOn(const Tick&, ServerTime now) const
{
    // One thing at a time: what else is due is due at once.
    const QuietState& quiet = m_state.quiet;
    if (quiet.on && !quiet.holdsAt(now)) {
        return record(QuietEnded{});
    }
    const PendingChanges& pending = m_state.pending;
    if (pending.tempo && now >= nextTempoTime()) {
        return retimed(*pending.tempo, now);
    }
    if (pending.start && now >= m_state.timeline.transport.at) {
        return started(now);
    }
    if (const auto leaver = nextLeaver(); leaver && now >= leaver->second) {
        return record(DoorLeft{leaver->first});
    }
    if (const auto due = gameDue(); due && now >= *due) {
        return recorded(game()->step(*m_state.game, viewAt(now)));
    }
    return Verdict{};
}

} // namespace tutti::classroom
