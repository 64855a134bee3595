#include "ui/models/BeatPosition.h"

namespace tutti::ui {

std::optional<BeatPosition> beatPositionAt(const Timeline& timeline, ServerTime now)
{
    if (timeline.segments.empty() || timeline.meters.empty() || !timeline.playsAt(now)) {
        return std::nullopt;
    }
    const Ticks tick = timeline.tickAt(now);
    const MeterChange& change = timeline.meterAt(tick);
    const Ticks pulse = change.meter.pulse();
    const Ticks start = change.tick + pulse * floorDiv((tick - change.tick).value, pulse.value);
    const Pulse current = timeline.pulseAt(start);
    return BeatPosition{current.bar, current.inBar, change.meter.pulsesPerBar()};
}

} // namespace tutti::ui
