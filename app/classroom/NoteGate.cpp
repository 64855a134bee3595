#include "app/classroom/NoteGate.h"

#include <algorithm>

namespace tutti::classroom {

NoteGate::NoteGate(NoteLimits limits)
    : m_limits(limits)
    , m_buckets(static_cast<std::size_t>(kMaxSeats) + 1)
{
}

double NoteGate::tokensAt(SeatId seat, ServerTime at) const
{
    const Bucket& bucket = m_buckets[static_cast<std::size_t>(seat.value)];
    if (!bucket.used) {
        return m_limits.burst;
    }
    const std::chrono::duration<double> passed = at - bucket.at;
    return std::min(m_limits.burst, bucket.tokens + passed.count() * m_limits.perSecond);
}

bool NoteGate::mayPlay(SeatId seat, ServerTime at) const
{
    return tokensAt(seat, at) >= 1.0;
}

void NoteGate::played(SeatId seat, ServerTime at)
{
    m_buckets[static_cast<std::size_t>(seat.value)] = {tokensAt(seat, at) - 1.0, at, true};
}

} // namespace tutti::classroom
