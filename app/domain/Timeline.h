#pragma once

#include "app/domain/MusicalTime.h"
#include "app/domain/ServerTime.h"

#include <optional>
#include <vector>

namespace tutti {

/// A stretch of constant tempo: at time `at` the music is at `tick`, and goes on at `tempo` quarters a minute.
struct TempoSegment {
    ServerTime at;
    Ticks tick;
    Tempo tempo;

    friend bool operator==(const TempoSegment&, const TempoSegment&) = default;
};

/// From bar number `bar` (0 = the first after the count-in), which begins at `tick`, this meter holds.
struct MeterChange {
    std::int64_t bar = 0;
    Ticks tick;
    Meter meter;

    friend bool operator==(const MeterChange&, const MeterChange&) = default;
};

/// Playing or not from `at` on; `tick` is the music's position then.
struct Transport {
    bool playing = false;
    Ticks tick;
    ServerTime at;

    friend bool operator==(const Transport&, const Transport&) = default;
};

/// One foot tap: where it is and when it sounds. Numbers count from 1 for the first downbeat; the count-in is 0 and below.
struct Pulse {
    Ticks tick;
    ServerTime at;
    std::int64_t number = 1;
    std::int64_t bar = 1;
    std::int32_t inBar = 1;

    friend bool operator==(const Pulse&, const Pulse&) = default;
};

/// The function between server time and musical position of one room. A value: replaced whole, numbered by `rev`, never edited.
/// Source: synchrony.md a.2 to a.5. Times are exact to a nanosecond, positions to a tick; nothing accumulates.
class Timeline {
public:
    std::uint64_t rev = 0;
    std::vector<TempoSegment> segments;
    std::vector<MeterChange> meters;
    Transport transport;

    /// Stopped at the start of the piece, in this meter, at `pulses` a minute.
    static Timeline stopped(Tempo pulses, Meter meter, ServerTime now);

    ServerTime timeOf(Ticks tick) const;
    Ticks tickAt(ServerTime time) const;
    const MeterChange& meterAt(Ticks tick) const;
    /// Pulses a minute in force at `time`.
    Tempo pulseTempoAt(ServerTime time) const;
    /// Whether the music runs at `time`, count-in included.
    bool playsAt(ServerTime time) const;

    /// First pulse at or after `time` that really sounds; none while stopped.
    std::optional<Pulse> pulseFrom(ServerTime time) const;
    std::optional<Pulse> pulseAfter(const Pulse& pulse) const;
    Ticks pulseTickFrom(Ticks tick) const;
    Ticks barTickFrom(Ticks tick) const;
    Pulse pulseAt(Ticks tick) const;

    /// Plays from the first downbeat, after `countInBars` bars of clicks that begin at `at`.
    Timeline started(ServerTime at, int countInBars) const;
    Timeline stoppedAt(ServerTime at) const;
    /// The new tempo holds from the first pulse not before `earliest`; phase is kept. Stopped: at once.
    Timeline retimed(Tempo pulses, ServerTime earliest) const;
    /// The new meter holds from the first bar line not before `earliest`; pulses keep their speed. Stopped: at once.
    Timeline remetered(Meter meter, ServerTime earliest) const;

    /// Forgets tempos that ended before `time`; clients need only what holds and what comes.
    void dropSegmentsBefore(ServerTime time);

    friend bool operator==(const Timeline&, const Timeline&) = default;

private:
    const TempoSegment& segmentAt(Ticks tick) const;
    Timeline withSegment(Ticks tick, Tempo quarters) const;
    Timeline restarted(Tempo pulses, Meter meter) const;
};

} // namespace tutti
