#pragma once

#include "tests/bench/jitterproxy/ProxyOptions.h"
#include "tests/bench/loadgen/Nanos.h"

#include <array>
#include <deque>
#include <random>

namespace tutti::bench {

enum class Direction { Up, Down };

/// When what arrives now may go on, for one connection. The draws depend on the seed and the connection's
/// number only, so that a run can be repeated.
class DelayModel {
public:
    DelayModel(const ProxyOptions& options, std::uint64_t connection, Nanos start);
    /// Never before an earlier answer for the same direction: TCP stays in order.
    Nanos release(Direction direction, Nanos arrived);

private:
    Nanos delay(Direction direction);
    Nanos afterStall(Nanos time);

    ProxyOptions m_options;
    std::array<std::mt19937_64, 2> m_random;
    std::mt19937_64 m_stallRandom;
    std::deque<std::pair<Nanos, Nanos>> m_stalls;
    Nanos m_horizon;
    std::array<Nanos, 2> m_last{0, 0};
};

} // namespace tutti::bench
