// The part of Room that decides about the door: who may come in, by which word, and who sits where.
#include "app/classroom/Room.h"
#include "app/domain/Avatar.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace tutti::classroom {
namespace {

using namespace std::chrono_literals;

/// A waiting tablet asks every 2 s; after this long without asking it is gone.
constexpr std::chrono::nanoseconds kKnockLasts = 8s;
/// So often at most does asking again make an event.
constexpr std::chrono::nanoseconds kKnockRefresh = 3s;
/// A shared tablet has two halves.
constexpr std::size_t kSeatsPerTablet = 2;
/// Longest first name, in bytes of UTF-8.
constexpr std::size_t kMaxName = 64;

bool contains(const std::vector<SeatId>& seats, SeatId seat)
{
    return std::find(seats.begin(), seats.end(), seat) != seats.end();
}

std::string freeAvatar(const RoomState& state)
{
    const auto& names = avatarNames();
    const auto isFree = [&](const std::string& name) {
        return std::none_of(state.seats.begin(), state.seats.end(),
                            [&](const Seat& seat) { return seat.avatar == name; });
    };
    const auto found = std::find_if(names.begin(), names.end(), isFree);
    return found == names.end() ? names.front() : *found;
}

bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

} // namespace

bool Room::mayEnter(const std::string& device) const
{
    return !m_state.door.locked || m_state.door.isAdmitted(device) ||
           !m_state.seatsOf(device).empty();
}

std::int32_t Room::number(Verdict& verdict, const std::string& device) const
{
    const std::int32_t known = m_state.tabletNumber(device);
    if (known != 0 || m_state.tablets.size() >= kMaxTablets) {
        return known;
    }
    std::set<std::int32_t> taken;
    for (const Tablet& tablet : m_state.tablets) {
        taken.insert(tablet.number);
    }
    std::int32_t lowest = 1;
    while (taken.contains(lowest)) {
        ++lowest;
    }
    verdict.events.emplace_back(TabletNumbered{{device, lowest}});
    return lowest;
}

std::optional<std::pair<std::string, ServerTime>> Room::nextLeaver() const
{
    const auto& knocks = m_state.door.knocks;
    const auto found =
        std::min_element(knocks.begin(), knocks.end(),
                         [](const Knock& a, const Knock& b) { return a.lastSeen < b.lastSeen; });
    return found == knocks.end()
               ? std::nullopt
               : std::optional{std::pair{found->device, found->lastSeen + kKnockLasts}};
}

SeatGranted Room::grant(SeatId asked, const std::vector<SeatGen>& seats, std::int32_t tablet)
{
    SeatGranted granted{asked, seats, tablet};
    std::sort(granted.seats.begin(), granted.seats.end(),
              [](const SeatGen& a, const SeatGen& b) { return a.seat < b.seat; });
    return granted;
}

Decision Room::decideOn(const KnockAtDoor& c, ServerTime now) const
{
    if (m_state.door.isDeclined(c.device) && !mayEnter(c.device)) {
        return refuse(ErrorCode::NotAdmitted);
    }
    Verdict verdict;
    const bool waits = !mayEnter(c.device);
    const Knock* knock = m_state.door.knockOf(c.device);
    const bool listed =
        knock ? now - knock->lastSeen >= kKnockRefresh : m_state.door.knocks.size() < kMaxKnocks;
    if (waits && listed) {
        verdict.events.emplace_back(DoorKnocked{c.device});
    }
    // A number comes with a seat: whoever only knocks with made-up ids uses none up.
    verdict.answers.emplace_back(DoorReply{waits, m_state.tabletNumber(c.device)});
    return verdict;
}

Decision Room::decideOn(const LockRoom& c, ServerTime) const
{
    return c.locked == m_state.door.locked ? Verdict{} : record(DoorLocked{c.locked});
}

Decision Room::decideOn(const AnswerDoor& c, ServerTime) const
{
    // Only who waits is answered, so that the lists stay as short as the queue was.
    return m_state.door.knockOf(c.device) ? record(DoorAnswered{c.device, c.admit}) : Verdict{};
}

Decision Room::decideOn(const ChangeCode& c, ServerTime) const
{
    if (!c.code.isValid()) {
        return refuse(ErrorCode::BadPayload, "a code is four letters");
    }
    return c.code == m_state.doorCode ? Verdict{} : record(CodeChanged{c.code});
}

Decision Room::decideOn(const AddGuest& c, ServerTime) const
{
    if (m_state.seats.size() >= static_cast<std::size_t>(kMaxSeats)) {
        return refuse(ErrorCode::RoomFull);
    }
    if (!c.avatar.empty() && !isAvatar(c.avatar)) {
        return refuse(ErrorCode::BadPayload, "no such picture");
    }
    SeatPlan plan;
    plan.seat = SeatId{static_cast<std::int32_t>(m_state.seats.size()) + 1};
    plan.avatar = c.avatar.empty() ? freeAvatar(m_state) : c.avatar;
    plan.guest = true;
    return record(SeatAdded{plan});
}

Decision Room::decideOn(const RenameSeat& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    if (c.name.size() > kMaxName || hasControlCharacter(c.name)) {
        return refuse(ErrorCode::BadPayload, "a name is one line of at most 64 bytes");
    }
    return seat->name == c.name ? Verdict{} : record(SeatRenamed{c.seat, c.name});
}

Decision Room::decideOn(const ClaimSeat& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    if (!mayEnter(c.device)) {
        return refuse(ErrorCode::NotAdmitted);
    }
    if (seat->isClaimed() && seat->device != c.device) {
        return refuse(ErrorCode::SeatTaken);
    }
    Verdict verdict;
    std::vector<SeatGen> granted{{c.seat, seat->gen}};
    for (const SeatId other : m_state.seatsOf(c.device)) {
        if (other == c.seat) {
            continue;
        }
        const std::uint32_t gen = m_state.seat(other)->gen;
        if (contains(c.with, other) && granted.size() < kSeatsPerTablet) {
            granted.push_back({other, gen});
        } else {
            // A tablet that changes its mind leaves its first seat to somebody else.
            verdict.events.emplace_back(SeatFreed{other, gen + 1});
        }
    }
    if (!seat->isClaimed()) {
        verdict.events.emplace_back(SeatClaimed{c.seat, c.device, seat->gen});
    }
    verdict.answers.emplace_back(grant(c.seat, granted, number(verdict, c.device)));
    return verdict;
}

Decision Room::decideOn(const GiveSeat& c, ServerTime) const
{
    const Seat* seat = m_state.seat(c.seat);
    if (!seat || c.device.empty()) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    if (seat->device == c.device) {
        return Verdict{};
    }
    if (m_state.seatsOf(c.device).size() >= kSeatsPerTablet) {
        return refuse(ErrorCode::TabletFull);
    }
    Verdict verdict;
    std::uint32_t gen = seat->gen;
    if (seat->isClaimed()) {
        verdict.events.emplace_back(SeatFreed{c.seat, ++gen});
    }
    verdict.events.emplace_back(SeatClaimed{c.seat, c.device, gen});
    number(verdict, c.device);
    return verdict;
}

Decision Room::decideOn(const SwapSeats& c, ServerTime) const
{
    const Seat* from = m_state.seat(c.from);
    const Seat* to = m_state.seat(c.to);
    if (!from || !to || !from->isClaimed()) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    if (from->device == to->device) {
        return refuse(ErrorCode::BadMove, "both sit at one tablet");
    }
    Verdict verdict = record(SeatFreed{c.from, from->gen + 1});
    if (to->isClaimed()) {
        verdict.events.emplace_back(SeatFreed{c.to, to->gen + 1});
    }
    verdict.events.emplace_back(
        SeatClaimed{c.to, from->device, to->gen + (to->isClaimed() ? 1U : 0U)});
    if (to->isClaimed()) {
        verdict.events.emplace_back(SeatClaimed{c.from, to->device, from->gen + 1});
    }
    return verdict;
}

} // namespace tutti::classroom
