#pragma once

#include "app/domain/Ids.h"
#include "app/domain/Origin.h"
#include "app/domain/TokenBucket.h"

#include <unordered_map>
#include <vector>

namespace tutti::music {

/// How often a connection may come into the room or change its token there, and how often anybody may come in for one
/// seat: every time is an event or two for everyone. A value; time is handed in.
class JoinAllowance {
public:
    /// Takes one for the connection and one for each of the seats; false if one of them has none left.
    bool take(PeerId peer, const std::vector<SeatId>& seats, ServerTime now);

private:
    /// Outlive the membership they count, so that leaving does not refill them; a full one is as good as none.
    std::unordered_map<PeerId, TokenBucket> m_peers;
    std::unordered_map<SeatId, TokenBucket> m_seats;
};

} // namespace tutti::music
