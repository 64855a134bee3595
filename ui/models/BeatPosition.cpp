#include "ui/models/BeatPosition.h"

namespace tutti::ui {

std::optional<Pulse> pulseNow(const Timeline& timeline, ServerTime now)
{
    if (timeline.segments.empty() || timeline.meters.empty() || !timeline.playsAt(now)) {
        return std::nullopt;
    }
    const Ticks tick = timeline.tickAt(now);
    const MeterChange& change = timeline.meterAt(tick);
    const Ticks pulse = change.meter.pulse();
    return timeline.pulseAt(change.tick +
                            pulse * floorDiv((tick - change.tick).value, pulse.value));
}

std::optional<BeatPosition> beatPositionAt(const Timeline& timeline, ServerTime now)
{
    const std::optional<Pulse> pulse = pulseNow(timeline, now);
    if (!pulse) {
        return std::nullopt;
    }
    const Meter meter = timeline.meterAt(pulse->tick).meter;
    return BeatPosition{pulse->bar, pulse->inBar, meter.pulsesPerBar()};
}

} // namespace tutti::ui
