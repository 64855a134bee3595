#pragma once

#include "app/domain/Ids.h"
#include "app/domain/TokenBucket.h"

#include <vector>

namespace tutti::classroom {

/// One TokenBucket a seat, for one kind of event. Part of the room's evolving state: allows() only looks, count() takes,
/// so that deciding stays free of effects. Unknown seats have none and are allowed nothing.
class SeatAllowance {
public:
    SeatAllowance(double perSecond, double burst);

    bool allows(SeatId seat, ServerTime now) const;
    void count(SeatId seat, ServerTime now);

private:
    std::vector<TokenBucket> m_buckets;
};

} // namespace tutti::classroom
