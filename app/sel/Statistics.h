#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace tutti::sel {

/// Of no numbers, none of these has a value; a deviation needs two.
std::optional<double> meanOf(const std::vector<double>& values);
/// Sample standard deviation (n − 1).
std::optional<double> deviationOf(const std::vector<double>& values);
std::optional<double> medianOf(std::vector<double> values);
/// Median distance from the median, times 1.4826: the deviation, as if outliers were not there.
std::optional<double> robustDeviationOf(const std::vector<double>& values);
/// Length of the mean of unit vectors, 0 to 1. Units: phases as parts of a whole turn.
std::optional<double> phaseOrderOf(const std::vector<double>& turns);

/// From `low` to `high`, both 0 to 1.
struct RateRange {
    double low = 0.0;
    double high = 1.0;
};

/// Where a rate of `part` of `whole` may really lie: Wilson's 95 % interval. Empty for 0 of 0.
std::optional<RateRange> wilsonRange(int part, int whole);

} // namespace tutti::sel
