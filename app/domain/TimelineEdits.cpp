// The part of Timeline that makes the next timeline out of this one.
#include "app/domain/Timeline.h"

#include <algorithm>

namespace tutti {

Timeline Timeline::stopped(Tempo pulses, Meter meter, ServerTime now)
{
    Timeline line;
    line.segments = {{now, Ticks{}, meter.toQuarters(pulses)}};
    line.meters = {{0, Ticks{}, meter}};
    line.transport = {false, Ticks{}, now};
    return line;
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
    // Rounded up, so that a pulse that sounds within the last tick before the stop is before it in ticks as well.
    const Ticks tick = tickAt(at);
    Timeline line = *this;
    line.transport = {false, timeOf(tick) < at ? tick + Ticks{1} : tick, at};
    return line;
}

Timeline Timeline::withSegment(Ticks tick, Tempo quarters) const
{
    Timeline line = *this;
    std::erase_if(line.segments, [&](const TempoSegment& s) { return s.tick >= tick; });
    line.segments.push_back({timeOf(tick), tick, quarters});
    return line;
}

Timeline Timeline::withMeter(Ticks tick, std::int64_t bar, Meter meter) const
{
    Timeline line = *this;
    std::erase_if(line.meters, [&](const MeterChange& m) { return m.tick >= tick; });
    const MeterChange& first = meters.front();
    if (line.meters.empty() && segments.front().tick < tick) {
        // The first meter holds backwards too. Now that another takes its place, the count-in needs it written down.
        const std::int64_t length = first.meter.bar().value;
        const std::int64_t bars = ceilDiv((first.tick - segments.front().tick).value, length);
        line.meters.push_back({first.bar - bars, first.tick - Ticks{length * bars}, first.meter});
    }
    line.meters.push_back({bar, tick, meter});
    return line;
}

Timeline Timeline::restarted(Tempo pulses, Meter meter) const
{
    // Pulses before a stop that is still to come stay where they were announced.
    const Ticks tick = transport.tick;
    Timeline line = withSegment(tick, meter.toQuarters(pulses));
    line.segments.back().at = transport.at;
    const bool nothingBefore = line.segments.size() == 1 && meters.front().tick >= tick;
    const std::int64_t begun = pulseAt(tick).bar - (barTickFrom(tick) == tick ? 1 : 0);
    return line.withMeter(tick, nothingBefore ? 0 : begun, meter);
}

ServerTime Timeline::tempoTimeFrom(ServerTime earliest) const
{
    return transport.playing ? timeOf(pulseTickFrom(std::max(earliest, transport.at)))
                             : transport.at;
}

Timeline Timeline::retimed(Tempo pulses, ServerTime earliest) const
{
    if (!transport.playing) {
        return restarted(pulses, meters.back().meter);
    }
    const Ticks tick = pulseTickFrom(std::max(earliest, transport.at));
    Timeline line = withSegment(tick, meterAt(tick).meter.toQuarters(pulses));
    // A meter change still to come must keep the pulses' new speed, not its own old one.
    for (const MeterChange& change : meters) {
        if (change.tick > tick) {
            line = line.withSegment(change.tick, change.meter.toQuarters(pulses));
        }
    }
    return line;
}

Timeline Timeline::remetered(Meter meter, ServerTime earliest) const
{
    if (!transport.playing) {
        return restarted(lastPulseTempo(), meter);
    }
    const Ticks tick = std::max(barTickFrom(std::max(earliest, transport.at)), Ticks{});
    const MeterChange& old = meterAt(tick);
    const std::int64_t bar = old.bar + floorDiv((tick - old.tick).value, old.meter.bar().value);
    const Tempo pulses = old.meter.toPulses(segmentAt(tick).tempo);
    Timeline line = withSegment(tick, meter.toQuarters(pulses)).withMeter(tick, bar, meter);
    // A tempo still to come keeps its pulse, which has another tick in the new meter.
    for (const TempoSegment& later : segments) {
        const Tempo tempo = meter.toQuarters(meterAt(later.tick).meter.toPulses(later.tempo));
        if (later.tick > tick && tempo != line.segments.back().tempo) {
            const std::int64_t between = pulseAt(later.tick).number - pulseAt(tick).number;
            line = line.withSegment(tick + meter.pulse() * between, tempo);
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

} // namespace tutti
