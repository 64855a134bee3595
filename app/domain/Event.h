#pragma once

#include "app/domain/Command.h"
#include "app/domain/Game.h"
#include "app/domain/Origin.h"
#include "app/domain/Timeline.h"

namespace tutti {

struct RoomOpened {
    ClassId classId;
    std::string className;
    bool namesOnTablets = false;
    RoomCode code;
    LessonId lesson;
    std::int64_t wallMillis = 0;
    std::vector<SeatPlan> seats;
    Timeline timeline;
};

struct LessonStarted {};

/// The lesson is over and the room closed.
struct LessonEnded {};

struct TimelineChanged {
    Timeline timeline;
    /// Set when the tempo is what changed: pulses a minute, from `tempoAt` on.
    std::optional<Tempo> tempo;
    ServerTime tempoAt;
};

struct CountInChanged {
    int bars = 1;
};

struct SeatsMuted {
    std::vector<SeatId> seats;
    bool muted = true;
};

struct RoleAssigned {
    std::vector<SeatId> seats;
    Role role = Role::Melody;
};

struct QuietStarted {
    ServerTime at;
};

/// Playing is allowed again from `at` on.
struct QuietReleased {
    ServerTime at;
};

/// The moment of the release has come.
struct QuietEnded {};

struct SeatClaimed {
    SeatId seat;
    std::string device;
    std::uint32_t gen = 1;
};

/// `gen` is the seat's new generation: tokens of older ones are void.
struct SeatFreed {
    SeatId seat;
    std::uint32_t gen = 1;
};

struct SeatConnected {
    SeatId seat;
};

struct SeatDisconnected {
    SeatId seat;
};

/// A tablet's condition changed in a way somebody can see; small changes of delay make no event.
struct DeviceReported {
    SeatId seat;
    DeviceStatus status;
};

struct HandRaised {
    SeatId seat;
    bool up = true;
};

struct NotePlayed {
    PlayNote note;
    /// When it was touched, in server time.
    ServerTime at;
};

struct NoteStopped {
    StopNote note;
    ServerTime at;
};

/// The game's whole new state.
struct GameChanged {
    GameStatePtr state;
};

using Event = std::variant<RoomOpened, LessonStarted, LessonEnded, TimelineChanged, CountInChanged,
                           SeatsMuted, RoleAssigned, QuietStarted, QuietReleased, QuietEnded,
                           SeatClaimed, SeatFreed, SeatConnected, SeatDisconnected, DeviceReported,
                           HandRaised, NotePlayed, NoteStopped, GameChanged>;

/// A fact: numbered, stamped, recorded.
struct EventEnvelope {
    /// Running number in its room, from 1.
    std::uint64_t seq = 0;
    ServerTime at;
    Origin origin;
    Event event;
};

/// What one turn of the classroom thread recorded, in order.
using Batch = std::vector<EventEnvelope>;

} // namespace tutti
