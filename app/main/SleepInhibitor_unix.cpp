#include "app/main/DBusInhibitor.h"
#include "app/main/SleepInhibitor.h"

namespace tutti::main {

struct SleepInhibitor::System {
    DBusInhibitor inhibitor{Buses::ofThisSession()};
};

SleepInhibitor::SleepInhibitor()
    : m_system(std::make_unique<System>())
{
}

SleepInhibitor::~SleepInhibitor() = default;

void SleepInhibitor::hold(const QString& reason)
{
    m_system->inhibitor.hold(reason);
}

void SleepInhibitor::release()
{
    m_system->inhibitor.release();
}

bool SleepInhibitor::isHeld() const
{
    return m_system->inhibitor.isHeld();
}

} // namespace tutti::main
