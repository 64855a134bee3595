// The part of Room that decides about notes.
#include "app/classroom/Room.h"

namespace tutti::classroom {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

/// A note's own time is believed within these bounds: as old as the longest loss of a connection that keeps the socket,
/// as new as a clock may be wrong that still synchronises.
constexpr nanoseconds kOldestNote = 2s;
constexpr nanoseconds kNewestNote = 250ms;

bool isMidi(std::int32_t value)
{
    return value >= 0 && value <= 127;
}

} // namespace

std::optional<Error> Room::refusalOfSeat(SeatId id) const
{
    const Seat* seat = m_state.seat(id);
    if (!seat) {
        return Error{ErrorCode::NoSuchSeat};
    }
    if (m_state.phase != RoomPhase::Lesson) {
        return Error{ErrorCode::NoLesson};
    }
    if (m_state.isSilenced(*seat)) {
        return Error{ErrorCode::Muted};
    }
    if (!plays(seat->role)) {
        return Error{ErrorCode::Listener};
    }
    const Game* rules = game();
    return rules ? rules->refusal(*m_state.game, *seat) : std::nullopt;
}

std::optional<Error> Room::refusalToPlay(const NotePlayer& player, bool byTeacher,
                                         ServerTime now) const
{
    // The teacher at the laptop may show something while the class listens.
    if (m_state.quiet.holdsAt(now) && !byTeacher) {
        return Error{ErrorCode::Quiet};
    }
    if (player.seat.isValid()) {
        if (auto error = refusalOfSeat(player.seat)) {
            return error;
        }
    } else if (!byTeacher && !m_rules.admitGuests) {
        return Error{ErrorCode::SeatRequired};
    }
    return m_gate.allows(player, now) ? std::nullopt
                                      : std::optional{Error{ErrorCode::TooManyNotes}};
}

tl::expected<ServerTime, Error> Room::touchTime(const std::optional<ServerTime>& at,
                                                ServerTime now) const
{
    if (!at) {
        return now;
    }
    if (*at < now - kOldestNote || *at > now + kNewestNote) {
        return refuse(ErrorCode::NoteTime);
    }
    return *at;
}

Decision Room::decideOn(const PlayNote& c, PeerId sender, ServerTime now) const
{
    if (!isMidi(c.midi) || c.velocity < 1 || c.velocity > 127) {
        return refuse(ErrorCode::BadPayload, "midi is 0 to 127, velocity 1 to 127");
    }
    if (const auto error = refusalToPlay(NotePlayer::of(c.seat, sender), c.byTeacher, now)) {
        return tl::unexpected{*error};
    }
    return touchTime(c.at, now).map([&](ServerTime at) { return record(NotePlayed{c, at}); });
}

Decision Room::decideOn(const StopNote& c, PeerId sender, ServerTime now) const
{
    if (!isMidi(c.midi)) {
        return refuse(ErrorCode::BadPayload, "midi is 0 to 127");
    }
    const NotePlayer player = NotePlayer::of(c.seat, sender);
    // What sounds may always end, also when its seat was muted meanwhile.
    if (!m_gate.sounds(player, c.midi)) {
        if (const auto error = refusalToPlay(player, c.byTeacher, now)) {
            return tl::unexpected{*error};
        }
    }
    return touchTime(c.at, now).map([&](ServerTime at) { return record(NoteStopped{c, at}); });
}

} // namespace tutti::classroom
