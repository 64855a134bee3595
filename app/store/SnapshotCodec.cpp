#include "app/store/SnapshotCodec.h"

#include "app/store/ValueCodec.h"

#include <QJsonDocument>

namespace tutti::store {
namespace {

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

template <typename Enum>
QJsonValue enumToJson(Enum value)
{
    return static_cast<int>(value);
}

/// An unknown number becomes the first value, which is the harmless one in each of these enums.
template <typename Enum>
Enum enumFrom(const QJsonValue& value, Enum last)
{
    const int number = value.toInt();
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number) : Enum{};
}

QJsonObject seatFields(const Seat& seat)
{
    QJsonObject object{{key("seat"), seat.id.value},
                       {key("avatar"), toJson(seat.avatar)},
                       {key("role"), toJson(std::string{nameOf(seat.role)})},
                       {key("muted"), seat.muted},
                       {key("hand"), seat.handUp},
                       {key("hand_at"), toJson(seat.handUpAt)},
                       {key("presence"), enumToJson(seat.presence)},
                       {key("connection"), enumToJson(seat.connection)},
                       {key("sound"), seat.soundRunning},
                       {key("device"), toJson(seat.device)},
                       {key("gen"), numberToJson(seat.gen)},
                       {key("connections"), seat.connections},
                       {key("rtt_ms"), seat.rttMs},
                       {key("uncertainty_ms"), seat.uncertaintyMs},
                       {key("joined_at"), toJson(seat.joinedAt)}};
    if (seat.guest) {
        object[key("guest")] = true;
    }
    if (seat.heardNothing) {
        object[key("heard_nothing")] = true;
    }
    if (seat.lastNote) {
        object[key("note")] = seat.lastNote->midi;
        object[key("note_at")] = toJson(seat.lastNote->at);
    }
    return object;
}

Seat seatValue(const QJsonObject& object, const SeatNames& names)
{
    const auto at = [&](const char* name) { return object.value(QLatin1String(name)); };
    Seat seat;
    seat.id = seatFrom(at("seat"));
    seat.avatar = textFrom(at("avatar"));
    const auto name = names.find(seat.id);
    seat.name = name == names.end() ? std::string{} : name->second;
    seat.role = roleFrom(at("role"));
    seat.muted = at("muted").toBool();
    seat.guest = at("guest").toBool();
    seat.handUp = at("hand").toBool();
    seat.handUpAt = maybeTimeFrom(at("hand_at"));
    seat.heardNothing = at("heard_nothing").toBool();
    seat.presence = enumFrom(at("presence"), Presence::Rejoining);
    seat.connection = enumFrom(at("connection"), Connection::Good);
    seat.soundRunning = at("sound").toBool();
    seat.device = textFrom(at("device"));
    seat.gen = numberFrom<std::uint32_t>(at("gen"));
    seat.connections = at("connections").toInt();
    seat.rttMs = at("rtt_ms").toDouble();
    seat.uncertaintyMs = at("uncertainty_ms").toDouble();
    seat.joinedAt = maybeTimeFrom(at("joined_at"));
    if (const auto time = maybeTimeFrom(at("note_at"))) {
        seat.lastNote = LastNote{at("note").toInt(), *time};
    }
    return seat;
}

/// Who waits at the door is not kept: a tablet that still wants to come in asks again.
QJsonObject doorFields(const DoorState& door)
{
    return {{key("locked"), door.locked},
            {key("admitted"), toJson(door.admitted)},
            {key("declined"), toJson(door.declined)}};
}

DoorState doorValue(const QJsonObject& object)
{
    DoorState door;
    door.locked = object[QLatin1String("locked")].toBool();
    door.admitted = textsFrom(object[QLatin1String("admitted")]);
    door.declined = textsFrom(object[QLatin1String("declined")]);
    return door;
}

/// Totals only, not who has answered.
QJsonObject moodFields(const MoodRound& mood)
{
    QJsonArray counts;
    for (const std::int32_t count : mood.counts) {
        counts.append(count);
    }
    return {{key("round"), mood.id},
            {key("open"), mood.open},
            {key("counts"), counts},
            {key("skipped"), mood.skipped}};
}

MoodRound moodValue(const QJsonObject& object)
{
    MoodRound mood;
    mood.id = object[QLatin1String("round")].toInt();
    mood.open = object[QLatin1String("open")].toBool();
    const QJsonArray counts = object[QLatin1String("counts")].toArray();
    for (std::size_t i = 0; i < mood.counts.size(); ++i) {
        mood.counts[i] = counts.at(static_cast<qsizetype>(i)).toInt();
    }
    mood.skipped = object[QLatin1String("skipped")].toInt();
    return mood;
}

QJsonArray marksToJson(const std::vector<ServerTime>& marks)
{
    QJsonArray array;
    for (const ServerTime mark : marks) {
        array.append(toJson(mark));
    }
    return array;
}

/// What happens around the music: door, games, moods.
void readRest(const QJsonObject& object, RoomState& state)
{
    const auto at = [&](const char* name) { return object.value(QLatin1String(name)); };
    // Rooms of the first version had one code for both.
    state.doorCode = at("door_code").isString() ? RoomCode{textFrom(at("door_code"))} : state.code;
    if (at("last_result").isObject()) {
        state.lastResult = groupResultFrom(at("last_result"));
    }
    state.solo = maybeRoleFrom(at("solo"));
    state.door = doorValue(at("door").toObject());
    state.tablets = tabletsFrom(at("tablets"));
    state.mood = moodValue(at("mood").toObject());
    const QJsonArray marks = at("marks").toArray();
    for (const QJsonValue& mark : marks) {
        state.marks.push_back(timeFrom(mark));
    }
}

/// Everything but the parts that may be damaged: timeline and game.
RoomState plainPartOf(const QJsonObject& object, const SeatNames& names)
{
    const auto at = [&](const char* name) { return object.value(QLatin1String(name)); };
    RoomState state;
    state.seq = numberFrom<std::uint64_t>(at("seq"));
    state.phase = enumFrom(at("phase"), RoomPhase::Lesson);
    state.classId = ClassId{at("class").toInteger()};
    state.className = textFrom(at("class_name"));
    state.namesOnTablets = at("names_on_tablets").toBool();
    state.code = {textFrom(at("code"))};
    state.lesson = LessonId{at("lesson").toInteger()};
    state.openedWallMillis = at("wall_ms").toInteger();
    state.openedAt = timeFrom(at("opened_at"));
    state.lessonStartedAt = maybeTimeFrom(at("started_at"));
    state.tempoChangedAt = maybeTimeFrom(at("tempo_changed_at"));
    state.pending = pendingFrom(at("pending"));
    state.countInBars = at("count_in").toInt();
    state.quiet = {at("quiet").toBool(), timeFrom(at("quiet_since")),
                   maybeTimeFrom(at("quiet_release"))};
    const QJsonArray seats = at("seats").toArray();
    for (const QJsonValue& seat : seats) {
        state.seats.push_back(seatValue(seat.toObject(), names));
    }
    readRest(object, state);
    return state;
}

} // namespace

QByteArray encodeSnapshot(const RoomState& state)
{
    QJsonArray seats;
    for (const Seat& seat : state.seats) {
        seats.append(seatFields(seat));
    }
    return toText({{key("seq"), numberToJson(state.seq)},
                   {key("phase"), enumToJson(state.phase)},
                   {key("class"), numberToJson(state.classId.value)},
                   {key("class_name"), toJson(state.className)},
                   {key("names_on_tablets"), state.namesOnTablets},
                   {key("code"), toJson(state.code.letters)},
                   {key("door_code"), toJson(state.doorCode.letters)},
                   {key("lesson"), numberToJson(state.lesson.value)},
                   {key("wall_ms"), numberToJson(state.openedWallMillis)},
                   {key("opened_at"), toJson(state.openedAt)},
                   {key("started_at"), toJson(state.lessonStartedAt)},
                   {key("timeline"), toJson(state.timeline)},
                   {key("tempo_changed_at"), toJson(state.tempoChangedAt)},
                   {key("pending"), toJson(state.pending)},
                   {key("count_in"), state.countInBars},
                   {key("quiet"), state.quiet.on},
                   {key("quiet_since"), toJson(state.quiet.since)},
                   {key("quiet_release"), toJson(state.quiet.releaseAt)},
                   {key("game"), toJson(state.game)},
                   {key("last_result"),
                    state.lastResult ? QJsonValue{toJson(*state.lastResult)} : QJsonValue{}},
                   {key("solo"), toJson(state.solo)},
                   {key("door"), doorFields(state.door)},
                   {key("tablets"), toJson(state.tablets)},
                   {key("mood"), moodFields(state.mood)},
                   {key("marks"), marksToJson(state.marks)},
                   {key("seats"), seats}});
}

Result<RoomState> decodeSnapshot(const QByteArray& json, const GameRegistry& games,
                                 const SeatNames& names)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return tl::unexpected{Error{ErrorCode::StoreCorrupt, "a snapshot cannot be read"}};
    }
    RoomState state = plainPartOf(document.object(), names);
    auto timeline = timelineFrom(document.object().value(QLatin1String("timeline")));
    auto game = gameFrom(document.object().value(QLatin1String("game")), games);
    if (!timeline || !game) {
        return tl::unexpected{timeline ? game.error() : timeline.error()};
    }
    state.timeline = std::move(*timeline);
    state.game = std::move(*game);
    return state;
}

} // namespace tutti::store
