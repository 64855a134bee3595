#include "app/sel/Statistics.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>

namespace tutti::sel {

std::optional<double> meanOf(const std::vector<double>& values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> deviationOf(const std::vector<double>& values)
{
    if (values.size() < 2) {
        return std::nullopt;
    }
    const double mean = *meanOf(values);
    double sum = 0.0;
    for (const double value : values) {
        sum += (value - mean) * (value - mean);
    }
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

std::optional<double> medianOf(std::vector<double> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

std::optional<double> robustDeviationOf(const std::vector<double>& values)
{
    constexpr double kToDeviation = 1.4826;
    const auto median = medianOf(values);
    if (!median) {
        return std::nullopt;
    }
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const double value : values) {
        distances.push_back(std::abs(value - *median));
    }
    return *medianOf(std::move(distances)) * kToDeviation;
}

std::optional<double> phaseOrderOf(const std::vector<double>& turns)
{
    if (turns.empty()) {
        return std::nullopt;
    }
    std::complex<double> sum;
    for (const double turn : turns) {
        sum += std::polar(1.0, 2.0 * std::numbers::pi * turn);
    }
    return std::abs(sum) / static_cast<double>(turns.size());
}

std::optional<RateRange> wilsonRange(int part, int whole)
{
    if (whole <= 0) {
        return std::nullopt;
    }
    constexpr double kZ = 1.96;
    const double n = whole;
    const double p = part / n;
    const double scale = 1.0 + kZ * kZ / n;
    const double centre = (p + kZ * kZ / (2.0 * n)) / scale;
    const double half = kZ * std::sqrt(p * (1.0 - p) / n + kZ * kZ / (4.0 * n * n)) / scale;
    return RateRange{std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

} // namespace tutti::sel
