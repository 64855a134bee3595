#include "app/domain/MusicalTime.h"

#include <cmath>

namespace tutti {

Tempo Tempo::fromBpm(double bpm)
{
    return {static_cast<std::int32_t>(std::lround(bpm * 1000.0))};
}

bool Meter::isSupported() const
{
    return (den == 4 && (num == 2 || num == 3 || num == 4)) || (den == 8 && num == 6);
}

Ticks Meter::pulse() const
{
    return {isCompound() ? kTicksPerQuarter * 3 / 2 : kTicksPerQuarter};
}

Tempo Meter::toQuarters(Tempo pulses) const
{
    return isCompound() ? Tempo{static_cast<std::int32_t>(std::lround(pulses.milliBpm * 1.5))}
                        : pulses;
}

Tempo Meter::toPulses(Tempo quarters) const
{
    return isCompound() ? Tempo{static_cast<std::int32_t>(std::lround(quarters.milliBpm / 1.5))}
                        : quarters;
}

} // namespace tutti
