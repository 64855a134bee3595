#include "server/channel/TokenBucket.h"

#include <algorithm>

namespace tutti::channel {

TokenBucket::TokenBucket(double ratePerSecond, double burst)
    : m_rate(ratePerSecond)
    , m_burst(burst)
    , m_level(burst)
{
}

double TokenBucket::available(ServerTime now) const
{
    const double seconds = std::chrono::duration<double>(now - m_last).count();
    return std::min(m_burst, m_level + std::max(0.0, seconds) * m_rate);
}

bool TokenBucket::take(ServerTime now, double n)
{
    const double level = available(now);
    m_last = std::max(m_last, now);
    m_level = level;
    if (level < n) {
        return false;
    }
    m_level -= n;
    return true;
}

} // namespace tutti::channel
