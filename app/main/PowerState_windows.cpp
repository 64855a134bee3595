#include "app/main/PowerState.h"

#include <windows.h>

namespace tutti::main {

PowerState readPower()
{
    constexpr BYTE kOnBattery = 0;
    constexpr BYTE kNoBattery = 128;
    constexpr BYTE kUnknown = 255;
    SYSTEM_POWER_STATUS status{};
    if (!::GetSystemPowerStatus(&status)) {
        return {};
    }
    PowerState state{status.ACLineStatus == kOnBattery};
    const bool hasBattery = status.BatteryFlag == kUnknown || !(status.BatteryFlag & kNoBattery);
    if (hasBattery && status.BatteryLifePercent != kUnknown) {
        state.percent = status.BatteryLifePercent;
    }
    return state;
}

} // namespace tutti::main
