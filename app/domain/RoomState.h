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
    /// Names the room's topic, as long as it is open.
    RoomCode code;
    /// What a tablet must know to come in; the teacher can change it.
    RoomCode doorCode;
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
    /// How the last round went, until the next game.
    std::optional<GroupResult> lastResult;
    /// Only this role sounds.
    std::optional<Role> solo;
    DoorState door;
    std::vector<Tablet> tablets;
    MoodRound mood;
    /// Moments the teacher marked, oldest first.
    std::vector<ServerTime> marks;
    /// In seat order; index = seat number − 1.
    std::vector<Seat> seats;

    /// The only way a room changes. Cannot fail: an event that names an unknown seat changes nothing.
    void evolve(const EventEnvelope& envelope);

    const Seat* seat(SeatId id) const;
    /// The seats a tablet holds, in seat order.
    std::vector<SeatId> seatsOf(std::string_view device) const;
    /// The tablet's number; 0 without one.
    std::int32_t tabletNumber(std::string_view device) const;
    /// Whether the teacher keeps this seat from sounding, be it muted or another role's solo.
    bool isSilenced(const Seat& seat) const { return seat.muted || (solo && seat.role != *solo); }
    bool isOpen() const { return phase != RoomPhase::Closed; }
    std::int32_t seatsHere() const;
    /// Pulses a minute and meter as the transport shows them: what holds, or will hold once what is
    /// pending takes effect.
    Tempo pulseTempo() const;
    Meter meter() const;

private:
    friend struct RoomEvolution;
    Seat* seatFor(SeatId id);
};

} // namespace tutti
