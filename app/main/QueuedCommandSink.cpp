#include "app/main/QueuedCommandSink.h"

#include "app/main/ClassroomWorld.h"

namespace tutti::main {

QueuedCommandSink::QueuedCommandSink(ClassroomWorld& world)
    : m_world(world)
{
}

void QueuedCommandSink::submit(const Command& command, const Origin& origin)
{
    QMetaObject::invokeMethod(
        &m_world, [this, command, origin] { m_world.submit(command, origin); },
        Qt::QueuedConnection);
}

} // namespace tutti::main
