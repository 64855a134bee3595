#pragma once

#include "app/domain/NetworkStatus.h"
#include "app/domain/RoomState.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <vector>

namespace tutti::ui {

/// What most likely keeps tablets from joining.
enum class Obstacle : std::uint8_t {
    None,         ///< tablets get through
    OnlySlow,     ///< they get through, and slowly
    NoNetwork,    ///< the laptop is on no network
    WrongAdapter, ///< the address belongs to a VPN, a virtual machine or this laptop alone
    OtherNetwork, ///< the teacher said that the tablet shows another network
    Unknown,      ///< open for too short a time to say
    KeptApart, ///< same network, nothing arrives: devices are kept apart, or a firewall stands between
};

/// What the teacher answered to "does the tablet show the same network?".
enum class SameNetwork : std::uint8_t { NotAsked, Yes, No };

Obstacle obstacleOf(const NetworkStatus& status, const RoomState& room, SameNetwork same,
                    ServerTime now);

/// One way out: what it is and, behind "Show steps", how.
struct WayOut {
    QString icon;
    QString title;
    QString text;
    QStringList steps;
};

/// One thing we know: it is as it should be, or it is not.
struct Evidence {
    bool good = true;
    QString text;
};

/// The obstacle in words, how we know, and the ways out, best first.
struct Diagnosis {
    QString title;
    QString text;
    std::vector<Evidence> evidence;
    std::vector<WayOut> ways;
};

/// How far the teacher is with one step of the helper.
enum class StepState : std::uint8_t {
    Done,
    Current, ///< the first that is not done
    Later,
};
inline constexpr std::size_t kHelperSteps = 4;

/// Laptop is ready, same network, test with one tablet, speed.
std::array<StepState, kHelperSteps> stepsOf(const NetworkStatus& status, const RoomState& room,
                                            SameNetwork same);

Diagnosis diagnosisOf(Obstacle obstacle, const NetworkStatus& status, const RoomState& room);
/// The page for the school's IT person: what to allow, with the address as it stands.
QString noteForIt(const NetworkStatus& status);

} // namespace tutti::ui
