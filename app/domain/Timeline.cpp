#include "app/domain/Timeline.h"

#include <algorithm>

namespace tutti {
namespace {

using std::chrono::nanoseconds;

/// 60 s in nanoseconds times the thousandths of Tempo: one minute's worth of (ns · milliBpm).
constexpr std::int64_t kMinute = 60'000'000'000'000;

__extension__ using Wide = __int128;

constexpr std::int64_t floorDivWide(Wide a, Wide b)
{
    const Wide q = a / b;
    return static_cast<std::int64_t>((a % b != 0 && a < 0) ? q - 1 : q);
}

nanoseconds durationOf(Ticks ticks, Tempo tempo)
{
    const Wide divisor = static_cast<Wide>(tempo.milliBpm) * kTicksPerQuarter;
    const Wide product = static_cast<Wide>(ticks.value) * kMinute;
    return nanoseconds{floorDivWide(product * 2 + divisor, divisor * 2)};
}

Ticks ticksIn(nanoseconds time, Tempo tempo)
{
    // The half nanosecond keeps timeOf and tickAt inverse to each other although timeOf rounds.
    const Wide product =
        (static_cast<Wide>(time.count()) * 2 + 1) * tempo.milliBpm * kTicksPerQuarter;
    return {floorDivWide(product, static_cast<Wide>(kMinute) * 2)};
}

} // namespace

const TempoSegment& Timeline::segmentAt(Ticks tick) const
{
    const auto later = std::find_if(segments.begin() + 1, segments.end(),
                                    [&](const TempoSegment& s) { return s.tick > tick; });
    return *(later - 1);
}

ServerTime Timeline::timeOf(Ticks tick) const
{
    const TempoSegment& segment = segmentAt(tick);
    return segment.at + durationOf(tick - segment.tick, segment.tempo);
}

Ticks Timeline::tickAt(ServerTime time) const
{
    const auto later = std::find_if(segments.begin() + 1, segments.end(),
                                    [&](const TempoSegment& s) { return s.at > time; });
    const TempoSegment& segment = *(later - 1);
    return segment.tick + ticksIn(time - segment.at, segment.tempo);
}

const MeterChange& Timeline::meterAt(Ticks tick) const
{
    const auto later = std::find_if(meters.begin() + 1, meters.end(),
                                    [&](const MeterChange& m) { return m.tick > tick; });
    return *(later - 1);
}

Tempo Timeline::pulseTempoAt(ServerTime time) const
{
    const Ticks tick = tickAt(time);
    return meterAt(tick).meter.toPulses(segmentAt(tick).tempo);
}

Tempo Timeline::lastPulseTempo() const
{
    return meters.back().meter.toPulses(segments.back().tempo);
}

bool Timeline::playsAt(ServerTime time) const
{
    // Before its transport takes effect a timeline says the opposite: a stop comes with its lead, and so does a start.
    return transport.playing ? time >= transport.at
                             : time < transport.at && time >= segments.front().at;
}

Ticks Timeline::pulseTickFrom(Ticks tick) const
{
    const MeterChange& change = meterAt(tick);
    const std::int64_t pulse = change.meter.pulse().value;
    // The next meter begins at a bar line of this one, so this grid never steps over it.
    return change.tick + Ticks{ceilDiv((tick - change.tick).value, pulse) * pulse};
}

Ticks Timeline::pulseTickFrom(ServerTime time) const
{
    const Ticks tick = pulseTickFrom(tickAt(time));
    return timeOf(tick) < time ? pulseTickFrom(tick + Ticks{1}) : tick;
}

Ticks Timeline::barTickFrom(ServerTime time) const
{
    const Ticks tick = barTickFrom(tickAt(time));
    return timeOf(tick) < time ? barTickFrom(tick + Ticks{1}) : tick;
}

Ticks Timeline::barTickFrom(Ticks tick) const
{
    const MeterChange& change = meterAt(tick);
    const std::int64_t bar = change.meter.bar().value;
    return change.tick + Ticks{ceilDiv((tick - change.tick).value, bar) * bar};
}

Pulse Timeline::pulseAt(Ticks tick) const
{
    const MeterChange& change = meterAt(tick);
    const std::int64_t perBar = change.meter.pulsesPerBar();
    const std::int64_t pulses = floorDiv((tick - change.tick).value, change.meter.pulse().value);
    // Pulse 1 begins bar 0; a count-in with a meter of its own begins in a bar below that.
    std::int64_t before = meters.front().bar * meters.front().meter.pulsesPerBar();
    for (std::size_t i = 0; i + 1 < meters.size() && meters[i + 1].tick <= change.tick; ++i) {
        before += (meters[i + 1].bar - meters[i].bar) * meters[i].meter.pulsesPerBar();
    }
    const std::int64_t bars = floorDiv(pulses, perBar);
    return {tick, timeOf(tick), before + pulses + 1, change.bar + bars + 1,
            static_cast<std::int32_t>(pulses - bars * perBar) + 1};
}

std::optional<Pulse> Timeline::pulseFrom(ServerTime time) const
{
    const ServerTime from = std::max(time, transport.playing ? transport.at : segments.front().at);
    const Pulse pulse = pulseAt(pulseTickFrom(from));
    if (!transport.playing && pulse.at >= transport.at) {
        return std::nullopt;
    }
    return pulse;
}

std::optional<Pulse> Timeline::pulseAfter(const Pulse& pulse) const
{
    return pulseFrom(pulse.at + nanoseconds{1});
}

} // namespace tutti
