#include "app/main/PowerState.h"

#include <CoreFoundation/CoreFoundation.h>
#include <IOKit/ps/IOPSKeys.h>
#include <IOKit/ps/IOPowerSources.h>

namespace tutti::main {
namespace {

int numberOf(CFDictionaryRef source, CFStringRef key)
{
    int number = 0;
    const auto* value = static_cast<CFNumberRef>(::CFDictionaryGetValue(source, key));
    return value && ::CFNumberGetValue(value, kCFNumberIntType, &number) ? number : 0;
}

bool isInternal(CFDictionaryRef source)
{
    const auto* type =
        static_cast<CFStringRef>(::CFDictionaryGetValue(source, CFSTR(kIOPSTypeKey)));
    return type && ::CFEqual(type, CFSTR(kIOPSInternalBatteryType));
}

} // namespace

PowerState readPower()
{
    PowerState state;
    const CFTypeRef snapshot = ::IOPSCopyPowerSourcesInfo();
    if (!snapshot) {
        return state;
    }
    const CFStringRef providing = ::IOPSGetProvidingPowerSourceType(snapshot);
    state.onBattery = providing && ::CFEqual(providing, CFSTR(kIOPMBatteryPowerKey));
    const CFArrayRef sources = ::IOPSCopyPowerSourcesList(snapshot);
    const CFIndex count = sources ? ::CFArrayGetCount(sources) : 0;
    for (CFIndex i = 0; i < count; ++i) {
        const CFDictionaryRef source =
            ::IOPSGetPowerSourceDescription(snapshot, ::CFArrayGetValueAtIndex(sources, i));
        const int full = source ? numberOf(source, CFSTR(kIOPSMaxCapacityKey)) : 0;
        if (full > 0 && isInternal(source)) {
            state.percent = numberOf(source, CFSTR(kIOPSCurrentCapacityKey)) * 100 / full;
        }
    }
    if (sources) {
        ::CFRelease(sources);
    }
    ::CFRelease(snapshot);
    return state;
}

} // namespace tutti::main
