#pragma once

#include "app/domain/Command.h"
#include "server/channel/TopicHandler.h"
#include "server/music/DeviceReport.h"

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

using Mapped = std::variant<Command, WantsBeats, DeviceReport>;

/// Turns a client event into a command, or says what is wrong with it (PROTOCOL.md section 5). Checks shape, permission
/// and whose seat it is; what the room allows at the moment is the room's business. Pure: `random` is the only chance.
Result<Mapped> mapCommand(const channel::ClientEvent& event, const Sender& sender,
                          std::uint64_t random = 0);

} // namespace tutti::music
