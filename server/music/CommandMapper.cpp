#include "server/music/CommandMapper.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;
using tl::unexpected;

constexpr qsizetype kMaxGuestName = 64;
constexpr double kMaxWhole = 9007199254740991.0;

unexpected<Error> bad(std::string detail)
{
    return unexpected{Error{ErrorCode::BadPayload, std::move(detail)}};
}

/// A whole number in a field, if the field is there and is one.
std::optional<std::int64_t> whole(const QJsonObject& object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    const double number = value.toDouble(NAN);
    if (!value.isDouble() || std::floor(number) != number || std::abs(number) > kMaxWhole) {
        return std::nullopt;
    }
    return value.toInteger();
}

/// An optional whole number: absent is fine, anything else is not.
Result<std::optional<std::int64_t>> optionalWhole(const QJsonObject& object, QLatin1StringView key)
{
    if (!object.contains(key)) {
        return std::optional<std::int64_t>{};
    }
    const auto number = whole(object, key);
    return number ? Result<std::optional<std::int64_t>>{number}
                  : bad(std::string{key.data(), static_cast<std::size_t>(key.size())} +
                        " must be a whole number");
}

/// The seat a tablet speaks for: the one it names, else its first. A guest has none.
Result<SeatId> seatOf(const QJsonObject& payload, const Sender& sender)
{
    const auto named = optionalWhole(payload, "seat"_L1);
    if (!named) {
        return unexpected{named.error()};
    }
    if (sender.seats.empty()) {
        return SeatId{};
    }
    if (!*named) {
        return sender.seats.front();
    }
    const auto found = std::find_if(sender.seats.begin(), sender.seats.end(),
                                    [&](SeatId seat) { return seat.value == **named; });
    return found == sender.seats.end() ? Result<SeatId>{unexpected{Error{ErrorCode::NotYourSeat}}}
                                       : Result<SeatId>{*found};
}

Result<SeatId> ownSeat(const QJsonObject& payload, const Sender& sender)
{
    return seatOf(payload, sender).and_then([](SeatId seat) -> Result<SeatId> {
        return seat.isValid() ? Result<SeatId>{seat} : unexpected{Error{ErrorCode::SeatRequired}};
    });
}

template <typename Note>
Result<Note> noteBase(const QJsonObject& payload, const Sender& sender)
{
    Note note;
    const auto seat = seatOf(payload, sender);
    const auto midi = whole(payload, "midi"_L1);
    const auto at = optionalWhole(payload, "at"_L1);
    const auto seq = optionalWhole(payload, "seq"_L1);
    if (!seat || !at || !seq) {
        return unexpected{!seat ? seat.error() : !at ? at.error() : seq.error()};
    }
    if (!midi || *midi < 0 || *midi > 127) {
        return bad("midi must be 0 to 127");
    }
    const QJsonValue guest = payload.value("student_id"_L1);
    if (guest.isString() && guest.toString().size() > kMaxGuestName) {
        return bad("student_id is longer than 64 characters");
    }
    note.seat = *seat;
    note.midi = static_cast<std::int32_t>(*midi);
    note.seq = *seq;
    if (*at) {
        if (std::abs(static_cast<double>(**at)) > kMaxWhole / 1000.0) {
            return bad("at is out of range");
        }
        note.at = fromMicros(**at);
    }
    note.guest = guest.isString() ? guest.toString().toStdString() : "guest";
    return note;
}

Result<Mapped> playNote(const QJsonObject& payload, const Sender& sender)
{
    auto note = noteBase<PlayNote>(payload, sender);
    const auto velocity = optionalWhole(payload, "velocity"_L1);
    if (!note || !velocity) {
        return unexpected{!note ? note.error() : velocity.error()};
    }
    const std::int64_t loudness = velocity->value_or(90);
    if (loudness < 1 || loudness > 127) {
        return bad("velocity must be 1 to 127");
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
    if (!payload.value("up"_L1).isBool()) {
        return bad("up must be true or false");
    }
    return ownSeat(payload, sender).map([&](SeatId seat) {
        return Mapped{Command{RaiseHand{seat, payload.value("up"_L1).toBool()}}};
    });
}

Result<Mapped> deviceStatus(const QJsonObject& payload, const Sender& sender)
{
    DeviceStatus status;
    status.visible = payload.value("visible"_L1).toBool(true);
    status.soundRunning = payload.value("sound"_L1).toString() == "running"_L1;
    status.rttMs = std::clamp(payload.value("rtt_ms"_L1).toDouble(), 0.0, 60'000.0);
    status.uncertaintyMs = std::clamp(payload.value("uncertainty_ms"_L1).toDouble(), 0.0, 60'000.0);
    return ownSeat(payload, sender).map([&](SeatId seat) {
        return Mapped{Command{ReportDevice{seat, status}}};
    });
}

Result<Mapped> wantsBeats(const QJsonObject& payload, const Sender&)
{
    const QJsonValue on = payload.value("on"_L1);
    return on.isBool() ? Result<Mapped>{WantsBeats{on.toBool()}} : bad("on must be true or false");
}

Result<Mapped> setTempo(const QJsonObject& payload, const Sender&)
{
    const QJsonValue bpm = payload.value("bpm"_L1);
    if (!bpm.isDouble()) {
        return bad("bpm must be a number");
    }
    if (!(bpm.toDouble() >= kMinTempo.bpm() && bpm.toDouble() <= kMaxTempo.bpm())) {
        return unexpected{Error{ErrorCode::BadTempo}};
    }
    return Mapped{Command{ChangeTempo{Tempo::fromBpm(bpm.toDouble())}}};
}

Result<std::vector<SeatId>> seatList(const QJsonObject& payload)
{
    const QJsonArray array = payload.value("seats"_L1).toArray();
    if (array.isEmpty() || array.size() > kMaxSeats) {
        return unexpected{Error{ErrorCode::BadPayload, "seats must be a list of seat numbers"}};
    }
    std::vector<SeatId> seats;
    for (const QJsonValue& value : array) {
        const int number = value.toInt(0);
        if (number < 1 || number > kMaxSeats) {
            return unexpected{Error{ErrorCode::NoSuchSeat}};
        }
        seats.emplace_back(number);
    }
    return seats;
}

Result<Mapped> mute(const QJsonObject& payload, bool muted)
{
    if (payload.value("all"_L1).toBool()) {
        return Mapped{Command{MuteAll{muted}}};
    }
    return seatList(payload).map([&](std::vector<SeatId> seats) {
        return Mapped{Command{MuteSeats{std::move(seats), muted}}};
    });
}

Result<Mapped> assignRole(const QJsonObject& payload, const Sender&)
{
    const auto role = roleNamed(payload.value("role"_L1).toString().toStdString());
    if (!role) {
        return unexpected{Error{ErrorCode::BadRole}};
    }
    return seatList(payload).map([&](std::vector<SeatId> seats) {
        return Mapped{Command{AssignRole{std::move(seats), *role}}};
    });
}

template <typename C>
Result<Mapped> plain(const QJsonObject&, const Sender&)
{
    return Mapped{Command{C{}}};
}

struct Row {
    bool teacherOnly;
    Result<Mapped> (*map)(const QJsonObject&, const Sender&);
};

/// Every event a client may send, in one table.
const QHash<QString, Row>& rows()
{
    static const QHash<QString, Row> table{
        {u"play_note"_s, {false, playNote}},
        {u"stop_note"_s, {false, stopNote}},
        {u"raise_hand"_s, {false, raiseHand}},
        {u"device_status"_s, {false, deviceStatus}},
        {u"request_state"_s, {false, plain<RequestState>}},
        {u"beats"_s, {false, wantsBeats}},
        {u"set_tempo"_s, {true, setTempo}},
        {u"start"_s, {true, plain<StartTransport>}},
        {u"stop"_s, {true, plain<StopTransport>}},
        {u"mute"_s, {true, [](const QJsonObject& p, const Sender&) { return mute(p, true); }}},
        {u"unmute"_s, {true, [](const QJsonObject& p, const Sender&) { return mute(p, false); }}},
        {u"assign_role"_s, {true, assignRole}},
        {u"quiet"_s, {true, plain<BeQuiet>}},
        {u"resume"_s, {true, plain<ReleaseQuiet>}},
        {u"end_lesson"_s, {true, plain<EndLesson>}},
    };
    return table;
}

} // namespace

Result<Mapped> mapCommand(const channel::ClientEvent& event, const Sender& sender)
{
    const auto row = rows().constFind(event.event);
    if (row == rows().cend()) {
        return unexpected{Error{ErrorCode::UnknownEvent}};
    }
    if (row->teacherOnly && !sender.teacher) {
        return unexpected{Error{ErrorCode::NotAllowed}};
    }
    if (!event.isObject) {
        return bad("the payload must be an object");
    }
    return row->map(event.payload, sender);
}

} // namespace tutti::music
