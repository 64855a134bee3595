#pragma once

#include "app/classroom/Decision.h"
#include "app/classroom/NoteGate.h"
#include "app/classroom/SeatAllowance.h"
#include "app/domain/RoomState.h"

#include <set>
#include <utility>
#include <vector>

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
    Decision decideOn(const ChangeCode& command, ServerTime now) const;
    Decision decideOn(const StartLesson& command, ServerTime now) const;
    Decision decideOn(const EndLesson& command, ServerTime now) const;
    Decision decideOn(const StartGame& command, ServerTime now) const;
    Decision decideOn(const MakeMove& command, ServerTime now) const;
    Decision decideOn(const StartTransport& command, ServerTime now) const;
    Decision decideOn(const StopTransport& command, ServerTime now) const;
    Decision decideOn(const ChangeTempo& command, ServerTime now) const;
    Decision decideOn(const ChangeMeter& command, ServerTime now) const;
    Decision decideOn(const ChangeCountIn& command, ServerTime now) const;
    Decision decideOn(const MuteSeats& command, ServerTime now) const;
    Decision decideOn(const MuteAll& command, ServerTime now) const;
    Decision decideOn(const MuteRole& command, ServerTime now) const;
    Decision decideOn(const SoloRole& command, ServerTime now) const;
    Decision decideOn(const DealRoles& command, ServerTime now) const;
    Decision decideOn(const AssignRole& command, ServerTime now) const;
    Decision decideOn(const BeQuiet& command, ServerTime now) const;
    Decision decideOn(const ReleaseQuiet& command, ServerTime now) const;
    Decision decideOn(const ClaimSeat& command, ServerTime now) const;
    Decision decideOn(const GiveSeat& command, ServerTime now) const;
    Decision decideOn(const SwapSeats& command, ServerTime now) const;
    Decision decideOn(const AddGuest& command, ServerTime now) const;
    Decision decideOn(const RenameSeat& command, ServerTime now) const;
    Decision decideOn(const KnockAtDoor& command, ServerTime now) const;
    Decision decideOn(const LockRoom& command, ServerTime now) const;
    Decision decideOn(const AnswerDoor& command, ServerTime now) const;
    Decision decideOn(const FreeSeat& command, ServerTime now) const;
    Decision decideOn(const ConnectSeat& command, ServerTime now) const;
    Decision decideOn(const DisconnectSeat& command, PeerId sender) const;
    Decision decideOn(const ReportDevice& command, ServerTime now) const;
    Decision decideOn(const RaiseHand& command, ServerTime now) const;
    Decision decideOn(const AskMood& command, ServerTime now) const;
    Decision decideOn(const EndMood& command, ServerTime now) const;
    Decision decideOn(const GiveMood& command, ServerTime now) const;
    Decision decideOn(const MarkMoment& command, ServerTime now) const;
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

    /// The rules of the game that runs; null without one.
    const Game* game() const;
    GameView viewAt(ServerTime now) const;
    /// What a step of the game comes to, for the record; nothing if it changed nothing.
    Verdict recorded(GameStep step) const;
    Verdict begun(const Game& game, std::uint64_t random, ServerTime now) const;
    /// When the game wants to look again, no sooner than its last change allows.
    std::optional<ServerTime> gameDue() const;
    /// Whether a tablet that holds no seat may look for one.
    bool mayEnter(const std::string& device) const;
    /// The first tablet that stopped asking, and when that became clear.
    std::optional<std::pair<std::string, ServerTime>> nextLeaver() const;
    /// What a tablet's token is made of once these seats are its own.
    static SeatGranted grant(SeatId asked, const std::vector<SeatGen>& seats, std::int32_t tablet);
    /// The tablet's number, which it gets with its first seat: the lowest that is free. 0 if there are too many tablets.
    std::int32_t number(Verdict& verdict, const std::string& device) const;

    std::optional<Error> refusalOfSeat(SeatId id) const;
    std::optional<Error> refusalToMove(SeatId id, ServerTime now) const;
    std::optional<Error> refusalToPlay(const NotePlayer& player, bool byTeacher,
                                       ServerTime now) const;
    tl::expected<ServerTime, Error> touchTime(const std::optional<ServerTime>& at,
                                              ServerTime now) const;

    const GameRegistry& m_games;
    RoomRules m_rules;
    RoomState m_state;
    NoteGate m_gate;
    SeatAllowance m_reports;
    SeatAllowance m_hands;
    SeatAllowance m_moves;
    /// Who is connected for which seat. A tablet whose seat was given away hangs up later, and by then the seat may have
    /// a connection of its new tablet.
    std::multiset<std::pair<SeatId, PeerId>> m_connections;
    /// The seats' notes of the last kGameMemory.
    std::vector<PlayedNote> m_notes;
    ServerTime m_gameChangedAt = ServerTime::min();
    ServerTime m_lastAt;
};

} // namespace tutti::classroom
