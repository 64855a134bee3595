#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace tutti {

/// Everything a tablet, a file, a device or a command line can get wrong. codeName() is its name on the wire and in logs.
enum class ErrorCode : std::uint8_t {
    // What a room refuses
    UnknownEvent,
    BadPayload,
    NotAllowed,
    SeatRequired,
    NotYourSeat,
    Muted,
    Quiet,
    NoLesson,
    Listener,
    NoteTime,
    TooManyNotes,
    BadTempo,
    BadMeter,
    NoSuchSeat,
    BadRole,
    AlreadyPlaying,
    NotPlaying,
    RoomClosed,
    RoomOpen,
    SeatTaken,
    SeatReleased,
    LessonOver,
    NoGame,
    BadMove,
    NotInRound,
    TabletFull,
    RoomFull,
    // At the door
    BadRequest,
    WrongCode,
    NotAdmitted,
    SlowDown,
    TooLarge,
    // The store
    StoreUnavailable,
    StoreCorrupt,
    StoreTooNew,
    StoreLocked,
    // Network and devices
    PortTaken,
    PortForbidden,
    BadAddress,
    NoAudioDevice,
    // Start-up
    BadOption,
    BadConfig,
};

/// An error as it travels: the code decides what a program does; the text is for people.
struct Error {
    ErrorCode code{};
    /// What exactly was wrong, where that helps ("bpm must be 20 to 300"); may be empty.
    std::string detail = {};

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// snake_case name of a code, as on the wire.
std::string_view codeName(ErrorCode code);
/// One plain English sentence: what happened. The dashboard translates by code, not by this text.
std::string_view messageFor(ErrorCode code);
/// One plain English sentence: what to do next.
std::string_view hintFor(ErrorCode code);

} // namespace tutti
