#pragma once

#include "app/domain/Error.h"
#include "app/domain/Ids.h"
#include "app/domain/Origin.h"

#include <cstdint>
#include <string>
#include <variant>

namespace tutti {

/// The command was not carried out. Nothing changed.
struct Refused {
    Error error;

    friend bool operator==(const Refused&, const Refused&) = default;
};

/// The seat is yours; `gen` goes into the token.
struct SeatGranted {
    SeatId seat;
    std::uint32_t gen = 1;

    friend bool operator==(const SeatGranted&, const SeatGranted&) = default;
};

/// The whole state was asked for; whoever answers has it mirrored.
struct StateRequested {
    friend bool operator==(const StateRequested&, const StateRequested&) = default;
};

/// What one sender can be told.
using Answer = std::variant<Refused, SeatGranted, StateRequested>;

/// An answer on its way to one sender: neither numbered nor journaled.
struct Notice {
    Origin to;
    Answer body;

    friend bool operator==(const Notice&, const Notice&) = default;
};

} // namespace tutti
