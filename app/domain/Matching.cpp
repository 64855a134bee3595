#include "app/domain/Matching.h"

#include <algorithm>
#include <tuple>

namespace tutti {
namespace {

std::vector<TapMatch> candidates(std::span<const Onset> onsets, std::span<const ServerTime> taps)
{
    std::vector<TapMatch> found;
    for (std::size_t i = 0; i < onsets.size(); ++i) {
        const Onset& onset = onsets[i];
        const auto first = std::upper_bound(taps.begin(), taps.end(), onset.at - onset.window);
        for (auto tap = first; tap != taps.end() && *tap < onset.at + onset.window; ++tap) {
            found.push_back({i, static_cast<std::size_t>(tap - taps.begin()), *tap - onset.at});
        }
    }
    std::sort(found.begin(), found.end(), [](const TapMatch& a, const TapMatch& b) {
        return std::tuple{std::chrono::abs(a.asynchrony), a.onset, a.tap} <
               std::tuple{std::chrono::abs(b.asynchrony), b.onset, b.tap};
    });
    return found;
}

} // namespace

std::vector<TapMatch> matchTaps(std::span<const Onset> onsets, std::span<const ServerTime> taps)
{
    std::vector<bool> onsetTaken(onsets.size());
    std::vector<bool> tapTaken(taps.size());
    std::vector<TapMatch> matches;
    for (const TapMatch& pair : candidates(onsets, taps)) {
        if (!onsetTaken[pair.onset] && !tapTaken[pair.tap]) {
            onsetTaken[pair.onset] = true;
            tapTaken[pair.tap] = true;
            matches.push_back(pair);
        }
    }
    std::sort(matches.begin(), matches.end(),
              [](const TapMatch& a, const TapMatch& b) { return a.onset < b.onset; });
    return matches;
}

std::chrono::nanoseconds windowWithin(std::chrono::nanoseconds close,
                                      std::chrono::nanoseconds interval)
{
    return std::min(close, interval * 9 / 20);
}

} // namespace tutti
