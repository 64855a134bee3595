#include "app/main/PowerState.h"
#include "app/main/SysfsPower.h"

namespace tutti::main {

PowerState readPower()
{
    return readPowerIn(QStringLiteral("/sys/class/power_supply"));
}

} // namespace tutti::main
