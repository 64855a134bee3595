#include "app/main/LowBattery.h"

#include <algorithm>
#include <array>

namespace tutti::main {
namespace {

constexpr std::array kSteps{5, 10, 15};
constexpr int kEnoughPercent = 20;

} // namespace

LowBattery::Change LowBattery::judge(const PowerState& state)
{
    const bool isKnown = state.onBattery && state.percent;
    const auto* step =
        isKnown ? std::lower_bound(kSteps.begin(), kSteps.end(), *state.percent) : kSteps.end();
    const bool isEnough = !state.onBattery || (state.percent && *state.percent > kEnoughPercent);
    if (step != kSteps.end() && *step < m_warned) {
        m_warned = *step;
        return Change::Low;
    }
    if (m_warned != kNone && isEnough) {
        m_warned = kNone;
        return Change::Recovered;
    }
    return Change::None;
}

} // namespace tutti::main
