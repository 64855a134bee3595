// The part of Room that decides about seats: who has one, what it may do, what it says of itself.
#include "app/classroom/Room.h"

#include <cmath>

namespace tutti::classroom {
namespace {

/// A tablet's delay that moved less than this changes neither what is shown nor the lead.
constexpr double kNoticeableRttMs = 25.0;

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
    if (seat->device == c.device) {
        return answer(SeatGranted{c.seat, seat->gen});
    }
    if (seat->isClaimed()) {
        return refuse(ErrorCode::SeatTaken);
    }
    Verdict verdict;
    for (const Seat& other : m_state.seats) {
        // A tablet that changes its mind leaves its first seat to somebody else.
        if (other.device == c.device) {
            verdict.events.emplace_back(SeatFreed{other.id, other.gen + 1});
        }
    }
    verdict.events.emplace_back(SeatClaimed{c.seat, c.device, seat->gen});
    verdict.answers.emplace_back(SeatGranted{c.seat, seat->gen});
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

Decision Room::decideOn(const ReportDevice& c, ServerTime now) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    const Presence presence = c.status.visible ? Presence::Here : Presence::Away;
    const bool same = seat->presence == presence && seat->soundRunning == c.status.soundRunning &&
                      seat->connection == c.status.connection() &&
                      std::abs(seat->rttMs - c.status.rttMs) < kNoticeableRttMs;
    // Too often is no error: the tablet reports again within seconds.
    const bool wanted = !same && seat->connections > 0 && m_reports.allows(c.seat, now);
    return wanted ? record(DeviceReported{c.seat, c.status}) : Verdict{};
}

Decision Room::decideOn(const RaiseHand& c, ServerTime now) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    if (seat->handUp == c.up) {
        return Verdict{};
    }
    if (!m_hands.allows(c.seat, now)) {
        return refuse(ErrorCode::SlowDown);
    }
    return record(HandRaised{c.seat, c.up});
}

} // namespace tutti::classroom
