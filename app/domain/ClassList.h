#pragma once

#include "app/domain/Error.h"
#include "app/domain/Ids.h"
#include "app/domain/Seat.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tutti {

/// Most children of one class; the rest of a room's seats is for guests.
inline constexpr std::int32_t kMaxClassSeats = 40;
/// Longest name of a class or a child, in bytes of UTF-8.
inline constexpr std::size_t kMaxNameBytes = 64;

/// A class as it appears in a list.
struct ClassEntry {
    ClassId id;
    std::string name;
    /// How many students it has.
    std::int32_t seats = 0;
    /// When its room was opened last, in milliseconds since 1970, UTC; empty if never.
    std::optional<std::int64_t> lastUsedMillis = {};

    friend bool operator==(const ClassEntry&, const ClassEntry&) = default;
};

/// A class with its seats, ready for OpenRoom. Seats are numbered from 1 without a gap. Whoever edits it keeps each child's
/// SeatPlan::student, so that its lessons stay with it when it moves; a new child has none.
struct ClassRoster {
    ClassId id;
    std::string name;
    bool namesOnTablets = false;
    std::vector<SeatPlan> seats;

    friend bool operator==(const ClassRoster&, const ClassRoster&) = default;
};

/// Why this list cannot be kept, if so: BadPayload, with the reason as detail. A class has a name and 1 to kMaxClassSeats
/// children, each with a picture of its own.
std::optional<Error> problemOf(const ClassRoster& roster);
/// The first picture nobody of these has.
const std::string& freeAvatar(const std::vector<SeatPlan>& seats);

/// A name as it is compared: whoever has Unicode at hand leaves out what does not count, such as case.
using FoldName = std::function<std::string(const std::string& name)>;
/// Groups of seats whose children have the same first name. That is allowed, but the teacher wants to know.
std::vector<std::vector<SeatId>> sameNames(const std::vector<SeatPlan>& seats,
                                           const FoldName& fold);

} // namespace tutti
