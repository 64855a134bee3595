#include "server/net/AddressAllowance.h"

#include <algorithm>

namespace tutti::net {

AddressAllowance::AddressAllowance(double perSecond, double burst)
    : m_fresh(perSecond, burst)
{
}

bool AddressAllowance::take(const std::string& address, ServerTime now)
{
    auto found = m_buckets.find(address);
    if (found == m_buckets.end()) {
        makeRoom(now);
        found = m_buckets.emplace(address, m_fresh).first;
    }
    return found->second.take(now);
}

void AddressAllowance::makeRoom(ServerTime now)
{
    if (m_buckets.size() < kMaxAddresses) {
        return;
    }
    std::erase_if(m_buckets, [now](const auto& entry) { return entry.second.isFull(now); });
    if (m_buckets.size() >= kMaxAddresses) {
        // Who asked least loses least by beginning afresh.
        m_buckets.erase(std::max_element(
            m_buckets.begin(), m_buckets.end(), [now](const auto& a, const auto& b) {
                return a.second.available(now) < b.second.available(now);
            }));
    }
}

} // namespace tutti::net
