#pragma once

#include "app/domain/ServerTime.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tutti {

/// A tablet that has held a seat. Its number is the label on its case: the same in every lesson.
struct Tablet {
    /// Random id that the tablet keeps.
    std::string device;
    /// From 1.
    std::int32_t number = 0;

    friend bool operator==(const Tablet&, const Tablet&) = default;
};

/// A tablet that waits at the locked door.
struct Knock {
    std::string device;
    /// 0 when it has no number.
    std::int32_t tablet = 0;
    ServerTime since;
    /// It asks again every few seconds; when it stops, it is gone.
    ServerTime lastSeen;

    friend bool operator==(const Knock&, const Knock&) = default;
};

/// Who may come in. A tablet that holds a seat never waits.
struct DoorState {
    bool locked = false;
    /// Longest waiting first.
    std::vector<Knock> knocks;
    std::vector<std::string> admitted;
    std::vector<std::string> declined;

    bool isAdmitted(std::string_view device) const;
    bool isDeclined(std::string_view device) const;
    const Knock* knockOf(std::string_view device) const;
    friend bool operator==(const DoorState&, const DoorState&) = default;
};

/// Tablets beyond these are let in or wait like the others, but are not listed and have no number: no prankster with a
/// thousand made-up ids fills the dashboard.
inline constexpr std::size_t kMaxTablets = 200;
inline constexpr std::size_t kMaxKnocks = 24;

} // namespace tutti
