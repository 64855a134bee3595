#pragma once

#include "app/domain/ServerTime.h"

namespace tutti {

/// An allowance that refills steadily: `burst` at once, then `perSecond`. Full at first. A value; time is handed in.
class TokenBucket {
public:
    TokenBucket(double perSecond, double burst);

    double available(ServerTime now) const;
    /// Nothing was taken lately: a new bucket would do as well.
    bool isFull(ServerTime now) const { return available(now) >= m_burst; }
    /// Takes `n` if that many are there; else takes none.
    bool take(ServerTime now, double n = 1.0);

private:
    double m_perSecond;
    double m_burst;
    double m_level;
    ServerTime m_last{};
};

} // namespace tutti
