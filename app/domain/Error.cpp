#include "app/domain/Error.h"

#include <algorithm>
#include <array>

namespace tutti {
namespace {

struct Row {
    ErrorCode code;
    std::string_view name;
    std::string_view message;
    std::string_view hint;
};

using enum ErrorCode;

constexpr std::array kRows{
    Row{UnknownEvent, "unknown_event", "This room does not know that event.",
        "Use one of the events of server/PROTOCOL.md, section 5."},
    Row{BadPayload, "bad_payload", "The event's payload is not what this event needs.",
        "Check the fields and their types in server/PROTOCOL.md, section 5."},
    Row{NotAllowed, "not_allowed", "Only the teacher can do that.",
        "Connect with a teacher token."},
    Row{SeatRequired, "seat_required", "Playing needs a seat.",
        "Join with the room code and claim a seat first."},
    Row{NotYourSeat, "not_your_seat", "Your token does not hold that seat.",
        "Play only for the seats in your token."},
    Row{Muted, "muted", "This seat is listening at the moment.",
        "Wait until the teacher lets it play."},
    Row{Quiet, "quiet", "Everyone is quiet at the moment.", "Wait for the resumed event."},
    Row{NoLesson, "no_lesson", "The lesson has not started.", "Wait for the phase event."},
    Row{Listener, "listener", "This seat is a listener.", "Wait for another role."},
    Row{NoteTime, "note_time", "The note's time is too far from now.",
        "Synchronise with the clock socket, or leave out `at`."},
    Row{TooManyNotes, "too_many_notes", "Too many notes in a second.", "Play fewer notes."},
    Row{BadTempo, "bad_tempo", "That tempo is out of range.", "Send bpm from 20 to 300."},
    Row{BadMeter, "bad_meter", "That meter is not supported.", "Use 2/4, 3/4, 4/4 or 6/8."},
    Row{NoSuchSeat, "no_such_seat", "This room has no such seat.",
        "Ask /api/v1/join for the seats of this room."},
    Row{BadRole, "bad_role", "There is no such role.",
        "Use melody, harmony, bass, rhythm or listener, or conductor in a game that has one."},
    Row{AlreadyPlaying, "already_playing", "The music is already playing.", "Stop it first."},
    Row{NotPlaying, "not_playing", "The music is not playing.", "Start it first."},
    Row{RoomClosed, "room_closed", "The room is closed.", "Ask the teacher to open the room."},
    Row{RoomOpen, "room_open", "The room is already open.", "End the lesson first."},
    Row{SeatTaken, "seat_taken", "Another tablet holds that seat.",
        "Pick another one, or ask the teacher to free it."},
    Row{SeatReleased, "seat_released", "The teacher freed this seat.", "Join again with the code."},
    Row{LessonOver, "lesson_over", "That lesson is over.", "Join again with the new code."},
    Row{NoGame, "no_game", "There is no such game.",
        "Use a game of server/PROTOCOL.md, section 5."},
    Row{BadMove, "bad_move", "This game has no such move, or it does not fit now.",
        "Use one of the game's moves of server/PROTOCOL.md, section 5."},
    Row{NotInRound, "not_in_round", "This seat watches until the next round.",
        "Wait for the game to change."},
    Row{TabletFull, "tablet_full", "That tablet has two students already.",
        "Free one of its seats first."},
    Row{RoomFull, "room_full", "The room has no seat left.", "Free a seat first."},
    Row{BadRequest, "bad_request", "The request is not what this address expects.",
        "Send the JSON body of server/PROTOCOL.md, section 3."},
    Row{WrongCode, "wrong_code", "There is no room with that code.",
        "Look at the board and try again."},
    Row{NotAdmitted, "not_admitted", "The teacher has not let this tablet in.",
        "Ask the teacher, then try the code again."},
    Row{SlowDown, "slow_down", "Too many tries.",
        "Wait a moment; over HTTP, Retry-After says how many seconds."},
    Row{TooLarge, "too_large", "The message is too large.", "Send less than the limit."},
    Row{StoreUnavailable, "store_unavailable", "The lesson cannot be saved at the moment.",
        "Check that the disk has space and the data folder can be written."},
    Row{StoreCorrupt, "store_corrupt", "The data file is damaged.",
        "Restore a backup of the data folder, or start with an empty folder."},
    Row{StoreTooNew, "store_too_new", "The data was written by a newer Tutti.",
        "Install the newer Tutti, or choose another data folder."},
    Row{StoreLocked, "store_locked", "Another Tutti is using this data folder.",
        "Close the other Tutti, or choose another folder with --data."},
    Row{PortTaken, "port_taken", "Another program is using that port.",
        "Choose another port with --port, or close the other program."},
    Row{PortForbidden, "port_forbidden", "This account may not use that port.",
        "Choose a port above 1023 with --port."},
    Row{BadAddress, "bad_address", "The server cannot listen on that address.",
        "Choose an address of this computer with --bind."},
    Row{NoAudioDevice, "no_audio_device", "This laptop has no sound output.",
        "Connect speakers; the lesson goes on without the click."},
    Row{BadOption, "bad_option", "That is not an option Tutti knows.", "See tutti --help."},
    Row{BadConfig, "bad_config", "The configuration file cannot be used.",
        "Correct the key that is named, or leave it out."},
};

const Row& rowOf(ErrorCode code)
{
    return *std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.code == code; });
}

} // namespace

std::string_view codeName(ErrorCode code)
{
    return rowOf(code).name;
}

std::string_view messageFor(ErrorCode code)
{
    return rowOf(code).message;
}

std::string_view hintFor(ErrorCode code)
{
    return rowOf(code).hint;
}

} // namespace tutti
