#pragma once

#include <compare>
#include <cstdint>

namespace tutti {

inline constexpr std::int64_t kTicksPerQuarter = 960;

/// A musical position or length. Units: ticks, 960 a quarter note; below 0 is the count-in.
struct Ticks {
    std::int64_t value = 0;

    friend constexpr auto operator<=>(Ticks, Ticks) = default;
    friend constexpr Ticks operator+(Ticks a, Ticks b) { return {a.value + b.value}; }
    friend constexpr Ticks operator-(Ticks a, Ticks b) { return {a.value - b.value}; }
    friend constexpr Ticks operator*(Ticks a, std::int64_t n) { return {a.value * n}; }
};

/// A speed. Units: thousandths of a beat a minute, so that equality is exact.
struct Tempo {
    std::int32_t milliBpm = 0;

    static Tempo fromBpm(double bpm);
    constexpr double bpm() const { return milliBpm / 1000.0; }
    friend constexpr auto operator<=>(Tempo, Tempo) = default;
};

/// What the wire accepts, in pulses a minute: slower is no beat any more, faster no child can follow.
inline constexpr Tempo kMinTempo{20'000};
inline constexpr Tempo kMaxTempo{300'000};

/// A time signature: 2/4, 3/4, 4/4 or 6/8. A pulse is what the foot taps: a quarter, in 6/8 a dotted quarter.
struct Meter {
    std::int32_t num = 4;
    std::int32_t den = 4;

    bool isSupported() const;
    bool isCompound() const { return den == 8; }
    std::int32_t pulsesPerBar() const { return isCompound() ? num / 3 : num; }
    Ticks pulse() const;
    Ticks bar() const { return pulse() * pulsesPerBar(); }
    /// The timeline stores quarters a minute; people and the wire count pulses a minute.
    Tempo toQuarters(Tempo pulses) const;
    Tempo toPulses(Tempo quarters) const;
    friend constexpr bool operator==(Meter, Meter) = default;
};

/// Division that rounds towards minus infinity, which bars before the downbeat need.
constexpr std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    const std::int64_t q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

constexpr std::int64_t ceilDiv(std::int64_t a, std::int64_t b)
{
    return -floorDiv(-a, b);
}

} // namespace tutti
