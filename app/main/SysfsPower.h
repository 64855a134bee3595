#pragma once

#include "app/main/PowerState.h"

#include <QString>

namespace tutti::main {

/// The power supplies Linux lists in a folder, each a folder of one-line files. Batteries of mice and the like are left
/// out. A folder that is not there is a computer without a battery.
/// Thread: any; some batteries answer only after a tenth of a second.
PowerState readPowerIn(const QString& folder);

} // namespace tutti::main
