#pragma once

#include "app/main/PowerState.h"

namespace tutti::main {

/// When to warn that the battery runs out: once at 15 % or less, at 10 % and at 5 %, and again only after it was charging
/// or above 20 %, so that a battery at the edge does not warn twice.
class LowBattery final {
public:
    enum class Change { None, Low, Recovered };

    /// What this reading changes. A battery that does not tell its charge changes nothing while it is in use.
    Change judge(const PowerState& state);

private:
    static constexpr int kNone = 100;

    /// The step warned of last; above all of them, none.
    int m_warned = kNone;
};

} // namespace tutti::main
