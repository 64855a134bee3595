#include "server/music/JoinAllowance.h"

namespace tutti::music {
namespace {

struct Rate {
    double perSecond;
    double burst;
};

constexpr Rate kConnection{2.0, 6.0};
/// A tablet on bad Wi-Fi comes back dozens of times in a minute; hundreds are no tablet.
constexpr Rate kSeat{3.0, 100.0};

template <typename Id>
bool takeFrom(std::unordered_map<Id, TokenBucket>& buckets, Id id, Rate rate, ServerTime now)
{
    std::erase_if(buckets, [now](const auto& entry) { return entry.second.isFull(now); });
    return buckets.try_emplace(id, rate.perSecond, rate.burst).first->second.take(now);
}

} // namespace

bool JoinAllowance::take(PeerId peer, const std::vector<SeatId>& seats, ServerTime now)
{
    if (!takeFrom(m_peers, peer, kConnection, now)) {
        return false;
    }
    bool allowed = true;
    for (const SeatId seat : seats) {
        allowed = takeFrom(m_seats, seat, kSeat, now) && allowed;
    }
    return allowed;
}

} // namespace tutti::music
