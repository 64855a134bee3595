#pragma once

#include "app/domain/Error.h"
#include "app/domain/Ids.h"
#include "app/domain/Origin.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tutti {

/// The command was not carried out. Nothing changed.
struct Refused {
    Error error;

    friend bool operator==(const Refused&, const Refused&) = default;
};

/// One seat of a token, with the generation the token names.
struct SeatGen {
    SeatId seat;
    std::uint32_t gen = 1;

    friend bool operator==(const SeatGen&, const SeatGen&) = default;
};

/// The seat is yours.
struct SeatGranted {
    SeatId seat;
    /// All seats of the tablet, in seat order: what goes into the token.
    std::vector<SeatGen> seats;
    /// The tablet's number; 0 without one.
    std::int32_t tablet = 0;

    friend bool operator==(const SeatGranted&, const SeatGranted&) = default;
};

/// The answer to a knock: come in, or wait.
struct DoorReply {
    bool waits = false;
    /// The tablet's number; 0 without one.
    std::int32_t tablet = 0;

    friend bool operator==(const DoorReply&, const DoorReply&) = default;
};

/// The whole state was asked for; whoever answers has it mirrored.
struct StateRequested {
    friend bool operator==(const StateRequested&, const StateRequested&) = default;
};

/// What one sender can be told.
using Answer = std::variant<Refused, SeatGranted, DoorReply, StateRequested>;

/// An answer on its way to one sender: neither numbered nor journaled.
struct Notice {
    Origin to;
    Answer body;

    friend bool operator==(const Notice&, const Notice&) = default;
};

} // namespace tutti
