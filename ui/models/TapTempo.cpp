#include "ui/models/TapTempo.h"

#include <algorithm>
#include <cmath>

namespace tutti::ui {
namespace {

constexpr std::chrono::seconds kPause{2};
constexpr std::size_t kMostTaps = 6;
/// A gap this far from the mean of the others is a new start, not the same beat.
constexpr double kTolerance = 0.35;

double meanGap(const std::vector<ServerTime>& taps)
{
    const std::chrono::duration<double> whole = taps.back() - taps.front();
    return whole.count() / static_cast<double>(taps.size() - 1);
}

} // namespace

std::optional<Tempo> TapTempo::tap(ServerTime at)
{
    if (!m_taps.empty() && (at - m_taps.back() > kPause || at <= m_taps.back())) {
        m_taps.clear();
    }
    if (m_taps.size() >= 2) {
        const double mean = meanGap(m_taps);
        const double gap = std::chrono::duration<double>(at - m_taps.back()).count();
        if (std::abs(gap - mean) > mean * kTolerance) {
            m_taps = {m_taps.back()};
        }
    }
    m_taps.push_back(at);
    if (m_taps.size() > kMostTaps) {
        m_taps.erase(m_taps.begin());
    }
    if (m_taps.size() < 2) {
        return std::nullopt;
    }
    const Tempo tempo = Tempo::fromBpm(std::round(60.0 / meanGap(m_taps)));
    return std::clamp(tempo, kMinTempo, kMaxTempo);
}

} // namespace tutti::ui
