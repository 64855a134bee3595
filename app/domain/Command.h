#pragma once

#include "app/domain/Error.h"
#include "app/domain/Ids.h"
#include "app/domain/MusicalTime.h"
#include "app/domain/Role.h"
#include "app/domain/Seat.h"
#include "app/domain/ServerTime.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tutti {

/// Opens the room of a class for tablets. Code and lesson are drawn by the caller: the rules draw nothing.
struct OpenRoom {
    ClassId classId;
    std::string className;
    bool namesOnTablets = false;
    RoomCode code;
    LessonId lesson;
    std::int64_t wallMillis = 0;
    std::vector<SeatPlan> seats;
};

struct StartLesson {};

/// Ends the lesson and closes the room; all seat tokens end with it.
struct EndLesson {};

struct StartTransport {};
struct StopTransport {};

struct ChangeTempo {
    Tempo pulses;
};

struct ChangeMeter {
    Meter meter;
};

struct ChangeCountIn {
    int bars = 1;
};

struct MuteSeats {
    std::vector<SeatId> seats;
    bool muted = true;
};

struct MuteAll {
    bool muted = true;
};

struct AssignRole {
    std::vector<SeatId> seats;
    Role role = Role::Melody;
};

/// Everyone quiet, at once.
struct BeQuiet {};

/// Lets everyone play again: at the next bar line after one clicked bar, or at once if stopped.
struct ReleaseQuiet {};

/// A device asks for a seat.
struct ClaimSeat {
    SeatId seat;
    std::string device;
};

struct FreeSeat {
    SeatId seat;
};

/// A connection of a seat came up or went away. Generation and lesson were checked at the door.
struct ConnectSeat {
    SeatId seat;
};

struct DisconnectSeat {
    SeatId seat;
};

struct ReportDevice {
    SeatId seat;
    DeviceStatus status;
};

struct RaiseHand {
    SeatId seat;
    bool up = true;
};

/// A note as a tablet sent it, checked for shape only.
struct PlayNote {
    /// Invalid for a guest.
    SeatId seat;
    std::int32_t midi = 60;
    std::int32_t velocity = 90;
    std::optional<ServerTime> at;
    std::optional<std::int64_t> seq;
    /// A number of the sender's own, passed on.
    std::optional<double> senderTime;
    /// A guest's own name for itself.
    std::string guest;
};

struct StopNote {
    SeatId seat;
    std::int32_t midi = 60;
    std::optional<ServerTime> at;
    std::optional<std::int64_t> seq;
    std::string guest;
};

/// Asks for the whole state, for the sender alone.
struct RequestState {};

/// Time went on; the rules look whether something is due.
struct Tick {};

using Command =
    std::variant<OpenRoom, StartLesson, EndLesson, StartTransport, StopTransport, ChangeTempo,
                 ChangeMeter, ChangeCountIn, MuteSeats, MuteAll, AssignRole, BeQuiet, ReleaseQuiet,
                 ClaimSeat, FreeSeat, ConnectSeat, DisconnectSeat, ReportDevice, RaiseHand,
                 PlayNote, StopNote, RequestState, Tick>;

/// Makes one visitor out of lambdas.
template <typename... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <typename... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

} // namespace tutti
