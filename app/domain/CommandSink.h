#pragma once

#include "app/domain/Command.h"
#include "app/domain/Origin.h"

namespace tutti {

/// The one door into a room: whatever wants something to happen submits a command here.
/// Thread: as the implementation says; the dashboard's sink queues to the classroom thread.
class CommandSink {
public:
    virtual ~CommandSink() = default;
    virtual void submit(const Command& command, const Origin& origin) = 0;
};

} // namespace tutti
