#include "tests/bench/jitterproxy/DelayModel.h"

#include <algorithm>
#include <cmath>

namespace tutti::bench {
namespace {

constexpr std::uint64_t kSeedStep = 1'000'003;

std::size_t indexOf(Direction direction)
{
    return direction == Direction::Up ? 0 : 1;
}

Nanos fromMillis(double millis)
{
    return static_cast<Nanos>(millis * static_cast<double>(kMilli));
}

} // namespace

DelayModel::DelayModel(const ProxyOptions& options, std::uint64_t connection, Nanos start)
    : m_options(options)
    , m_horizon(start)
{
    const std::uint64_t seed = options.seed * kSeedStep + connection * 4;
    m_random[0].seed(seed + 1);
    m_random[1].seed(seed + 2);
    m_stallRandom.seed(seed + 3);
}

Nanos DelayModel::delay(Direction direction)
{
    const bool up = direction == Direction::Up;
    const double mean = up ? m_options.jitterUp : m_options.jitterDown;
    const double base = up ? m_options.baseUp : m_options.baseDown;
    const double shape = m_options.shape;
    auto& random = m_random[indexOf(direction)];
    if (mean <= 0) {
        return fromMillis(base);
    }
    if (m_options.distribution == "lognormal") {
        return fromMillis(
            base + std::lognormal_distribution{std::log(mean) - shape * shape / 2, shape}(random));
    }
    return fromMillis(base + std::gamma_distribution{shape, mean / shape}(random));
}

Nanos DelayModel::afterStall(Nanos time)
{
    if (m_options.stallRate <= 0) {
        return time;
    }
    std::exponential_distribution until{m_options.stallRate};
    std::uniform_real_distribution length{m_options.stallMin, m_options.stallMax};
    while (m_horizon <= time) {
        const Nanos from = m_horizon + fromSeconds(until(m_stallRandom));
        m_horizon = from + fromMillis(length(m_stallRandom));
        m_stalls.emplace_back(from, m_horizon);
    }
    for (const auto& [from, to] : m_stalls) {
        time = time >= from && time < to ? to : time;
    }
    while (!m_stalls.empty() && m_stalls.front().second < time - kSecond) {
        m_stalls.pop_front();
    }
    return time;
}

Nanos DelayModel::release(Direction direction, Nanos arrived)
{
    Nanos& last = m_last[indexOf(direction)];
    last = std::max(last, afterStall(arrived + delay(direction)));
    return last;
}

} // namespace tutti::bench
