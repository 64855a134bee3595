#include "app/store/EventCodec.h"

#include "app/store/ValueCodec.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tutti::store {
namespace {

using Json = QJsonObject;

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

Json fields(const RoomOpened& e)
{
    QJsonArray seats;
    for (const SeatPlan& plan : e.seats) {
        const auto role = nameOf(plan.role);
        seats.append(Json{{key("seat"), plan.seat.value},
                          {key("avatar"), toJson(plan.avatar)},
                          {key("role"), toJson(std::string{role})}});
    }
    return {{key("class"), numberToJson(e.classId.value)},
            {key("class_name"), toJson(e.className)},
            {key("names_on_tablets"), e.namesOnTablets},
            {key("code"), toJson(e.code.letters)},
            {key("lesson"), numberToJson(e.lesson.value)},
            {key("wall_ms"), numberToJson(e.wallMillis)},
            {key("seats"), seats},
            {key("timeline"), toJson(e.timeline)}};
}

Json fields(const LessonStarted&)
{
    return {};
}
Json fields(const LessonEnded&)
{
    return {};
}

Json fields(const TimelineChanged& e)
{
    Json object{{key("timeline"), toJson(e.timeline)}, {key("tempo_at"), toJson(e.tempoAt)}};
    if (e.tempo) {
        object[key("tempo")] = e.tempo->milliBpm;
    }
    return object;
}

Json fields(const ChangesDeferred& e)
{
    return toJson(e.pending);
}

Json fields(const CountInChanged& e)
{
    return {{key("bars"), e.bars}};
}

Json fields(const SeatsMuted& e)
{
    return {{key("seats"), toJson(e.seats)}, {key("muted"), e.muted}};
}

Json fields(const RoleAssigned& e)
{
    return {{key("seats"), toJson(e.seats)}, {key("role"), toJson(std::string{nameOf(e.role)})}};
}

Json fields(const QuietStarted& e)
{
    return {{key("at"), toJson(e.at)}};
}
Json fields(const QuietReleased& e)
{
    return {{key("at"), toJson(e.at)}};
}

Json fields(const QuietEnded&)
{
    return {};
}

Json fields(const SeatClaimed& e)
{
    return {{key("seat"), e.seat.value},
            {key("device"), toJson(e.device)},
            {key("gen"), numberToJson(e.gen)}};
}

Json fields(const SeatFreed& e)
{
    return {{key("seat"), e.seat.value}, {key("gen"), numberToJson(e.gen)}};
}
Json fields(const SeatConnected& e)
{
    return {{key("seat"), e.seat.value}};
}
Json fields(const SeatDisconnected& e)
{
    return {{key("seat"), e.seat.value}};
}

Json fields(const DeviceReported& e)
{
    return {{key("seat"), e.seat.value},
            {key("visible"), e.status.visible},
            {key("sound"), e.status.soundRunning},
            {key("rtt_ms"), e.status.rttMs},
            {key("uncertainty_ms"), e.status.uncertaintyMs}};
}

Json fields(const HandRaised& e)
{
    return {{key("seat"), e.seat.value}, {key("up"), e.up}};
}
Json fields(const NotePlayed&)
{
    return {};
}
Json fields(const NoteStopped&)
{
    return {};
}
Json fields(const GameChanged& e)
{
    return {{key("game"), toJson(e.state)}};
}

/// What decoding may need besides the object itself.
struct Reader {
    const Json& object;
    const GameRegistry& games;
    const SeatNames& names;

    QJsonValue at(const char* name) const { return object.value(QLatin1String(name)); }
    SeatId seat() const { return seatFrom(at("seat")); }
    std::vector<SeatId> seats() const { return seatsFrom(at("seats")); }
};

std::vector<SeatPlan> plansFrom(const Reader& r)
{
    std::vector<SeatPlan> plans;
    const QJsonArray array = r.at("seats").toArray();
    for (const QJsonValue& value : array) {
        const Json object = value.toObject();
        SeatPlan plan;
        plan.seat = seatFrom(object[QLatin1String("seat")]);
        plan.avatar = textFrom(object[QLatin1String("avatar")]);
        plan.role = roleFrom(object[QLatin1String("role")]);
        const auto name = r.names.find(plan.seat);
        plan.name = name == r.names.end() ? std::string{} : name->second;
        plans.push_back(std::move(plan));
    }
    return plans;
}

Result<Event> openedFrom(const Reader& r)
{
    return timelineFrom(r.at("timeline")).map([&](Timeline timeline) {
        RoomOpened e;
        e.classId = ClassId{r.at("class").toInteger()};
        e.className = textFrom(r.at("class_name"));
        e.namesOnTablets = r.at("names_on_tablets").toBool();
        e.code = {textFrom(r.at("code"))};
        e.lesson = LessonId{r.at("lesson").toInteger()};
        e.wallMillis = r.at("wall_ms").toInteger();
        e.seats = plansFrom(r);
        e.timeline = std::move(timeline);
        return Event{std::move(e)};
    });
}

Result<Event> timelineChangedFrom(const Reader& r)
{
    return timelineFrom(r.at("timeline")).map([&](Timeline timeline) {
        TimelineChanged e{std::move(timeline), std::nullopt, timeFrom(r.at("tempo_at"))};
        if (r.at("tempo").isDouble()) {
            e.tempo = Tempo{r.at("tempo").toInt()};
        }
        return Event{std::move(e)};
    });
}

Result<Event> reportedFrom(const Reader& r)
{
    return DeviceReported{r.seat(),
                          {r.at("visible").toBool(), r.at("sound").toBool(),
                           r.at("rtt_ms").toDouble(), r.at("uncertainty_ms").toDouble()}};
}

Result<Event> gameChangedFrom(const Reader& r)
{
    return gameFrom(r.at("game"), r.games).map([](GameStatePtr state) {
        return Event{GameChanged{std::move(state)}};
    });
}

Result<Event> claimedFrom(const Reader& r)
{
    return SeatClaimed{r.seat(), textFrom(r.at("device")), numberFrom<std::uint32_t>(r.at("gen"))};
}

using Decode = Result<Event> (*)(const Reader&);

struct Kind {
    std::string_view name;
    /// Null for notes.
    Decode decode;
};

/// In the order of the alternatives of Event.
constexpr std::array<Kind, std::variant_size_v<Event>> kKinds{{
    {"room_opened", openedFrom},
    {"lesson_started", [](const Reader&) -> Result<Event> { return LessonStarted{}; }},
    {"lesson_ended", [](const Reader&) -> Result<Event> { return LessonEnded{}; }},
    {"timeline_changed", timelineChangedFrom},
    {"changes_deferred",
     [](const Reader& r) -> Result<Event> { return ChangesDeferred{pendingFrom(r.object)}; }},
    {"count_in_changed",
     [](const Reader& r) -> Result<Event> { return CountInChanged{r.at("bars").toInt(1)}; }},
    {"seats_muted",
     [](const Reader& r) -> Result<Event> {
         return SeatsMuted{r.seats(), r.at("muted").toBool()};
     }},
    {"role_assigned",
     [](const Reader& r) -> Result<Event> {
         return RoleAssigned{r.seats(), roleFrom(r.at("role"))};
     }},
    {"quiet_started",
     [](const Reader& r) -> Result<Event> { return QuietStarted{timeFrom(r.at("at"))}; }},
    {"quiet_released",
     [](const Reader& r) -> Result<Event> { return QuietReleased{timeFrom(r.at("at"))}; }},
    {"quiet_ended", [](const Reader&) -> Result<Event> { return QuietEnded{}; }},
    {"seat_claimed", claimedFrom},
    {"seat_freed",
     [](const Reader& r) -> Result<Event> {
         return SeatFreed{r.seat(), numberFrom<std::uint32_t>(r.at("gen"))};
     }},
    {"seat_connected", [](const Reader& r) -> Result<Event> { return SeatConnected{r.seat()}; }},
    {"seat_disconnected",
     [](const Reader& r) -> Result<Event> { return SeatDisconnected{r.seat()}; }},
    {"device_reported", reportedFrom},
    {"hand_raised",
     [](const Reader& r) -> Result<Event> {
         return HandRaised{r.seat(), r.at("up").toBool()};
     }},
    {"note_played", nullptr},
    {"note_stopped", nullptr},
    {"game_changed", gameChangedFrom},
}};

} // namespace

std::string_view kindOf(const Event& event)
{
    return kKinds[event.index()].name;
}

bool isControl(const Event& event)
{
    return kKinds[event.index()].decode != nullptr;
}

QByteArray encodeEvent(const Event& event)
{
    return std::visit([](const auto& e) { return toText(fields(e)); }, event);
}

Result<Event> decodeEvent(std::string_view kind, const QByteArray& json, const GameRegistry& games,
                          const SeatNames& names)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                    [&](const Kind& k) { return k.name == kind && k.decode; });
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (found == kKinds.end() || !document.isObject()) {
        return tl::unexpected{Error{ErrorCode::StoreCorrupt, "event " + std::string{kind}}};
    }
    return found->decode({document.object(), games, names});
}

} // namespace tutti::store
