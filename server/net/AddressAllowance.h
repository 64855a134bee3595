#pragma once

#include "app/domain/TokenBucket.h"

#include <cstddef>
#include <map>
#include <string>

namespace tutti::net {

/// How often each address may ask at the door, so that one of them cannot use up what all have together. Remembers a
/// bounded number of addresses, those that asked most. A value; time is handed in.
class AddressAllowance {
public:
    static constexpr std::size_t kMaxAddresses = 1000;

    AddressAllowance(double perSecond, double burst);

    bool take(const std::string& address, ServerTime now);
    std::size_t remembered() const { return m_buckets.size(); }

private:
    void makeRoom(ServerTime now);

    TokenBucket m_fresh;
    std::map<std::string, TokenBucket> m_buckets;
};

} // namespace tutti::net
