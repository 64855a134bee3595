#include "app/sel/Togetherness.h"

#include "app/sel/Statistics.h"

#include <algorithm>
#include <cmath>

namespace tutti::sel {
namespace {

constexpr std::size_t kLeastSeats = 3;
/// The order that so many random phases have is about this, divided by the root of their number.
constexpr double kChance = 0.886;

std::vector<double> millisOf(const std::vector<Duration>& times)
{
    std::vector<double> values;
    values.reserve(times.size());
    for (const Duration time : times) {
        values.push_back(std::chrono::duration<double, std::milli>(time).count());
    }
    return values;
}

} // namespace

std::optional<double> groupSpread(const std::vector<GroupBeat>& beats)
{
    std::vector<double> spreads;
    for (const GroupBeat& beat : beats) {
        if (beat.matched.size() >= kLeastSeats) {
            spreads.push_back(*deviationOf(millisOf(beat.matched)));
        }
    }
    return medianOf(std::move(spreads));
}

std::optional<Togetherness> togethernessOf(const std::vector<GroupBeat>& beats)
{
    std::vector<double> orders;
    std::vector<double> chances;
    for (const GroupBeat& beat : beats) {
        if (beat.nearest.size() < kLeastSeats || beat.interval <= Duration{0}) {
            continue;
        }
        std::vector<double> turns;
        for (const Duration time : beat.nearest) {
            turns.push_back(static_cast<double>(time.count()) /
                            static_cast<double>(beat.interval.count()));
        }
        orders.push_back(*phaseOrderOf(turns));
        chances.push_back(kChance / std::sqrt(static_cast<double>(turns.size())));
    }
    const auto order = meanOf(orders);
    if (!order) {
        return std::nullopt;
    }
    const double chance = *meanOf(chances);
    const double adjusted = std::clamp((*order - chance) / (1.0 - chance), 0.0, 1.0);
    return Togetherness{*order, adjusted, orders.size()};
}

} // namespace tutti::sel
