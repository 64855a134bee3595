#pragma once

#include "app/domain/Door.h"
#include "app/domain/Error.h"
#include "app/domain/Game.h"
#include "app/domain/Ids.h"
#include "app/domain/Mood.h"
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
    /// Tablets that came before, with their numbers.
    std::vector<Tablet> tablets = {};
};

/// Another word opens the door from now on. Who is in stays, and so does the room's topic.
struct ChangeCode {
    RoomCode code;
};

/// Begins the lesson in the open room; from now on seats may play.
struct StartLesson {
    /// The first game; empty for the one that comes first anyway.
    std::string game = {};
    /// For whatever the game shuffles.
    std::uint64_t random = 0;
};

/// Another game, or the same one afresh.
struct StartGame {
    std::string game;
    /// For whatever the game shuffles.
    std::uint64_t random = 0;
};

/// A move in the game that runs.
struct MakeMove {
    GameMove move;
};

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

/// The same for every seat that has this role now.
struct MuteRole {
    Role role = Role::Melody;
    bool muted = true;
};

/// Lets only one role sound, or all again with none. Mutes stay as they are.
struct SoloRole {
    std::optional<Role> role;
};

/// How DealRoles gives out Melody, Harmony, Bass and Rhythm.
enum class Deal : std::uint8_t {
    Shuffle, ///< by chance, in even numbers
    Groups,  ///< neighbours in seat order play the same
};

/// Gives every seat that plays a role. Listeners and conductors keep theirs.
struct DealRoles {
    Deal how = Deal::Shuffle;
    /// The only chance in it.
    std::uint64_t random = 0;
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
    /// Seats of the same device that it keeps: the other half of a shared tablet. It leaves all others.
    std::vector<SeatId> with = {};
};

/// Gives a seat to a tablet, whoever held it; the tablet's other seat stays. Undoes FreeSeat as well.
struct GiveSeat {
    SeatId seat;
    std::string device;
};

/// The tablet at `from` was really the child of `to`: the two seats change tablets, or `to` gets the one of `from`.
struct SwapSeats {
    SeatId from;
    SeatId to;
};

/// One more seat, for a child that is not on the list. Without an avatar: the first that nobody has.
struct AddGuest {
    std::string avatar = {};
};

/// Another first name, for this seat and on the class list.
struct RenameSeat {
    SeatId seat;
    std::string name;
};

/// A tablet asks whether it may look for a seat. It asks again while it waits.
struct KnockAtDoor {
    std::string device;
};

/// New tablets wait at the door, or need not any more.
struct LockRoom {
    bool locked = true;
};

/// Lets a waiting tablet in, or sends it away.
struct AnswerDoor {
    std::string device;
    bool admit = true;
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

/// Asks every tablet how it feels, from new totals on.
struct AskMood {};

/// Takes the question back from who has not answered.
struct EndMood {};

/// A child's answer. No mood: it would rather not say.
struct GiveMood {
    SeatId seat;
    /// The question it answers.
    std::int32_t round = 0;
    std::optional<Mood> mood;
};

/// The teacher wants to find this moment again.
struct MarkMoment {};

/// A note as a tablet sent it, checked for shape only. `midi` 0 to 127, `velocity` 1 to 127.
struct PlayNote {
    /// Invalid for a guest, and for the teacher.
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
    /// Played at the laptop: allowed without a seat, and while everyone is quiet.
    bool byTeacher = false;
};

/// The end of a note; fields as in PlayNote.
struct StopNote {
    SeatId seat;
    std::int32_t midi = 60;
    std::optional<ServerTime> at;
    std::optional<std::int64_t> seq;
    std::string guest;
    bool byTeacher = false;
};

/// Asks for the whole state, for the sender alone.
struct RequestState {};

/// Time went on; the rules look whether something is due.
struct Tick {};

/// Whatever can be asked of a room.
using Command =
    std::variant<OpenRoom, ChangeCode, StartLesson, EndLesson, StartGame, MakeMove, StartTransport,
                 StopTransport, ChangeTempo, ChangeMeter, ChangeCountIn, MuteSeats, MuteAll,
                 MuteRole, SoloRole, DealRoles, AssignRole, BeQuiet, ReleaseQuiet, ClaimSeat,
                 GiveSeat, SwapSeats, FreeSeat, AddGuest, RenameSeat, KnockAtDoor, LockRoom,
                 AnswerDoor, ConnectSeat, DisconnectSeat, ReportDevice, RaiseHand, AskMood, EndMood,
                 GiveMood, MarkMoment, PlayNote, StopNote, RequestState, Tick>;

/// Makes one visitor out of lambdas.
template <typename... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <typename... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

} // namespace tutti
