#pragma once

#include "app/domain/SoundStatus.h"

#include <optional>
#include <string>
#include <vector>

namespace tutti::midi {

/// What came of looking for a chosen device.
enum class DeviceChange : std::uint8_t { Lost, Back, Refused };

/// Follows one chosen device as it comes and goes, look by look: it is opened whenever it is here, and
/// a change is told once. A device that opens but is broken at the next look, three times over, is
/// left alone for a while. Decides only; its owner opens and closes. Pure.
class DeviceChoice {
public:
    /// Another device, or none (empty). What was open has been closed.
    void choose(const std::string& id);

    const std::string& chosen() const { return m_chosen; }
    /// Id of the device while it is open, else empty.
    std::string openId() const { return m_isOpen ? m_chosen : std::string{}; }
    /// The device's own name, as it was seen last.
    const std::string& label() const { return m_label; }

    bool mustClose(const std::vector<SoundDevice>& present, bool isBroken) const;
    /// Nothing to tell when nobody was told that it is here.
    std::optional<DeviceChange> closed();
    /// Asked once a look.
    bool mustOpen(const std::vector<SoundDevice>& present);
    /// Whether opening worked. What opens says that it is back with survived().
    std::optional<DeviceChange> opened(bool worked);
    /// A later look found it well. Nothing to tell when it was here from the start.
    std::optional<DeviceChange> survived();

private:
    std::string m_chosen;
    std::string m_label;
    bool m_isOpen = false;
    bool m_hasSurvived = false;
    bool m_wasAway = false;
    bool m_wasRefused = false;
    /// In a row, without having survived one look.
    int m_losses = 0;
    /// Looks to let pass before the next try.
    int m_rest = 0;
};

} // namespace tutti::midi
