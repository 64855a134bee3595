#include "app/store/ValueCodec.h"

#include <QJsonDocument>

#include <algorithm>

namespace tutti::store {
namespace {

QJsonObject segmentFields(const TempoSegment& segment)
{
    return {{QStringLiteral("at"), toJson(segment.at)},
            {QStringLiteral("tick"), numberToJson(segment.tick.value)},
            {QStringLiteral("milli_bpm"), segment.tempo.milliBpm}};
}

QJsonObject meterFields(const MeterChange& change)
{
    return {{QStringLiteral("bar"), numberToJson(change.bar)},
            {QStringLiteral("tick"), numberToJson(change.tick.value)},
            {QStringLiteral("num"), change.meter.num},
            {QStringLiteral("den"), change.meter.den}};
}

Ticks tickFrom(const QJsonObject& object)
{
    return {object[QLatin1String("tick")].toInteger()};
}

TempoSegment segmentFrom(const QJsonObject& object)
{
    return {timeFrom(object[QLatin1String("at")]), tickFrom(object),
            Tempo{object[QLatin1String("milli_bpm")].toInt()}};
}

MeterChange meterFrom(const QJsonObject& object)
{
    return {object[QLatin1String("bar")].toInteger(), tickFrom(object),
            Meter{object[QLatin1String("num")].toInt(), object[QLatin1String("den")].toInt()}};
}

bool isUsable(const Timeline& line)
{
    const auto steps = [](const TempoSegment& s) { return s.tempo.milliBpm > 0; };
    const auto counts = [](const MeterChange& m) { return m.meter.isSupported(); };
    return !line.segments.empty() && !line.meters.empty() &&
           std::all_of(line.segments.begin(), line.segments.end(), steps) &&
           std::all_of(line.meters.begin(), line.meters.end(), counts);
}

} // namespace

QByteArray toText(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

QJsonValue toJson(const std::string& text)
{
    return QString::fromStdString(text);
}

QJsonValue toJson(ServerTime time)
{
    return numberToJson(time.time_since_epoch().count());
}

QJsonValue toJson(const std::optional<ServerTime>& time)
{
    return time ? toJson(*time) : QJsonValue{};
}

QJsonArray toJson(const std::vector<SeatId>& seats)
{
    QJsonArray array;
    for (const SeatId seat : seats) {
        array.append(seat.value);
    }
    return array;
}

QJsonObject toJson(const Timeline& timeline)
{
    QJsonArray segments;
    for (const TempoSegment& segment : timeline.segments) {
        segments.append(segmentFields(segment));
    }
    QJsonArray meters;
    for (const MeterChange& change : timeline.meters) {
        meters.append(meterFields(change));
    }
    return {{QStringLiteral("rev"), numberToJson(timeline.rev)},
            {QStringLiteral("segments"), segments},
            {QStringLiteral("meters"), meters},
            {QStringLiteral("playing"), timeline.transport.playing},
            {QStringLiteral("tick"), numberToJson(timeline.transport.tick.value)},
            {QStringLiteral("at"), toJson(timeline.transport.at)}};
}

QJsonObject toJson(const GameStatePtr& state)
{
    if (!state) {
        return {};
    }
    const auto id = state->game();
    return {{QStringLiteral("id"), QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))},
            {QStringLiteral("state"), QString::fromStdString(state->encode())}};
}

QJsonObject toJson(const PendingChanges& pending)
{
    return {{QStringLiteral("tempo"),
             pending.tempo ? QJsonValue{pending.tempo->milliBpm} : QJsonValue{}},
            {QStringLiteral("start"), pending.start}};
}

QJsonValue toJson(const std::optional<Role>& role)
{
    return role ? toJson(std::string{nameOf(*role)}) : QJsonValue{};
}

QJsonArray toJson(const std::vector<std::string>& texts)
{
    QJsonArray array;
    for (const std::string& text : texts) {
        array.append(toJson(text));
    }
    return array;
}

QJsonObject toJson(const Tablet& tablet)
{
    return {{QStringLiteral("device"), toJson(tablet.device)},
            {QStringLiteral("number"), tablet.number}};
}

QJsonArray toJson(const std::vector<Tablet>& tablets)
{
    QJsonArray array;
    for (const Tablet& tablet : tablets) {
        array.append(toJson(tablet));
    }
    return array;
}

QJsonObject toJson(const GroupResult& result)
{
    return {{QStringLiteral("game"), toJson(result.game)}, {QStringLiteral("round"), result.round},
            {QStringLiteral("rounds"), result.rounds},     {QStringLiteral("bars"), result.bars},
            {QStringLiteral("held"), result.held},         {QStringLiteral("best"), result.best},
            {QStringLiteral("final"), result.isFinal}};
}

std::string textFrom(const QJsonValue& value)
{
    return value.toString().toStdString();
}

ServerTime timeFrom(const QJsonValue& value)
{
    return ServerTime{std::chrono::nanoseconds{value.toInteger()}};
}

std::optional<ServerTime> maybeTimeFrom(const QJsonValue& value)
{
    return value.isDouble() ? std::optional{timeFrom(value)} : std::nullopt;
}

SeatId seatFrom(const QJsonValue& value)
{
    return SeatId{value.toInt()};
}

std::vector<SeatId> seatsFrom(const QJsonValue& value)
{
    std::vector<SeatId> seats;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& seat : array) {
        seats.push_back(seatFrom(seat));
    }
    return seats;
}

Role roleFrom(const QJsonValue& value)
{
    return roleNamed(textFrom(value)).value_or(Role::Melody);
}

std::optional<Role> maybeRoleFrom(const QJsonValue& value)
{
    return roleNamed(textFrom(value));
}

std::vector<std::string> textsFrom(const QJsonValue& value)
{
    std::vector<std::string> texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& text : array) {
        texts.push_back(textFrom(text));
    }
    return texts;
}

Tablet tabletFrom(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    return {textFrom(object[QLatin1String("device")]), object[QLatin1String("number")].toInt()};
}

std::vector<Tablet> tabletsFrom(const QJsonValue& value)
{
    std::vector<Tablet> tablets;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& tablet : array) {
        tablets.push_back(tabletFrom(tablet));
    }
    return tablets;
}

GroupResult groupResultFrom(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    const auto number = [&](const char* name) { return object[QLatin1String(name)].toInt(); };
    return {textFrom(object[QLatin1String("game")]),
            number("round"),
            number("rounds"),
            number("bars"),
            number("held"),
            number("best"),
            object[QLatin1String("final")].toBool()};
}

PendingChanges pendingFrom(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    PendingChanges pending;
    if (object[QLatin1String("tempo")].isDouble()) {
        pending.tempo = Tempo{object[QLatin1String("tempo")].toInt()};
    }
    pending.start = object[QLatin1String("start")].toBool();
    return pending;
}

Result<Timeline> timelineFrom(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    Timeline line;
    line.rev = numberFrom<std::uint64_t>(object[QLatin1String("rev")]);
    const QJsonArray segments = object[QLatin1String("segments")].toArray();
    for (const QJsonValue& segment : segments) {
        line.segments.push_back(segmentFrom(segment.toObject()));
    }
    const QJsonArray meters = object[QLatin1String("meters")].toArray();
    for (const QJsonValue& meter : meters) {
        line.meters.push_back(meterFrom(meter.toObject()));
    }
    line.transport = {object[QLatin1String("playing")].toBool(), tickFrom(object),
                      timeFrom(object[QLatin1String("at")])};
    if (!isUsable(line)) {
        return tl::unexpected{Error{ErrorCode::StoreCorrupt, "a timeline cannot be read"}};
    }
    return line;
}

Result<GameStatePtr> gameFrom(const QJsonValue& value, const GameRegistry& games)
{
    const QJsonObject object = value.toObject();
    if (object.isEmpty()) {
        return GameStatePtr{};
    }
    const std::string id = textFrom(object[QLatin1String("id")]);
    const Game* game = games.find(id);
    GameStatePtr state = game ? game->decode(textFrom(object[QLatin1String("state")])) : nullptr;
    if (!state) {
        return tl::unexpected{Error{ErrorCode::StoreCorrupt, "the game " + id + " cannot be read"}};
    }
    return state;
}

} // namespace tutti::store
