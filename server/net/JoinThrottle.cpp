#include "server/net/JoinThrottle.h"

#include <algorithm>

namespace tutti::net {
namespace {

using namespace std::chrono_literals;

constexpr int kFreeTries = 5;
constexpr std::chrono::seconds kFirstWait = 2s;
constexpr std::chrono::seconds kLongestWait = 60s;
constexpr int kDoublings = 5;
constexpr std::chrono::minutes kMemory = 10min;
constexpr std::size_t kMaxAddresses = 1000;

std::chrono::seconds waitAfter(int wrongCodes)
{
    if (wrongCodes < kFreeTries) {
        return 0s;
    }
    const int doublings = std::min(wrongCodes - kFreeTries, kDoublings);
    return std::min(kFirstWait * (1 << doublings), kLongestWait);
}

} // namespace

std::optional<std::chrono::seconds> JoinThrottle::retryAfter(const std::string& address,
                                                             ServerTime now) const
{
    const auto found = m_entries.find(address);
    if (found == m_entries.end() || found->second.blockedUntil <= now) {
        return std::nullopt;
    }
    return std::chrono::ceil<std::chrono::seconds>(found->second.blockedUntil - now);
}

void JoinThrottle::countWrongCode(const std::string& address, ServerTime now)
{
    if (!m_entries.contains(address)) {
        makeRoom(now);
    }
    Entry& entry = m_entries[address];
    if (now - entry.last > kMemory) {
        entry.wrongCodes = 0;
    }
    ++entry.wrongCodes;
    entry.last = now;
    entry.blockedUntil = now + waitAfter(entry.wrongCodes);
}

void JoinThrottle::makeRoom(ServerTime now)
{
    std::erase_if(m_entries,
                  [now](const auto& entry) { return now - entry.second.last > kMemory; });
    if (m_entries.size() >= kMaxAddresses) {
        m_entries.erase(
            std::min_element(m_entries.begin(), m_entries.end(), [](const auto& a, const auto& b) {
                return a.second.last < b.second.last;
            }));
    }
}

} // namespace tutti::net
