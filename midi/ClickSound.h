#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tutti::midi {

/// Which click a pulse gets.
enum class ClickKind : std::uint8_t { Accent, Normal, CountIn };

/// Tutti's own clicks, rendered once at one rate: a struck bar, a decaying tone with one overtone
/// of its own. Mono, −1 to 1. Pure.
class ClickSound {
public:
    explicit ClickSound(int framesPerSecond);

    std::span<const float> wave(ClickKind kind) const;

private:
    std::array<std::vector<float>, 3> m_waves;
};

} // namespace tutti::midi
