#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tutti::midi {

/// A sample with `value` (−1 to 1) added; too loud is cut off, never wrapped around. Pure.
inline std::int16_t added(std::int16_t sample, float value)
{
    const float sum = static_cast<float>(sample) + value * 32767.0F;
    return static_cast<std::int16_t>(std::lround(std::clamp(sum, -32768.0F, 32767.0F)));
}

} // namespace tutti::midi
