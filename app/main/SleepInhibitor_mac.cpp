#include "app/main/SleepInhibitor.h"

#include <IOKit/pwr_mgt/IOPMLib.h>

namespace tutti::main {

struct SleepInhibitor::System {
    IOPMAssertionID assertion = kIOPMNullAssertionID;
};

SleepInhibitor::SleepInhibitor()
    : m_system(std::make_unique<System>())
{
}

SleepInhibitor::~SleepInhibitor()
{
    release();
}

void SleepInhibitor::hold(const QString& reason)
{
    if (isHeld()) {
        return;
    }
    const CFStringRef text = reason.toCFString();
    // A display that stays on keeps the computer awake too.
    const IOReturn answer =
        ::IOPMAssertionCreateWithName(kIOPMAssertionTypePreventUserIdleDisplaySleep,
                                      kIOPMAssertionLevelOn, text, &m_system->assertion);
    ::CFRelease(text);
    if (answer != kIOReturnSuccess) {
        m_system->assertion = kIOPMNullAssertionID;
    }
}

void SleepInhibitor::release()
{
    if (isHeld()) {
        ::IOPMAssertionRelease(m_system->assertion);
        m_system->assertion = kIOPMNullAssertionID;
    }
}

bool SleepInhibitor::isHeld() const
{
    return m_system->assertion != kIOPMNullAssertionID;
}

} // namespace tutti::main
