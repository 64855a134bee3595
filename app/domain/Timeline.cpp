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

Timeline Timeline::stopped(Tempo pulses, Meter meter, ServerTime now)
{
    Timeline line;
    line.segments = {{now, Ticks{}, meter.toQuarters(pulses)}};
    line.meters = {{0, Ticks{}, meter}};
    line.transport = {false, Ticks{}, now};
    return line;
}

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
    std::int64_t before = 0;
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
    Ticks tick = pulseTickFrom(tickAt(from));
    if (timeOf(tick) < from) {
        tick = pulseTickFrom(tick + Ticks{1});
    }
    const Pulse pulse = pulseAt(tick);
    if (!transport.playing && pulse.at >= transport.at) {
        return std::nullopt;
    }
    return pulse;
}

std::optional<Pulse> Timeline::pulseAfter(const Pulse& pulse) const
{
    return pulseFrom(pulse.at + nanoseconds{1});
}

Timeline Timeline::started(ServerTime at, int countInBars) const
{
    const Meter meter = meters.back().meter;
    Timeline line;
    const Ticks first = meter.bar() * -countInBars;
    line.segments = {{at, first, segments.back().tempo}};
    line.meters = {{0, Ticks{}, meter}};
    line.transport = {true, first, at};
    return line;
}

Timeline Timeline::stoppedAt(ServerTime at) const
{
    Timeline line = *this;
    line.transport = {false, tickAt(at), at};
    return line;
}

Timeline Timeline::withSegment(Ticks tick, Tempo quarters) const
{
    Timeline line = *this;
    std::erase_if(line.segments, [&](const TempoSegment& s) { return s.tick >= tick; });
    line.segments.push_back({timeOf(tick), tick, quarters});
    return line;
}

Timeline Timeline::restarted(Tempo pulses, Meter meter) const
{
    // Pulses before a stop that is still to come stay where they were announced.
    Timeline line = withSegment(transport.tick, meter.toQuarters(pulses));
    line.segments.back().at = transport.at;
    const std::int64_t bar = pulseAt(transport.tick).bar;
    std::erase_if(line.meters, [&](const MeterChange& m) { return m.tick >= transport.tick; });
    line.meters.push_back({bar, transport.tick, meter});
    return line;
}

Timeline Timeline::retimed(Tempo pulses, ServerTime earliest) const
{
    if (!transport.playing) {
        return restarted(pulses, meters.back().meter);
    }
    const ServerTime from = std::max(earliest, transport.at);
    Ticks tick = pulseTickFrom(tickAt(from));
    if (timeOf(tick) < from) {
        tick = pulseTickFrom(tick + Ticks{1});
    }
    Timeline line = withSegment(tick, meterAt(tick).meter.toQuarters(pulses));
    // A meter change still to come must keep the pulses' new speed, not its own old one.
    for (const MeterChange& change : meters) {
        if (change.tick > tick) {
            line = line.withSegment(change.tick, change.meter.toQuarters(pulses));
        }
    }
    return line;
}

void Timeline::dropSegmentsBefore(ServerTime time)
{
    const auto later = std::find_if(segments.begin() + 1, segments.end(),
                                    [&](const TempoSegment& s) { return s.at > time; });
    segments.erase(segments.begin(), later - 1);
}

Timeline Timeline::remetered(Meter meter, ServerTime earliest) const
{
    if (!transport.playing) {
        return restarted(meters.back().meter.toPulses(segments.back().tempo), meter);
    }
    const ServerTime from = std::max(earliest, transport.at);
    Ticks tick = std::max(barTickFrom(tickAt(from)), Ticks{});
    if (timeOf(tick) < from) {
        tick = barTickFrom(tick + Ticks{1});
    }
    const MeterChange& old = meterAt(tick);
    const std::int64_t bar = old.bar + floorDiv((tick - old.tick).value, old.meter.bar().value);
    const Tempo pulses = old.meter.toPulses(segmentAt(tick).tempo);
    Timeline line = withSegment(tick, meter.toQuarters(pulses));
    std::erase_if(line.meters, [&](const MeterChange& m) { return m.tick >= tick; });
    line.meters.push_back({bar, tick, meter});
    return line;
}

} // namespace tutti
