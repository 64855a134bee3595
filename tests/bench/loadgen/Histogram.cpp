#include "tests/bench/loadgen/Histogram.h"

#include "tests/bench/loadgen/JsonWriter.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tutti::bench {
namespace {

/// Each power of two is cut into 128 equal buckets; values below 128 have one of their own.
constexpr unsigned kStepBits = 7;
constexpr std::uint64_t kSteps = 1u << kStepBits;

std::size_t bucketOf(std::uint64_t value)
{
    if (value < kSteps) {
        return value;
    }
    const unsigned shift = static_cast<unsigned>(std::bit_width(value)) - 1 - kStepBits;
    return ((shift + 1) << kStepBits) + ((value >> shift) & (kSteps - 1));
}

double middleOf(std::size_t bucket)
{
    if (bucket < kSteps) {
        return static_cast<double>(bucket);
    }
    const auto shift = static_cast<int>(bucket >> kStepBits) - 1;
    const auto step = static_cast<double>(kSteps + (bucket & (kSteps - 1)));
    return std::ldexp(step + 0.5, shift);
}

} // namespace

Histogram::Histogram()
    : m_buckets(58u << kStepBits, 0)
{
}

void Histogram::add(Nanos value)
{
    value = std::max<Nanos>(value, 0);
    ++m_buckets[bucketOf(static_cast<std::uint64_t>(value))];
    ++m_count;
    m_sum += static_cast<long double>(value);
    m_highest = std::max(m_highest, value);
}

double Histogram::percentile(double percent) const
{
    const auto wanted = static_cast<std::uint64_t>(
        std::max(1.0, std::ceil(percent / 100.0 * static_cast<double>(m_count))));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < m_buckets.size() && m_count > 0; ++i) {
        seen += m_buckets[i];
        if (seen >= wanted) {
            return std::min(middleOf(i), static_cast<double>(m_highest));
        }
    }
    return static_cast<double>(m_highest);
}

std::string Histogram::json() const
{
    const double count = std::max(1.0, static_cast<double>(m_count));
    JsonWriter json;
    json.number("count", static_cast<double>(m_count), 0)
        .number("mean", static_cast<double>(m_sum) / count / kMilli, 4);
    for (const auto& [name, percent] :
         {std::pair{"p50", 50.0}, {"p95", 95.0}, {"p99", 99.0}, {"p99_9", 99.9}}) {
        json.number(name, percentile(percent) / kMilli, 4);
    }
    return json.number("max", static_cast<double>(m_highest) / kMilli, 4).done();
}

} // namespace tutti::bench
