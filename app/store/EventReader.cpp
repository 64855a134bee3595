#include "app/store/EventReader.h"

#include "app/store/ValueCodec.h"

namespace tutti::store {
namespace {

SeatPlan planFrom(const QJsonObject& object, const SeatNames& names)
{
    SeatPlan plan;
    plan.seat = seatFrom(object[QLatin1String("seat")]);
    plan.avatar = textFrom(object[QLatin1String("avatar")]);
    plan.role = roleFrom(object[QLatin1String("role")]);
    plan.guest = object[QLatin1String("guest")].toBool();
    const auto name = names.find(plan.seat);
    plan.name = name == names.end() ? std::string{} : name->second;
    return plan;
}

std::vector<SeatPlan> plansFrom(const EventReader& r)
{
    std::vector<SeatPlan> plans;
    const QJsonArray array = r.at("seats").toArray();
    for (const QJsonValue& value : array) {
        plans.push_back(planFrom(value.toObject(), r.names));
    }
    return plans;
}

} // namespace

SeatId EventReader::seat() const
{
    return seatFrom(at("seat"));
}

std::vector<SeatId> EventReader::seats() const
{
    return seatsFrom(at("seats"));
}

Result<Event> openedFrom(const EventReader& r)
{
    return timelineFrom(r.at("timeline")).map([&](Timeline timeline) {
        RoomOpened e;
        e.classId = ClassId{r.at("class").toInteger()};
        e.className = textFrom(r.at("class_name"));
        e.namesOnTablets = r.flag("names_on_tablets");
        e.code = {textFrom(r.at("code"))};
        e.lesson = LessonId{r.at("lesson").toInteger()};
        e.wallMillis = r.at("wall_ms").toInteger();
        e.seats = plansFrom(r);
        e.timeline = std::move(timeline);
        e.tablets = tabletsFrom(r.at("tablets"));
        return Event{std::move(e)};
    });
}

Result<Event> timelineChangedFrom(const EventReader& r)
{
    return timelineFrom(r.at("timeline")).map([&](Timeline timeline) {
        TimelineChanged e{std::move(timeline), std::nullopt, timeFrom(r.at("tempo_at"))};
        if (r.at("tempo").isDouble()) {
            e.tempo = Tempo{r.at("tempo").toInt()};
        }
        return Event{std::move(e)};
    });
}

Result<Event> claimedFrom(const EventReader& r)
{
    return SeatClaimed{r.seat(), textFrom(r.at("device")), numberFrom<std::uint32_t>(r.at("gen"))};
}

Result<Event> seatAddedFrom(const EventReader& r)
{
    return SeatAdded{planFrom(r.object, r.names)};
}

Result<Event> reportedFrom(const EventReader& r)
{
    DeviceReported e{r.seat(),
                     {r.flag("visible"), r.flag("sound"), r.at("rtt_ms").toDouble(),
                      r.at("uncertainty_ms").toDouble()}};
    if (r.at("heard").isBool()) {
        e.status.heard = r.flag("heard");
    }
    return e;
}

Result<Event> gameChangedFrom(const EventReader& r)
{
    return gameFrom(r.at("game"), r.games).map([&](GameStatePtr state) {
        return Event{GameChanged{std::move(state), r.flag("begins"), r.flag("beats_changed")}};
    });
}

Result<Event> gameMovedFrom(const EventReader& r)
{
    return GameMoved{{r.seat(), textFrom(r.at("name")), textFrom(r.at("move"))}};
}

} // namespace tutti::store
