#pragma once

#include "app/domain/CommandSink.h"

#include <QObject>

namespace tutti::main {

class ClassroomWorld;

/// The dashboard's door into the room: hands commands over to the classroom thread.
/// Thread: submit() from the GUI thread; never waits.
class QueuedCommandSink final : public CommandSink {
public:
    explicit QueuedCommandSink(ClassroomWorld& world);
    void submit(const Command& command, const Origin& origin) override;

private:
    ClassroomWorld& m_world;
};

} // namespace tutti::main
