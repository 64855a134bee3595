#include "app/store/EventCodec.h"

#include "app/store/EventFields.h"
#include "app/store/EventReader.h"
#include "app/store/ValueCodec.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tutti::store {
namespace {

using R = const EventReader&;
using Decode = Result<Event> (*)(R);

struct Kind {
    std::string_view name;
    /// Null for what is no control event.
    Decode decode;
};

template <typename E>
Result<Event> bare(R)
{
    return E{};
}

template <typename E>
Result<Event> ofSeat(R r)
{
    return E{r.seat()};
}

template <typename E>
Result<Event> ofTime(R r)
{
    return E{timeFrom(r.at("at"))};
}

/// In the order of the alternatives of Event.
constexpr std::array<Kind, std::variant_size_v<Event>> kKinds{{
    {"room_opened", openedFrom},
    {"code_changed", [](R r) -> Result<Event> { return CodeChanged{{textFrom(r.at("code"))}}; }},
    {"lesson_started", bare<LessonStarted>},
    {"lesson_ended", bare<LessonEnded>},
    {"timeline_changed", timelineChangedFrom},
    {"changes_deferred",
     [](R r) -> Result<Event> { return ChangesDeferred{pendingFrom(r.object)}; }},
    {"count_in_changed",
     [](R r) -> Result<Event> { return CountInChanged{r.at("bars").toInt(1)}; }},
    {"seats_muted",
     [](R r) -> Result<Event> {
         return SeatsMuted{r.seats(), r.flag("muted")};
     }},
    {"role_assigned",
     [](R r) -> Result<Event> {
         return RoleAssigned{r.seats(), roleFrom(r.at("role"))};
     }},
    {"solo_changed", [](R r) -> Result<Event> { return SoloChanged{maybeRoleFrom(r.at("role"))}; }},
    {"quiet_started", ofTime<QuietStarted>},
    {"quiet_released", ofTime<QuietReleased>},
    {"quiet_ended", bare<QuietEnded>},
    {"seat_claimed", claimedFrom},
    {"seat_freed",
     [](R r) -> Result<Event> {
         return SeatFreed{r.seat(), numberFrom<std::uint32_t>(r.at("gen"))};
     }},
    {"tablet_numbered", [](R r) -> Result<Event> { return TabletNumbered{tabletFrom(r.object)}; }},
    {"seat_added", seatAddedFrom},
    {"seat_renamed", nullptr},
    {"door_locked", [](R r) -> Result<Event> { return DoorLocked{r.flag("locked")}; }},
    {"door_knocked", nullptr},
    {"door_left", nullptr},
    {"door_answered",
     [](R r) -> Result<Event> {
         return DoorAnswered{textFrom(r.at("device")), r.flag("admitted")};
     }},
    {"seat_connected", ofSeat<SeatConnected>},
    {"seat_disconnected", ofSeat<SeatDisconnected>},
    {"device_reported", reportedFrom},
    {"hand_raised",
     [](R r) -> Result<Event> {
         return HandRaised{r.seat(), r.flag("up")};
     }},
    {"note_played", nullptr},
    {"note_stopped", nullptr},
    {"game_changed", gameChangedFrom},
    {"game_moved", gameMovedFrom},
    {"opportunities_closed", nullptr},
    {"round_ended", [](R r) -> Result<Event> { return RoundEnded{groupResultFrom(r.object)}; }},
    {"mood_asked", [](R r) -> Result<Event> { return MoodAsked{r.at("round").toInt(1)}; }},
    {"mood_ended", bare<MoodEnded>},
    {"mood_given", nullptr},
    {"moment_marked", bare<MomentMarked>},
}};

} // namespace

std::string_view kindOf(const Event& event)
{
    return kKinds[event.index()].name;
}

bool isControl(const Event& event)
{
    if (const auto* game = std::get_if<GameChanged>(&event)) {
        return game->begins || game->beatsChanged;
    }
    return kKinds[event.index()].decode != nullptr;
}

QByteArray encodeEvent(const Event& event)
{
    return toText(fieldsOf(event));
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
    const QJsonObject object = document.object();
    return found->decode({object, games, names});
}

} // namespace tutti::store
