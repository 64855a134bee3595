#include "server/music/DoorQueue.h"

#include <algorithm>

namespace tutti::music {
namespace {

using namespace std::chrono_literals;

/// As long as the room keeps a tablet that stopped asking on the teacher's list.
constexpr std::chrono::nanoseconds kPlaceLasts = 8s;

} // namespace

bool DoorQueue::stand(const std::string& address, const std::string& device, ServerTime now)
{
    std::erase_if(m_places,
                  [now](const Place& place) { return now - place.lastAsked >= kPlaceLasts; });
    const auto own = std::find_if(m_places.begin(), m_places.end(),
                                  [&](const Place& place) { return place.device == device; });
    if (own != m_places.end()) {
        own->lastAsked = now;
        return true;
    }
    const auto taken = std::count_if(m_places.begin(), m_places.end(),
                                     [&](const Place& place) { return place.address == address; });
    if (static_cast<std::size_t>(taken) >= kMaxPerAddress) {
        return false;
    }
    m_places.push_back({address, device, now});
    return true;
}

void DoorQueue::leave(const std::string& device)
{
    std::erase_if(m_places, [&](const Place& place) { return place.device == device; });
}

} // namespace tutti::music
