#include "app/classroom/Room.h"

#include <algorithm>
#include <cmath>

namespace tutti::classroom {
namespace {

/// A tablet's delay that moved less than this changes neither what is shown nor the lead.
constexpr double kNoticeableRttMs = 25.0;

tl::unexpected<Error> refuse(ErrorCode code, std::string detail = {})
{
    return tl::unexpected{Error{code, std::move(detail)}};
}

Verdict record(Event event)
{
    Verdict verdict;
    verdict.events.push_back(std::move(event));
    return verdict;
}

std::optional<Error> missing(const RoomState& state, const std::vector<SeatId>& seats)
{
    for (const SeatId id : seats) {
        if (!state.seat(id)) {
            return Error{ErrorCode::NoSuchSeat, "seat " + std::to_string(id.value)};
        }
    }
    return std::nullopt;
}

/// The seats a change would really change, so that a repeated command records nothing.
template <typename Differs>
std::vector<SeatId> changing(const RoomState& state, const std::vector<SeatId>& seats,
                             Differs differs)
{
    std::vector<SeatId> changed;
    for (const SeatId id : seats) {
        if (differs(*state.seat(id))) {
            changed.push_back(id);
        }
    }
    return changed;
}

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

Room::Room(const GameRegistry& games, RoomRules rules)
    : m_games(games)
    , m_rules(rules)
    , m_gate(rules.notes)
{
}

Decision Room::decide(const Command& command, ServerTime now) const
{
    const bool opens = std::holds_alternative<OpenRoom>(command);
    if (!m_state.isOpen() && !opens && !std::holds_alternative<Tick>(command)) {
        return refuse(ErrorCode::RoomClosed);
    }
    return std::visit([&](const auto& c) { return decideOn(c, now); }, command);
}

void Room::evolve(const EventEnvelope& envelope)
{
    if (const auto* played = std::get_if<NotePlayed>(&envelope.event);
        played && played->note.seat.isValid()) {
        m_gate.played(played->note.seat, envelope.at);
    }
    m_state.evolve(envelope);
}

std::optional<ServerTime> Room::nextDue() const
{
    return m_state.quiet.on ? m_state.quiet.releaseAt : std::nullopt;
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
    Verdict verdict = record(GameChanged{m_games.find("free_jam")->begin()});
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

Decision Room::decideOn(const MuteSeats& c, ServerTime) const
{
    if (const auto error = missing(m_state, c.seats)) {
        return tl::unexpected{*error};
    }
    auto seats = changing(m_state, c.seats, [&](const Seat& s) { return s.muted != c.muted; });
    return seats.empty() ? Verdict{} : record(SeatsMuted{std::move(seats), c.muted});
}

Decision Room::decideOn(const MuteAll& c, ServerTime now) const
{
    return decideOn(MuteSeats{idsOf(m_state.seats), c.muted}, now);
}

Decision Room::decideOn(const AssignRole& c, ServerTime) const
{
    if (const auto error = missing(m_state, c.seats)) {
        return tl::unexpected{*error};
    }
    auto seats = changing(m_state, c.seats, [&](const Seat& s) { return s.role != c.role; });
    return seats.empty() ? Verdict{} : record(RoleAssigned{std::move(seats), c.role});
}

Decision Room::decideOn(const ClaimSeat& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    Verdict verdict;
    if (seat->device == c.device) {
        verdict.notices.emplace_back(SeatGranted{c.seat, seat->gen});
        return verdict;
    }
    if (seat->isClaimed()) {
        return refuse(ErrorCode::SeatTaken);
    }
    for (const Seat& other : m_state.seats) {
        // A tablet that changes its mind leaves its first seat to somebody else.
        if (other.device == c.device) {
            verdict.events.emplace_back(SeatFreed{other.id, other.gen + 1});
        }
    }
    verdict.events.emplace_back(SeatClaimed{c.seat, c.device, seat->gen});
    verdict.notices.emplace_back(SeatGranted{c.seat, seat->gen});
    return verdict;
}

Decision Room::decideOn(const FreeSeat& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    return seat->isClaimed() ? record(SeatFreed{c.seat, seat->gen + 1}) : Verdict{};
}

Decision Room::decideOn(const ConnectSeat& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat || !seat->isClaimed()) {
        return refuse(ErrorCode::SeatReleased);
    }
    return record(SeatConnected{c.seat});
}

Decision Room::decideOn(const DisconnectSeat& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    return seat && seat->connections > 0 ? record(SeatDisconnected{c.seat}) : Verdict{};
}

Decision Room::decideOn(const ReportDevice& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    const Presence presence = c.status.visible ? Presence::Here : Presence::Away;
    const bool same = seat->presence == presence && seat->soundRunning == c.status.soundRunning &&
                      seat->connection == c.status.connection() &&
                      std::abs(seat->rttMs - c.status.rttMs) < kNoticeableRttMs;
    return same || seat->connections == 0 ? Verdict{} : record(DeviceReported{c.seat, c.status});
}

Decision Room::decideOn(const RaiseHand& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    return seat->handUp == c.up ? Verdict{} : record(HandRaised{c.seat, c.up});
}

Decision Room::decideOn(const RequestState&, ServerTime) const
{
    Verdict verdict;
    verdict.notices.emplace_back(StateRequested{});
    return verdict;
}

Decision Room::decideOn(const Tick&, ServerTime now) const
{
    const QuietState& quiet = m_state.quiet;
    return quiet.on && !quiet.holdsAt(now) ? record(QuietEnded{}) : Verdict{};
}

} // namespace tutti::classroom
