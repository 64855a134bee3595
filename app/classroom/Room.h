#pragma once

#include "app/classroom/NoteGate.h"
#include "app/domain/Notice.h"
#include "app/domain/RoomState.h"

#include <tl/expected.hpp>

namespace tutti::classroom {

/// What a command comes to: facts to record, or an answer to its sender alone, or both.
struct Verdict {
    std::vector<Event> events;
    std::vector<decltype(Notice::body)> notices;
};

using Decision = tl::expected<Verdict, Error>;

/// Settings a room has from its class or from the command line.
struct RoomRules {
    /// Clients without a seat may play (headless); otherwise they listen.
    bool admitGuests = false;
    NoteLimits notes;
};

/// The rules of one room. decide() is pure: it looks at the state and the clock it is given and changes nothing;
/// the state changes only through evolve().
/// Thread: any; a value.
class Room {
public:
    Room(const GameRegistry& games, RoomRules rules);

    Decision decide(const Command& command, ServerTime now) const;
    void evolve(const EventEnvelope& envelope);
    /// When the rules want to look again, if ever.
    std::optional<ServerTime> nextDue() const;

    const RoomState& state() const { return m_state; }

private:
    Decision decideOn(const OpenRoom& command, ServerTime now) const;
    Decision decideOn(const StartLesson& command, ServerTime now) const;
    Decision decideOn(const EndLesson& command, ServerTime now) const;
    Decision decideOn(const StartTransport& command, ServerTime now) const;
    Decision decideOn(const StopTransport& command, ServerTime now) const;
    Decision decideOn(const ChangeTempo& command, ServerTime now) const;
    Decision decideOn(const ChangeMeter& command, ServerTime now) const;
    Decision decideOn(const ChangeCountIn& command, ServerTime now) const;
    Decision decideOn(const MuteSeats& command, ServerTime now) const;
    Decision decideOn(const MuteAll& command, ServerTime now) const;
    Decision decideOn(const AssignRole& command, ServerTime now) const;
    Decision decideOn(const BeQuiet& command, ServerTime now) const;
    Decision decideOn(const ReleaseQuiet& command, ServerTime now) const;
    Decision decideOn(const ClaimSeat& command, ServerTime now) const;
    Decision decideOn(const FreeSeat& command, ServerTime now) const;
    Decision decideOn(const ConnectSeat& command, ServerTime now) const;
    Decision decideOn(const DisconnectSeat& command, ServerTime now) const;
    Decision decideOn(const ReportDevice& command, ServerTime now) const;
    Decision decideOn(const RaiseHand& command, ServerTime now) const;
    Decision decideOn(const PlayNote& command, ServerTime now) const;
    Decision decideOn(const StopNote& command, ServerTime now) const;
    Decision decideOn(const RequestState& command, ServerTime now) const;
    Decision decideOn(const Tick& command, ServerTime now) const;

    /// How far ahead of its effect a change is published (synchrony.md a.6).
    std::chrono::nanoseconds lead() const;
    std::optional<Error> refusalToPlay(SeatId seat, ServerTime now) const;
    tl::expected<ServerTime, Error> touchTime(const std::optional<ServerTime>& at,
                                              ServerTime now) const;
    Decision retimed(Timeline timeline) const;
    /// The bar line after one clicked bar, or now if nothing plays (design: Everyone quiet).
    ServerTime releaseTime(ServerTime now) const;

    const GameRegistry& m_games;
    RoomRules m_rules;
    RoomState m_state;
    NoteGate m_gate;
};

} // namespace tutti::classroom
