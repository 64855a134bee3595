#pragma once

#include "server/music/CommandMapper.h"
#include "server/music/EventAllowance.h"

#include <QString>

#include <optional>
#include <unordered_map>
#include <vector>

namespace tutti::music {

/// One member of the music room.
struct Attendee {
    Sender sender;
    QString presenceKey;
    bool wantsBeats = true;
    EventAllowance allowance = {};
    /// Came in, or changed its token, and has not been told the state since.
    bool arriving = true;
};

/// Who is in the music room, connection by connection, and for which seats each of them speaks.
/// A tablet that two children share is one connection with two seats. A value.
class Attendees {
public:
    void enter(PeerId peer, Attendee attendee);
    /// What the member was, if it was one.
    std::optional<Attendee> leave(PeerId peer);
    /// Null for a stranger; good until somebody enters or leaves.
    Attendee* find(PeerId peer);
    const Attendee* find(PeerId peer) const;

    bool speaksFor(PeerId peer, SeatId seat) const;
    std::vector<PeerId> speakingFor(SeatId seat) const;
    /// From now on nobody speaks for the seat. Returns those who did, some of them without any seat now.
    std::vector<PeerId> withdraw(SeatId seat);
    std::vector<PeerId> all() const;

private:
    std::unordered_map<PeerId, Attendee> m_attendees;
};

} // namespace tutti::music
