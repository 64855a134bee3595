#include "ui/models/BeatPosition.h"

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr std::chrono::milliseconds kDecay{120};

} // namespace

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
    const std::chrono::duration<double> age = now - current.at;
    const std::chrono::duration<double> decay = kDecay;
    return BeatPosition{current.bar, current.inBar, change.meter.pulsesPerBar(),
                        std::clamp(1.0 - age / decay, 0.0, 1.0)};
}

} // namespace tutti::ui
