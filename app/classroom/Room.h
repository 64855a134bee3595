#pragma once

#include "app/classroom/Decision.h"
#include "app/classroom/NoteGate.h"
#include "app/classroom/SeatAllowance.h"
#include "app/domain/RoomState.h"

namespace tutti::classroom {

/// What a room is told when it is made, and keeps.
struct RoomRules {
    /// Clients without a seat may play, which headless mode wants; otherwise they listen.
    bool admitGuests = false;
    NoteLimits notes;
};

/// The rules of one room. decide() is pure: it looks at the state and the clock it is given and changes nothing;
/// the state changes only through evolve().
/// Thread: any; a value.
class Room {
public:
    Room(const GameRegistry& games, RoomRules rules);

    Decision decide(const Command& command, const Origin& origin, ServerTime now) const;
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
    Decision decideOn(const RequestState& command, ServerTime now) const;
    Decision decideOn(const Tick& command, ServerTime now) const;
    Decision decideOn(const PlayNote& command, PeerId sender, ServerTime now) const;
    Decision decideOn(const StopNote& command, PeerId sender, ServerTime now) const;

    /// How far ahead of its effect a change is published.
    std::chrono::nanoseconds lead() const;
    /// The earliest moment the next new tempo may be published.
    ServerTime nextTempoTime() const;
    /// The timeline's change, and what follows from it. `tempo` as in TimelineChanged.
    Verdict changed(Timeline timeline, ServerTime now, std::optional<Tempo> tempo = {},
                    ServerTime tempoAt = {}) const;
    Verdict started(ServerTime now) const;
    Verdict retimed(Tempo pulses, ServerTime now) const;
    /// The bar line after one clicked bar, or now if nothing plays.
    ServerTime releaseTime(ServerTime now) const;
    /// Where a release that is still to come moves to when `next` takes the timeline's place; nothing if it stays.
    std::optional<ServerTime> movedRelease(const Timeline& next, ServerTime now) const;

    std::optional<Error> refusalToPlay(const NotePlayer& player, ServerTime now) const;
    tl::expected<ServerTime, Error> touchTime(const std::optional<ServerTime>& at,
                                              ServerTime now) const;

    const GameRegistry& m_games;
    RoomRules m_rules;
    RoomState m_state;
    NoteGate m_gate;
    SeatAllowance m_reports;
    SeatAllowance m_hands;
};

} // namespace tutti::classroom
