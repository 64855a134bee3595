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

/// Begins the lesson in the open room, with the first game; from now on seats may play.
struct StartLesson {};

/// Ends the lesson and closes the room; all seat tokens end with it.
struct EndLesson {};

/// Starts the music with its count-in, at once or as soon as a stop that is still to come is over.
struct StartTransport {};

/// Stops the music, after the lead every change has.
struct StopTransport {};

/// Sets the tempo, in pulses a minute.
struct ChangeTempo {
    Tempo pulses;
};

/// Sets the time signature, from a bar line on.
struct ChangeMeter {
    Meter meter;
};

/// Sets how many bars are clicked before the first downbeat: 0, 1 or 2.
struct ChangeCountIn {
    int bars = 1;
};

/// Mutes seats, or lets them play again.
struct MuteSeats {
    std::vector<SeatId> seats;
    bool muted = true;
};

/// The same for every seat of the room.
struct MuteAll {
    bool muted = true;
};

/// Gives seats a role.
struct AssignRole {
    std::vector<SeatId> seats;
    Role role = Role::Melody;
};

/// Everyone quiet, at once.
struct BeQuiet {};

/// Lets everyone play again: at the next bar line after one clicked bar, or at once if stopped.
struct ReleaseQuiet {};

/// A device asks for a seat. `device`: a random id that the tablet keeps.
struct ClaimSeat {
    SeatId seat;
    std::string device;
};

/// Takes the seat from its tablet and voids its tokens.
struct FreeSeat {
    SeatId seat;
};

/// A connection of a seat came up. Generation and lesson were checked at the door.
struct ConnectSeat {
    SeatId seat;
};

/// A connection of a seat went away.
struct DisconnectSeat {
    SeatId seat;
};

/// A tablet says how it is.
struct ReportDevice {
    SeatId seat;
    DeviceStatus status;
};

/// A child raises its hand, or takes it down.
struct RaiseHand {
    SeatId seat;
    bool up = true;
};

/// A note as a tablet sent it, checked for shape only. `midi` 0 to 127, `velocity` 1 to 127.
struct PlayNote {
    /// Invalid for a guest.
    SeatId seat;
    std::int32_t midi = 60;
    std::int32_t velocity = 90;
    /// When it was touched; without it, when it arrives.
    std::optional<ServerTime> at;
    /// The sender's own count of its notes.
    std::optional<std::int64_t> seq;
    /// A number of the sender's own, passed on.
    std::optional<double> senderTime;
    /// A guest's own name for itself.
    std::string guest;
};

/// The end of a note; fields as in PlayNote.
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

/// Whatever can be asked of a room.
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
