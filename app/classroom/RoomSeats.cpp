// The part of Room that decides about seats: who has one, what it may do, what it says of itself.
#include "app/classroom/Room.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace tutti::classroom {
namespace {

/// A tablet's delay that moved less than this changes neither what is shown nor the lead.
constexpr double kNoticeableRttMs = 25.0;
/// The same for its clock: opportunities keep the uncertainty they were judged with.
constexpr double kNoticeableUncertaintyMs = 10.0;

constexpr std::array kDealt{Role::Melody, Role::Harmony, Role::Bass, Role::Rhythm};

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

void shuffle(std::vector<SeatId>& seats, std::mt19937_64& random)
{
    for (std::size_t i = seats.size(); i > 1; --i) {
        std::swap(seats[i - 1], seats[random() % i]);
    }
}

/// The neighbours who get the n-th of the roles that are dealt.
std::vector<SeatId> shareOf(const std::vector<SeatId>& seats, std::size_t n)
{
    const auto at = [&](std::size_t part) {
        return seats.begin() + static_cast<std::ptrdiff_t>(part * seats.size() / kDealt.size());
    };
    return {at(n), at(n + 1)};
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

Decision Room::decideOn(const MuteRole& c, ServerTime now) const
{
    MuteSeats mute{{}, c.muted};
    for (const Seat& seat : m_state.seats) {
        if (seat.role == c.role) {
            mute.seats.push_back(seat.id);
        }
    }
    return decideOn(mute, now);
}

Decision Room::decideOn(const SoloRole& c, ServerTime) const
{
    if (c.role && !plays(*c.role)) {
        return refuse(ErrorCode::BadRole, "that role makes no sound");
    }
    return c.role == m_state.solo ? Verdict{} : record(SoloChanged{c.role});
}

Decision Room::decideOn(const DealRoles& c, ServerTime) const
{
    // Apart, so that the children who are there have all roles among them.
    std::array<std::vector<SeatId>, 2> players;
    for (const Seat& seat : m_state.seats) {
        if (plays(seat.role)) {
            players[seat.isClaimed() ? 0 : 1].push_back(seat.id);
        }
    }
    if (c.how == Deal::Shuffle) {
        std::mt19937_64 random{c.random};
        shuffle(players[0], random);
        shuffle(players[1], random);
    }
    Verdict verdict;
    for (std::size_t i = 0; i < kDealt.size(); ++i) {
        std::vector<SeatId> part = shareOf(players[0], i);
        const std::vector<SeatId> empty = shareOf(players[1], i);
        part.insert(part.end(), empty.begin(), empty.end());
        std::sort(part.begin(), part.end());
        auto seats = changing(m_state, part, [&](const Seat& s) { return s.role != kDealt[i]; });
        if (!seats.empty()) {
            verdict.events.emplace_back(RoleAssigned{std::move(seats), kDealt[i]});
        }
    }
    return verdict;
}

Decision Room::decideOn(const AssignRole& c, ServerTime) const
{
    if (const auto error = missing(m_state, c.seats)) {
        return tl::unexpected{*error};
    }
    if (c.role == Role::Conductor && !(m_state.game && m_state.game->hasConductor())) {
        return refuse(ErrorCode::BadRole, "this game has no conductor");
    }
    auto seats = changing(m_state, c.seats, [&](const Seat& s) { return s.role != c.role; });
    return seats.empty() ? Verdict{} : record(RoleAssigned{std::move(seats), c.role});
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

Decision Room::decideOn(const DisconnectSeat& c, PeerId sender) const
{
    return m_connections.contains({c.seat, sender}) ? record(SeatDisconnected{c.seat}) : Verdict{};
}

Decision Room::decideOn(const ReportDevice& c, ServerTime now) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    const Presence presence = c.status.visible ? Presence::Here : Presence::Away;
    const bool same =
        seat->presence == presence && seat->soundRunning == c.status.soundRunning &&
        seat->connection == c.status.connection() &&
        std::abs(seat->rttMs - c.status.rttMs) < kNoticeableRttMs &&
        std::abs(seat->uncertaintyMs - c.status.uncertaintyMs) < kNoticeableUncertaintyMs &&
        (!c.status.heard || *c.status.heard != seat->heardNothing);
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
