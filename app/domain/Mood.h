#pragma once

#include "app/domain/Ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tutti {

/// The six faces a child can answer with. Names on the wire are those of nameOf().
enum class Mood : std::uint8_t { Excited, Happy, Calm, Worried, Sad, Mad };

inline constexpr std::array kMoods{Mood::Excited, Mood::Happy, Mood::Calm,
                                   Mood::Worried, Mood::Sad,   Mood::Mad};

std::string_view nameOf(Mood mood);
std::optional<Mood> moodNamed(std::string_view name);

/// One question "how does it feel", and the class totals of its answers. Who gave which answer is kept nowhere; who
/// answered at all is known while the lesson runs, so that nobody is asked twice.
struct MoodRound {
    /// From 1 in a lesson; 0 before the first.
    std::int32_t id = 0;
    bool open = false;
    /// In the order of kMoods.
    std::array<std::int32_t, kMoods.size()> counts{};
    std::int32_t skipped = 0;
    std::vector<SeatId> answered;

    bool hasAnswered(SeatId seat) const;
    friend bool operator==(const MoodRound&, const MoodRound&) = default;
};

} // namespace tutti
