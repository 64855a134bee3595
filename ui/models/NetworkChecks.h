#pragma once

#include "app/domain/NetworkStatus.h"
#include "app/domain/RoomState.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace tutti::ui {

/// One line of the network check: what was looked at, in plain words.
struct NetworkCheck {
    enum class Tone : std::uint8_t {
        Good,
        Warning,
        Waiting, ///< nothing to judge by yet
    };
    Tone tone = Tone::Waiting;
    QString title;
    QString detail;

    friend bool operator==(const NetworkCheck&, const NetworkCheck&) = default;
};

/// An open room that no tablet has reached for this long gets help offered.
inline constexpr std::chrono::seconds kHelpAfter{60};

/// Always four lines, so that nothing moves: the network, whether tablets get through, how fast, who is weak.
std::vector<NetworkCheck> networkChecks(const NetworkStatus& status, const RoomState& room,
                                        ServerTime now);
/// The two lines that need no listening, for the time before the room opens: the network, and the port.
std::vector<NetworkCheck> closedChecks(const NetworkStatus& status);
/// Whether the connection helper should be offered.
bool needsConnectionHelp(const NetworkStatus& status, const RoomState& room, ServerTime now);
/// Half of the tablets here answer within this; empty without one that has told.
std::optional<int> typicalDelayMs(const RoomState& room);
/// "Wi-Fi: Room12-Music".
QString adapterWord(const NetworkAdapter& adapter);

} // namespace tutti::ui
