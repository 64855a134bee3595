#pragma once

#include "app/domain/Command.h"
#include "server/channel/TopicHandler.h"

#include <variant>
#include <vector>

namespace tutti::music {

/// Who a member of a music room is.
struct Sender {
    bool teacher = false;
    /// Seats of its token; empty for guests and teachers.
    std::vector<SeatId> seats;
};

/// Whether the member wants `beat` events; about the connection, not about the room.
struct WantsBeats {
    bool on = true;
};

using Mapped = std::variant<Command, WantsBeats>;

/// Turns a client event into a command, or says what is wrong with it (PROTOCOL.md section 5). Checks shape, permission
/// and whose seat it is; what the room allows at the moment is the room's business. Pure.
Result<Mapped> mapCommand(const channel::ClientEvent& event, const Sender& sender);

} // namespace tutti::music
