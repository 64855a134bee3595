#pragma once

#include <optional>

namespace tutti::main {

/// What this computer says about its power.
struct PowerState {
    /// It lives on its battery now.
    bool onBattery = false;
    /// Of all its batteries together, 0 to 100; absent without one, or if it does not tell.
    std::optional<int> percent = {};

    friend bool operator==(const PowerState&, const PowerState&) = default;
};

/// Asks the system. What it does not tell counts as mains.
/// Thread: any; may take a while where the answer comes from the battery itself.
PowerState readPower();

} // namespace tutti::main
