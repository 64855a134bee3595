#pragma once

#include "app/domain/Command.h"
#include "app/domain/Game.h"
#include "app/domain/Origin.h"
#include "app/domain/Timeline.h"

namespace tutti {

/// The room is open for tablets: its class, its seats, and the music as it stands. `wallMillis`: since 1970, UTC.
struct RoomOpened {
    ClassId classId;
    std::string className;
    bool namesOnTablets = false;
    RoomCode code;
    LessonId lesson;
    std::int64_t wallMillis = 0;
    std::vector<SeatPlan> seats;
    Timeline timeline;
    std::vector<Tablet> tablets = {};
};

/// This word opens the door from now on.
struct CodeChanged {
    RoomCode code;
};

/// Seats may play from now on.
struct LessonStarted {};

/// The lesson is over and the room closed.
struct LessonEnded {};

/// The music's whole new timeline.
struct TimelineChanged {
    Timeline timeline;
    /// Set when the tempo is what changed: pulses a minute, from `tempoAt` on.
    std::optional<Tempo> tempo;
    ServerTime tempoAt;
};

/// Changes of the music that were accepted and wait for their moment.
struct PendingChanges {
    /// Pulses a minute, asked for too soon after the last tempo.
    std::optional<Tempo> tempo;
    /// A start asked for before a stop took effect.
    bool start = false;

    friend bool operator==(const PendingChanges&, const PendingChanges&) = default;
};

/// All that waits now, in place of what waited before. TimelineChanged carries it out.
struct ChangesDeferred {
    PendingChanges pending;
};

/// So many bars are clicked before the next start's first downbeat.
struct CountInChanged {
    int bars = 1;
};

/// These seats may not play, or may again.
struct SeatsMuted {
    std::vector<SeatId> seats;
    bool muted = true;
};

/// These seats have this role now.
struct RoleAssigned {
    std::vector<SeatId> seats;
    Role role = Role::Melody;
};

/// Only this role sounds, or all do again.
struct SoloChanged {
    std::optional<Role> role;
};

/// Everyone is quiet, from `at` on, until a release.
struct QuietStarted {
    ServerTime at;
};

/// Playing is allowed again from `at` on. Comes again with another `at` when the music changes before that.
struct QuietReleased {
    ServerTime at;
};

/// The moment of the release has come.
struct QuietEnded {};

/// A device has the seat; `gen` is the generation its tokens name.
struct SeatClaimed {
    SeatId seat;
    std::string device;
    std::uint32_t gen = 1;
};

/// The seat is free again. `gen` is its new generation: tokens of older ones are void.
struct SeatFreed {
    SeatId seat;
    std::uint32_t gen = 1;
};

/// A tablet has this number from now on, in this lesson and later ones.
struct TabletNumbered {
    Tablet tablet;
};

/// One more seat.
struct SeatAdded {
    SeatPlan plan;
};

/// The seat's child is called this. The name goes to the class list, and nowhere else in the store.
struct SeatRenamed {
    SeatId seat;
    std::string name;
};

/// New tablets wait at the door, or do not.
struct DoorLocked {
    bool locked = true;
};

/// A tablet waits at the door, or still does.
struct DoorKnocked {
    std::string device;
};

/// A tablet stopped waiting by itself.
struct DoorLeft {
    std::string device;
};

/// The teacher let a tablet in, or sent it away.
struct DoorAnswered {
    std::string device;
    bool admitted = true;
};

/// One more connection of the seat is up.
struct SeatConnected {
    SeatId seat;
};

/// One connection of the seat is gone.
struct SeatDisconnected {
    SeatId seat;
};

/// A tablet's condition changed in a way somebody can see; small changes of delay make no event.
struct DeviceReported {
    SeatId seat;
    DeviceStatus status;
};

/// A child's hand is up, or down again.
struct HandRaised {
    SeatId seat;
    bool up = true;
};

/// A note was played.
struct NotePlayed {
    PlayNote note;
    /// When it was touched.
    ServerTime at;
};

/// A note ended.
struct NoteStopped {
    StopNote note;
    /// When it was let go.
    ServerTime at;
};

/// The game's whole new state.
struct GameChanged {
    GameStatePtr state;
    /// A game begins with it.
    bool begins = false;
    /// Seats own other beats than before.
    bool beatsChanged = false;
};

/// A move that the game accepted.
struct GameMoved {
    GameMove move;
};

/// Moments at which seats were asked to play, now that it is clear what came of them.
struct OpportunitiesClosed {
    std::string game;
    int round = 1;
    std::vector<Opportunity> opportunities;
};

/// A round is over.
struct RoundEnded {
    GroupResult result;
};

/// Every tablet is asked how it feels; `round` is the question's number.
struct MoodAsked {
    std::int32_t round = 1;
};

/// Nobody is asked any more.
struct MoodEnded {};

/// One more answer. The seat is only for who has answered: no store ever gets it.
struct MoodGiven {
    SeatId seat;
    std::optional<Mood> mood;
};

/// The teacher marked this moment.
struct MomentMarked {};

/// Whatever can happen in a room.
using Event =
    std::variant<RoomOpened, CodeChanged, LessonStarted, LessonEnded, TimelineChanged,
                 ChangesDeferred, CountInChanged, SeatsMuted, RoleAssigned, SoloChanged,
                 QuietStarted, QuietReleased, QuietEnded, SeatClaimed, SeatFreed, TabletNumbered,
                 SeatAdded, SeatRenamed, DoorLocked, DoorKnocked, DoorLeft, DoorAnswered,
                 SeatConnected, SeatDisconnected, DeviceReported, HandRaised, NotePlayed,
                 NoteStopped, GameChanged, GameMoved, OpportunitiesClosed, RoundEnded, MoodAsked,
                 MoodEnded, MoodGiven, MomentMarked>;

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
