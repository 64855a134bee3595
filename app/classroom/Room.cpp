#include "app/classroom/Room.h"

#include <algorithm>

namespace tutti::classroom {
namespace {

/// What one seat can change a second about itself. A tablet reports every 5 s and when something changes; a hand goes up
/// and down as fast as a child likes, but nobody needs to see all of it.
constexpr double kChangesPerSecond = 4.0;

} // namespace

Room::Room(const GameRegistry& games, RoomRules rules)
    : m_games(games)
    , m_rules(rules)
    , m_gate(rules.notes)
    , m_reports(kChangesPerSecond, kChangesPerSecond)
    , m_hands(kChangesPerSecond, kChangesPerSecond)
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
                          [&](const auto& c) { return decideOn(c, now); },
                      },
                      command);
}

void Room::evolve(const EventEnvelope& envelope)
{
    const ServerTime at = envelope.at;
    const PeerId sender = envelope.origin.peer;
    std::visit(Overloaded{
                   [&](const NotePlayed& e) {
                       m_gate.played(NotePlayer::of(e.note.seat, sender), e.note.midi, at);
                   },
                   [&](const NoteStopped& e) {
                       m_gate.stopped(NotePlayer::of(e.note.seat, sender), e.note.midi, at);
                   },
                   [&](const DeviceReported& e) { m_reports.count(e.seat, at); },
                   [&](const HandRaised& e) { m_hands.count(e.seat, at); },
                   [&](const SeatFreed& e) { m_gate.forget(e.seat); },
                   [&](const LessonEnded&) { m_gate = NoteGate{m_rules.notes}; },
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
                             c.wallMillis, c.seats, std::move(timeline)});
}

Decision Room::decideOn(const StartLesson&, ServerTime) const
{
    if (m_state.phase == RoomPhase::Lesson) {
        return Verdict{};
    }
    const Game* game = m_games.first();
    if (!game) {
        return refuse(ErrorCode::NoGame);
    }
    Verdict verdict = record(GameChanged{game->begin()});
    verdict.events.emplace_back(LessonStarted{});
    return verdict;
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
    return Verdict{};
}

} // namespace tutti::classroom
