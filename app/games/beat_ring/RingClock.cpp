#include "app/games/beat_ring/RingClock.h"

#include <algorithm>

namespace tutti::games {
namespace {

Ticks tickOf(const Timeline& line, std::int64_t pulse)
{
    const MeterChange* change = &line.meters.front();
    std::int64_t number = line.pulseAt(change->tick).number;
    for (const MeterChange& next : line.meters) {
        const std::int64_t begins = line.pulseAt(next.tick).number;
        if (begins <= pulse) {
            change = &next;
            number = begins;
        }
    }
    return change->tick + change->meter.pulse() * (pulse - number);
}

ServerTime timeOf(const Timeline& line, std::int64_t pulse)
{
    return line.timeOf(tickOf(line, pulse));
}

} // namespace

PulsePlace placeOf(const Timeline& line, std::int64_t pulse)
{
    const ServerTime at = timeOf(line, pulse);
    return {at, at - timeOf(line, pulse - 1), timeOf(line, pulse + 1) - at};
}

bool sounds(const Timeline& line, std::int64_t pulse)
{
    return line.transport.playing || timeOf(line, pulse) < line.transport.at;
}

std::int64_t lastPulseBefore(const Timeline& line, ServerTime time)
{
    Ticks tick = line.pulseTickFrom(line.tickAt(time));
    if (line.timeOf(tick) < time) {
        tick = line.pulseTickFrom(tick + Ticks{1});
    }
    return std::max<std::int64_t>(line.pulseAt(tick).number - 1, 0);
}

std::int64_t ringStartFrom(const Timeline& line, int beats, ServerTime time)
{
    if (!line.transport.playing) {
        return 1;
    }
    return ceilDiv(lastPulseBefore(line, time), beats) * beats + 1;
}

} // namespace tutti::games
