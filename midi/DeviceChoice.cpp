#include "midi/DeviceChoice.h"

#include <algorithm>
#include <utility>

namespace tutti::midi {
namespace {

constexpr int kMostLosses = 3;
/// Half a minute, at one look a second.
constexpr int kRest = 30;

const SoundDevice* find(const std::vector<SoundDevice>& present, const std::string& id)
{
    const auto found = std::find_if(present.begin(), present.end(),
                                    [&](const SoundDevice& device) { return device.id == id; });
    return found == present.end() ? nullptr : &*found;
}

} // namespace

void DeviceChoice::choose(const std::string& id)
{
    *this = {};
    m_chosen = id;
}

bool DeviceChoice::mustClose(const std::vector<SoundDevice>& present, bool isBroken) const
{
    return m_isOpen && (isBroken || find(present, m_chosen) == nullptr);
}

std::optional<DeviceChange> DeviceChoice::closed()
{
    const bool wasThere = m_hasSurvived || !(m_wasAway || m_wasRefused);
    m_losses = m_hasSurvived ? 0 : m_losses + 1;
    m_rest = m_losses >= kMostLosses ? kRest : 0;
    m_isOpen = false;
    m_hasSurvived = false;
    m_wasAway = true;
    return wasThere ? std::optional{DeviceChange::Lost} : std::nullopt;
}

bool DeviceChoice::mustOpen(const std::vector<SoundDevice>& present)
{
    if (m_isOpen || m_chosen.empty()) {
        return false;
    }
    const SoundDevice* device = find(present, m_chosen);
    if (device == nullptr) {
        m_wasAway = true;
        m_wasRefused = false;
        m_losses = 0;
        m_rest = 0;
        return false;
    }
    m_label = device->label;
    if (m_rest > 0) {
        --m_rest;
        return false;
    }
    return true;
}

std::optional<DeviceChange> DeviceChoice::opened(bool worked)
{
    m_isOpen = worked;
    if (worked || std::exchange(m_wasRefused, true)) {
        return std::nullopt;
    }
    return DeviceChange::Refused;
}

std::optional<DeviceChange> DeviceChoice::survived()
{
    if (!m_isOpen || std::exchange(m_hasSurvived, true)) {
        return std::nullopt;
    }
    m_losses = 0;
    const bool wasAway = std::exchange(m_wasAway, false);
    const bool wasRefused = std::exchange(m_wasRefused, false);
    return wasAway || wasRefused ? std::optional{DeviceChange::Back} : std::nullopt;
}

} // namespace tutti::midi
