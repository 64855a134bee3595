#include "app/domain/Mood.h"

#include <algorithm>

namespace tutti {
namespace {

/// In the order of kMoods.
constexpr std::array<std::string_view, kMoods.size()> kNames{"excited", "happy", "calm",
                                                             "worried", "sad",   "mad"};

} // namespace

std::string_view nameOf(Mood mood)
{
    return kNames[static_cast<std::size_t>(mood)];
}

std::optional<Mood> moodNamed(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? std::nullopt
                                 : std::optional{static_cast<Mood>(found - kNames.begin())};
}

bool MoodRound::hasAnswered(SeatId seat) const
{
    return std::find(answered.begin(), answered.end(), seat) != answered.end();
}

} // namespace tutti
