#pragma once

#include "app/domain/Event.h"

namespace tutti {

/// How far a room is: nobody can join, joining, playing.
enum class RoomPhase : std::uint8_t { Closed, Lobby, Lesson };

/// Everyone quiet, and the way out of it.
struct QuietState {
    bool on = false;
    ServerTime since;
    /// Set once the release is decided: playing is allowed from then on.
    std::optional<ServerTime> releaseAt;

    bool holdsAt(ServerTime time) const { return on && (!releaseAt || time < *releaseAt); }
    friend bool operator==(const QuietState&, const QuietState&) = default;
};

/// Everything true of one room. A value: the room, the dashboard's mirror and recovery each have one and
/// feed it the same events.
struct RoomState {
    /// Number of the last event evolved.
    std::uint64_t seq = 0;
    RoomPhase phase = RoomPhase::Closed;
    ClassId classId;
    std::string className;
    bool namesOnTablets = false;
    RoomCode code;
    LessonId lesson;
    std::int64_t openedWallMillis = 0;
    ServerTime openedAt;
    std::optional<ServerTime> lessonStartedAt;
    Timeline timeline;
    /// When the tempo was changed last, so that it does not change too often.
    std::optional<ServerTime> tempoChangedAt;
    PendingChanges pending;
    int countInBars = 1;
    QuietState quiet;
    GameStatePtr game;
    /// In seat order; index = seat number − 1.
    std::vector<Seat> seats;

    /// The only way a room changes. Cannot fail: an event that names an unknown seat changes nothing.
    void evolve(const EventEnvelope& envelope);

    const Seat* seat(SeatId id) const;
    bool isOpen() const { return phase != RoomPhase::Closed; }
    std::int32_t seatsHere() const;
    /// Pulses a minute and meter as the transport shows them: what holds, or will hold once what is
    /// pending takes effect.
    Tempo pulseTempo() const;
    Meter meter() const;

private:
    Seat* seatFor(SeatId id);
};

} // namespace tutti
