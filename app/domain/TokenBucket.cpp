#include "app/domain/TokenBucket.h"

#include <algorithm>

namespace tutti {

TokenBucket::TokenBucket(double perSecond, double burst)
    : m_perSecond(perSecond)
    , m_burst(burst)
    , m_level(burst)
{
}

double TokenBucket::available(ServerTime now) const
{
    const double seconds = std::chrono::duration<double>(now - m_last).count();
    return std::min(m_burst, m_level + std::max(0.0, seconds) * m_perSecond);
}

bool TokenBucket::take(ServerTime now, double n)
{
    m_level = available(now);
    m_last = std::max(m_last, now);
    if (m_level < n) {
        return false;
    }
    m_level -= n;
    return true;
}

} // namespace tutti
