#pragma once

#include "app/domain/ServerTime.h"

namespace tutti::channel {

/// Allowance that refills steadily: `burst` at once, then `ratePerSecond`.
class TokenBucket {
public:
    TokenBucket(double ratePerSecond, double burst);

    /// Takes `n` if that many are there; else takes none.
    bool take(ServerTime now, double n = 1);
    double available(ServerTime now) const;

private:
    double m_rate;
    double m_burst;
    double m_level;
    ServerTime m_last{};
};

} // namespace tutti::channel
