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

/// From bar number `bar` (0 = the first after the count-in), which begins at `tick`, this meter holds. The first meter
/// of a timeline also holds for the count-in before it; where the count-in has a meter of its own, `bar` is below 0.
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
/// A tempo begins at a whole tick, at the time the tempo before it gives, so that the beat never jumps.
/// Times are exact to a nanosecond, positions to a tick; nothing accumulates.
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
    /// Pulses a minute once every change that is still to come has come.
    Tempo lastPulseTempo() const;
    /// Whether the music runs at `time`, count-in included.
    bool playsAt(ServerTime time) const;

    /// First pulse at or after `time` that really sounds; none while stopped.
    std::optional<Pulse> pulseFrom(ServerTime time) const;
    std::optional<Pulse> pulseAfter(const Pulse& pulse) const;
    Ticks pulseTickFrom(Ticks tick) const;
    Ticks barTickFrom(Ticks tick) const;
    Pulse pulseAt(Ticks tick) const;

    /// Plays from the first downbeat, after `countInBars` bars of clicks that begin at `at`. What played before is
    /// forgotten, so a stop must be over.
    Timeline started(ServerTime at, int countInBars) const;
    Timeline stoppedAt(ServerTime at) const;
    /// The new tempo holds from the first pulse not before `earliest`; phase is kept. Stopped: at once.
    Timeline retimed(Tempo pulses, ServerTime earliest) const;
    /// When a tempo set by retimed() begins to hold; stopped, where it stopped or will stop.
    ServerTime tempoTimeFrom(ServerTime earliest) const;
    /// The new meter holds from the first bar line not before `earliest` and after the count-in; pulses keep their
    /// speed, and so do tempos still to come. Stopped: at once.
    Timeline remetered(Meter meter, ServerTime earliest) const;

    /// Forgets tempos that ended before `time`; clients need only what holds and what comes.
    void dropSegmentsBefore(ServerTime time);

    friend bool operator==(const Timeline&, const Timeline&) = default;

private:
    const TempoSegment& segmentAt(Ticks tick) const;
    Ticks pulseTickFrom(ServerTime time) const;
    Ticks barTickFrom(ServerTime time) const;
    Timeline withSegment(Ticks tick, Tempo quarters) const;
    Timeline withMeter(Ticks tick, std::int64_t bar, Meter meter) const;
    Timeline restarted(Tempo pulses, Meter meter) const;
};

} // namespace tutti
