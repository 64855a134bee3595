#include "server/music/CommandMapper.h"

#include "server/music/PayloadFields.h"
#include "server/music/TeacherCommands.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;
using tl::unexpected;

constexpr qsizetype kMaxGuestName = 64;

template <typename Note>
Result<Note> noteBase(const QJsonObject& payload, const Sender& sender)
{
    Note note;
    const auto seat = seatIn(payload, sender);
    const auto midi = wholeIn(payload, "midi"_L1);
    const auto at = optionalWholeIn(payload, "at"_L1);
    const auto seq = optionalWholeIn(payload, "seq"_L1);
    if (!seat || !at || !seq) {
        return unexpected{!seat ? seat.error() : !at ? at.error() : seq.error()};
    }
    if (!midi || *midi < 0 || *midi > 127) {
        return badPayload("midi must be 0 to 127");
    }
    const QJsonValue guest = payload.value("student_id"_L1);
    if (guest.isString() && guest.toString().size() > kMaxGuestName) {
        return badPayload("student_id is longer than 64 characters");
    }
    note.seat = *seat;
    note.midi = static_cast<std::int32_t>(*midi);
    note.seq = *seq;
    if (*at) {
        if (std::abs(static_cast<double>(**at)) > kMaxWhole / 1000.0) {
            return badPayload("at is out of range");
        }
        note.at = fromMicros(**at);
    }
    note.guest = guest.isString() ? guest.toString().toStdString() : "guest";
    return note;
}

Result<Mapped> playNote(const QJsonObject& payload, const Sender& sender)
{
    auto note = noteBase<PlayNote>(payload, sender);
    const auto velocity = optionalWholeIn(payload, "velocity"_L1);
    if (!note || !velocity) {
        return unexpected{!note ? note.error() : velocity.error()};
    }
    const std::int64_t loudness = velocity->value_or(90);
    if (loudness < 1 || loudness > 127) {
        return badPayload("velocity must be 1 to 127");
    }
    note->velocity = static_cast<std::int32_t>(loudness);
    const QJsonValue own = payload.value("t"_L1);
    if (own.isDouble()) {
        note->senderTime = own.toDouble();
    }
    return Mapped{Command{std::move(*note)}};
}

Result<Mapped> stopNote(const QJsonObject& payload, const Sender& sender)
{
    return noteBase<StopNote>(payload, sender).map([](StopNote note) {
        return Mapped{Command{std::move(note)}};
    });
}

Result<Mapped> raiseHand(const QJsonObject& payload, const Sender& sender)
{
    return boolIn(payload, "up"_L1).and_then([&](bool up) {
        return ownSeatIn(payload, sender).map([up](SeatId seat) {
            return Mapped{Command{RaiseHand{seat, up}}};
        });
    });
}

/// Milliseconds in a field, if it has any.
std::optional<double> millisIn(const QJsonObject& payload, QLatin1StringView key)
{
    const QJsonValue value = payload.value(key);
    return value.isDouble() ? std::optional{std::clamp(value.toDouble(), 0.0, 60'000.0)}
                            : std::nullopt;
}

Result<Mapped> deviceStatus(const QJsonObject& payload, const Sender& sender)
{
    const auto seat = ownSeatIn(payload, sender);
    if (!seat) {
        return unexpected{seat.error()};
    }
    DeviceStatus status;
    status.visible = payload.value("visible"_L1).toBool(true);
    status.soundRunning = payload.value("sound"_L1).toString() == "running"_L1;
    const QJsonValue heard = payload.value("heard"_L1);
    if (heard.isBool()) {
        status.heard = heard.toBool();
    }
    const bool namesOne = payload.contains("seat"_L1);
    return Mapped{DeviceReport{namesOne ? std::vector{*seat} : sender.seats, status,
                               millisIn(payload, "rtt_ms"_L1),
                               millisIn(payload, "uncertainty_ms"_L1)}};
}

Result<Mapped> wantsBeats(const QJsonObject& payload, const Sender&)
{
    return boolIn(payload, "on"_L1).map([](bool on) { return Mapped{WantsBeats{on}}; });
}

Result<Mapped> reflect(const QJsonObject& payload, const Sender& sender)
{
    const auto seat = ownSeatIn(payload, sender);
    if (!seat) {
        return unexpected{seat.error()};
    }
    const auto prompt = wholeIn(payload, "prompt"_L1);
    if (!prompt || *prompt < 1 || *prompt > std::numeric_limits<std::int32_t>::max()) {
        return badPayload("prompt must be the id of the prompt");
    }
    const QString name = payload.value("mood"_L1).toString();
    const auto mood = moodNamed(name.toStdString());
    if (!mood && name != "skip"_L1) {
        return badPayload("mood must be one of the six, or skip");
    }
    return Mapped{Command{GiveMood{*seat, static_cast<std::int32_t>(*prompt), mood}}};
}

Result<Mapped> moveInGame(const QJsonObject& payload, const Sender& sender)
{
    // A teacher moves for the whole group, whatever seat it names.
    const auto seat = sender.teacher ? Result<SeatId>{SeatId{}} : ownSeatIn(payload, sender);
    return seat.and_then([&](SeatId id) { return gameMove(payload, id); }).map([](Command command) {
        return Mapped{std::move(command)};
    });
}

Result<Mapped> requestState(const QJsonObject&, const Sender&)
{
    return Mapped{Command{RequestState{}}};
}

using Map = Result<Mapped> (*)(const QJsonObject&, const Sender&);

/// Every event that needs no teacher, in one table.
const QHash<QString, Map>& maps()
{
    static const QHash<QString, Map> table{
        {u"play_note"_s, playNote},
        {u"stop_note"_s, stopNote},
        {u"raise_hand"_s, raiseHand},
        {u"device_status"_s, deviceStatus},
        {u"request_state"_s, requestState},
        {u"beats"_s, wantsBeats},
        {u"reflect"_s, reflect},
        {u"game_move"_s, moveInGame},
    };
    return table;
}

} // namespace

Result<Mapped> mapCommand(const channel::ClientEvent& event, const Sender& sender,
                          std::uint64_t random)
{
    const auto map = maps().constFind(event.event);
    const bool forTeacher = isTeacherEvent(event.event);
    if (map == maps().cend() && !forTeacher) {
        return unexpected{Error{ErrorCode::UnknownEvent}};
    }
    if (forTeacher && !sender.teacher) {
        return unexpected{Error{ErrorCode::NotAllowed}};
    }
    if (!event.isObject) {
        return badPayload("the payload must be an object");
    }
    if (forTeacher) {
        return teacherCommand(event.event, event.payload, random)->map([](Command command) {
            return Mapped{std::move(command)};
        });
    }
    return (*map)(event.payload, sender);
}

} // namespace tutti::music
