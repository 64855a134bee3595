#pragma once

#include "app/domain/ServerTime.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace tutti::net {

/// Makes guessing room codes slow: after five wrong codes from one address its next tries wait 2 s,
/// then twice as long each time, up to a minute. Ten quiet minutes, or a right code, forgive.
class JoinThrottle {
public:
    /// What to say in Retry-After, if this address has to wait (answer 429 slow_down).
    std::optional<std::chrono::seconds> retryAfter(const std::string& address,
                                                   ServerTime now) const;
    void countWrongCode(const std::string& address, ServerTime now);
    void forgive(const std::string& address) { m_entries.erase(address); }

private:
    struct Entry {
        int wrongCodes = 0;
        ServerTime last;
        ServerTime blockedUntil;
    };
    void makeRoom(ServerTime now);

    std::map<std::string, Entry> m_entries;
};

} // namespace tutti::net
