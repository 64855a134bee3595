#include "app/main/SleepInhibitor.h"

#include <windows.h>

namespace tutti::main {

struct SleepInhibitor::System {
    bool isHeld = false;
};

SleepInhibitor::SleepInhibitor()
    : m_system(std::make_unique<System>())
{
}

SleepInhibitor::~SleepInhibitor()
{
    release();
}

// The wish belongs to the calling thread, which is why hold and release must come from the same one. It has no reason.
void SleepInhibitor::hold(const QString&)
{
    constexpr EXECUTION_STATE kAwake = ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED;
    m_system->isHeld = ::SetThreadExecutionState(kAwake) != 0;
}

void SleepInhibitor::release()
{
    if (m_system->isHeld) {
        ::SetThreadExecutionState(ES_CONTINUOUS);
        m_system->isHeld = false;
    }
}

bool SleepInhibitor::isHeld() const
{
    return m_system->isHeld;
}

} // namespace tutti::main
