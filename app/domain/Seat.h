#pragma once

#include "app/domain/Ids.h"
#include "app/domain/Role.h"
#include "app/domain/ServerTime.h"

#include <cstdint>
#include <optional>
#include <string>

namespace tutti {

/// Where the tablet of a seat is.
enum class Presence : std::uint8_t {
    Empty,     ///< nobody claimed the seat
    Here,      ///< connected and in front
    Away,      ///< connected, but asleep or behind another tab
    Rejoining, ///< claimed, connection lost
};

/// How well a tablet is connected: the worse of delay and clock uncertainty, as the bars on its tile show it.
enum class Connection : std::uint8_t { None, Weak, Fair, Good };

/// What a tablet reports about itself.
struct DeviceStatus {
    bool visible = true;
    bool soundRunning = false;
    double rttMs = 0.0;
    double uncertaintyMs = 0.0;
    /// The child's answer of the sound check, if it gave one: false, it heard nothing.
    std::optional<bool> heard = {};

    Connection connection() const;
    friend bool operator==(const DeviceStatus&, const DeviceStatus&) = default;
};

/// The last note of a seat, for its tile.
struct LastNote {
    std::int32_t midi = 0;
    ServerTime at;

    friend bool operator==(const LastNote&, const LastNote&) = default;
};

/// Who may sit where, as a room gets it from the class list when it opens.
struct SeatPlan {
    SeatId seat;
    std::string avatar;
    /// First name, or empty; for the dashboard, and for tablets only where the class shows names.
    std::string name;
    Role role = Role::Melody;
    /// Not on the class list: here for this lesson only.
    bool guest = false;
    /// Who this is on the class list, whichever seat and name it has; invalid for a guest and for a child that was not
    /// saved yet. Neither on the wire nor in a stored event.
    StudentId student = {};

    friend bool operator==(const SeatPlan&, const SeatPlan&) = default;
};

/// One playing position of a room. Part of RoomState.
struct Seat {
    SeatId id;
    std::string avatar;
    std::string name;
    Role role = Role::Melody;
    bool muted = false;
    bool guest = false;
    bool handUp = false;
    /// When the hand went up; empty while it is down.
    std::optional<ServerTime> handUpAt;
    Presence presence = Presence::Empty;
    Connection connection = Connection::None;
    bool soundRunning = false;
    /// The child said in the sound check that it hears nothing.
    bool heardNothing = false;
    /// Random id of the tablet that holds the seat; empty when free.
    std::string device;
    /// Raised at every release, so that old tokens stop working.
    std::uint32_t gen = 1;
    /// Live connections of the seat; a tablet that reloads has two for a moment.
    std::int32_t connections = 0;
    double rttMs = 0.0;
    /// How far the tablet's clock may be off.
    double uncertaintyMs = 0.0;
    std::optional<LastNote> lastNote;
    std::optional<ServerTime> joinedAt;

    bool isClaimed() const { return !device.empty(); }
    friend bool operator==(const Seat&, const Seat&) = default;
};

} // namespace tutti
