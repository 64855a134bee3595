#include "app/store/EventFields.h"

#include "app/store/ValueCodec.h"

namespace tutti::store {
namespace {

using Json = QJsonObject;

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

Json planFields(const SeatPlan& plan)
{
    Json object{{key("seat"), plan.seat.value},
                {key("avatar"), toJson(plan.avatar)},
                {key("role"), toJson(std::string{nameOf(plan.role)})}};
    if (plan.guest) {
        object[key("guest")] = true;
    }
    return object;
}

/// One overload an event, so that a new one cannot be forgotten.
struct Fields {
    Json operator()(const RoomOpened& e) const
    {
        QJsonArray seats;
        for (const SeatPlan& plan : e.seats) {
            seats.append(planFields(plan));
        }
        return {{key("class"), numberToJson(e.classId.value)},
                {key("class_name"), toJson(e.className)},
                {key("names_on_tablets"), e.namesOnTablets},
                {key("code"), toJson(e.code.letters)},
                {key("lesson"), numberToJson(e.lesson.value)},
                {key("wall_ms"), numberToJson(e.wallMillis)},
                {key("seats"), seats},
                {key("timeline"), toJson(e.timeline)},
                {key("tablets"), toJson(e.tablets)}};
    }
    Json operator()(const CodeChanged& e) const { return {{key("code"), toJson(e.code.letters)}}; }
    Json operator()(const LessonStarted&) const { return {}; }
    Json operator()(const LessonEnded&) const { return {}; }

    // Music.
    Json operator()(const TimelineChanged& e) const
    {
        Json object{{key("timeline"), toJson(e.timeline)}, {key("tempo_at"), toJson(e.tempoAt)}};
        if (e.tempo) {
            object[key("tempo")] = e.tempo->milliBpm;
        }
        return object;
    }
    Json operator()(const ChangesDeferred& e) const { return toJson(e.pending); }
    Json operator()(const CountInChanged& e) const { return {{key("bars"), e.bars}}; }
    Json operator()(const SeatsMuted& e) const
    {
        return {{key("seats"), toJson(e.seats)}, {key("muted"), e.muted}};
    }
    Json operator()(const RoleAssigned& e) const
    {
        return {{key("seats"), toJson(e.seats)},
                {key("role"), toJson(std::string{nameOf(e.role)})}};
    }
    Json operator()(const SoloChanged& e) const { return {{key("role"), toJson(e.role)}}; }
    Json operator()(const QuietStarted& e) const { return {{key("at"), toJson(e.at)}}; }
    Json operator()(const QuietReleased& e) const { return {{key("at"), toJson(e.at)}}; }
    Json operator()(const QuietEnded&) const { return {}; }

    // Seats.
    Json operator()(const SeatClaimed& e) const
    {
        return {{key("seat"), e.seat.value},
                {key("device"), toJson(e.device)},
                {key("gen"), numberToJson(e.gen)}};
    }
    Json operator()(const SeatFreed& e) const
    {
        return {{key("seat"), e.seat.value}, {key("gen"), numberToJson(e.gen)}};
    }
    Json operator()(const TabletNumbered& e) const { return toJson(e.tablet); }
    Json operator()(const SeatAdded& e) const { return planFields(e.plan); }
    Json operator()(const SeatRenamed&) const { return {}; }
    Json operator()(const SeatConnected& e) const { return {{key("seat"), e.seat.value}}; }
    Json operator()(const SeatDisconnected& e) const { return {{key("seat"), e.seat.value}}; }
    Json operator()(const DeviceReported& e) const
    {
        Json object{{key("seat"), e.seat.value},
                    {key("visible"), e.status.visible},
                    {key("sound"), e.status.soundRunning},
                    {key("rtt_ms"), e.status.rttMs},
                    {key("uncertainty_ms"), e.status.uncertaintyMs}};
        if (e.status.heard) {
            object[key("heard")] = *e.status.heard;
        }
        return object;
    }
    Json operator()(const HandRaised& e) const
    {
        return {{key("seat"), e.seat.value}, {key("up"), e.up}};
    }
    Json operator()(const NotePlayed&) const { return {}; }
    Json operator()(const NoteStopped&) const { return {}; }

    // The door.
    Json operator()(const DoorLocked& e) const { return {{key("locked"), e.locked}}; }
    Json operator()(const DoorKnocked&) const { return {}; }
    Json operator()(const DoorLeft&) const { return {}; }
    Json operator()(const DoorAnswered& e) const
    {
        return {{key("device"), toJson(e.device)}, {key("admitted"), e.admitted}};
    }

    // Games, moods, marks.
    Json operator()(const GameChanged& e) const
    {
        Json object{{key("game"), toJson(e.state)}};
        if (e.begins) {
            object[key("begins")] = true;
        }
        if (e.beatsChanged) {
            object[key("beats_changed")] = true;
        }
        return object;
    }
    Json operator()(const GameMoved& e) const
    {
        return {{key("seat"), e.move.seat.value},
                {key("name"), toJson(e.move.name)},
                {key("move"), toJson(e.move.json)}};
    }
    Json operator()(const OpportunitiesClosed&) const { return {}; }
    Json operator()(const RoundEnded& e) const { return toJson(e.result); }
    Json operator()(const MoodAsked& e) const { return {{key("round"), e.round}}; }
    Json operator()(const MoodEnded&) const { return {}; }
    Json operator()(const MoodGiven&) const { return {}; }
    Json operator()(const MomentMarked&) const { return {}; }
};

} // namespace

QJsonObject fieldsOf(const Event& event)
{
    return std::visit(Fields{}, event);
}

} // namespace tutti::store
