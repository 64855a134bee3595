#include "app/domain/Avatar.h"

#include <algorithm>

namespace tutti {
namespace {

std::vector<std::string> makeNames()
{
    std::vector<std::string> names{"fox",     "bear",    "owl",      "frog", "rabbit",   "lion",
                                   "whale",   "panda",   "bee",      "cat",  "turtle",   "octopus",
                                   "penguin", "chick",   "koala",    "dino", "mouse",    "snail",
                                   "tiger",   "ladybug", "elephant", "fish", "hedgehog", "pig"};
    const std::size_t plain = names.size();
    for (std::size_t i = 0; i < plain; ++i) {
        names.push_back("hat-" + names[i]);
    }
    return names;
}

} // namespace

const std::vector<std::string>& avatarNames()
{
    static const std::vector<std::string> names = makeNames();
    return names;
}

const std::string& avatarFor(SeatId seat)
{
    const auto& names = avatarNames();
    return names[static_cast<std::size_t>(seat.value - 1) % names.size()];
}

bool isAvatar(std::string_view name)
{
    const auto& names = avatarNames();
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace tutti
