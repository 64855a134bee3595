#include "app/classroom/SeatAllowance.h"

namespace tutti::classroom {
namespace {

bool isKnown(SeatId seat)
{
    return seat.value >= 1 && seat.value <= kMaxSeats;
}

std::size_t indexOf(SeatId seat)
{
    return static_cast<std::size_t>(seat.value - 1);
}

} // namespace

SeatAllowance::SeatAllowance(double perSecond, double burst)
    : m_buckets(static_cast<std::size_t>(kMaxSeats), TokenBucket{perSecond, burst})
{
}

bool SeatAllowance::allows(SeatId seat, ServerTime now) const
{
    return isKnown(seat) && m_buckets[indexOf(seat)].available(now) >= 1.0;
}

void SeatAllowance::count(SeatId seat, ServerTime now)
{
    if (isKnown(seat)) {
        m_buckets[indexOf(seat)].take(now);
    }
}

} // namespace tutti::classroom
