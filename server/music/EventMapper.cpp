#include "server/music/EventMapper.h"

#include "server/music/Wire.h"

#include <QJsonArray>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using channel::Lane;

/// A note that reaches the server later than this after its touch is not passed on: stale notes are worse than none
/// (synchrony.md d).
constexpr std::chrono::nanoseconds kStaleNote = 250ms;

QJsonArray seatArray(const std::vector<SeatId>& seats)
{
    QJsonArray array;
    for (const SeatId seat : seats) {
        array.append(seat.value);
    }
    return array;
}

qint64 rev(const EventEnvelope& envelope)
{
    return static_cast<qint64>(envelope.seq);
}

/// The fields every note has, rebuilt from what the rules accepted, so that no text of a child's travels.
template <typename Note>
QJsonObject noteBase(const Note& note, ServerTime at)
{
    QJsonObject payload{{u"midi"_s, note.midi}, {u"at"_s, qint64{toMicros(at)}}};
    if (note.seat.isValid()) {
        payload.insert(u"seat"_s, note.seat.value);
        payload.insert(u"student_id"_s, seatName(note.seat));
    } else {
        payload.insert(u"student_id"_s, text(note.guest));
    }
    if (note.seq) {
        payload.insert(u"seq"_s, qint64{*note.seq});
    }
    return payload;
}

std::vector<Outgoing> played(const NotePlayed& e, const EventEnvelope& envelope)
{
    if (envelope.at - e.at > kStaleNote) {
        return {};
    }
    QJsonObject payload = noteBase(e.note, e.at);
    payload.insert(u"velocity"_s, e.note.velocity);
    if (e.note.senderTime) {
        payload.insert(u"t"_s, *e.note.senderTime);
    }
    return {{u"play_note"_s, payload, Lane::Notes, envelope.origin.peer}};
}

std::vector<Outgoing> timeline(const TimelineChanged& e, const EventEnvelope& envelope,
                               const std::string& clockId)
{
    std::vector<Outgoing> out{{u"timeline"_s, timelineJson(e.timeline, clockId, envelope.at)}};
    if (e.tempo) {
        const QJsonObject tempo{{u"bpm"_s, bpmOf(*e.tempo)},
                                {u"at"_s, qint64{toMicros(e.tempoAt)}}};
        out.push_back({u"tempo_changed"_s, tempo});
    }
    return out;
}

} // namespace

std::vector<Outgoing> outgoingFor(const EventEnvelope& envelope, const RoomState& state,
                                  const std::string& clockId)
{
    const QJsonObject numbered{{u"rev"_s, rev(envelope)}};
    const auto with = [&](std::initializer_list<std::pair<QString, QJsonValue>> fields) {
        QJsonObject payload = numbered;
        for (const auto& [key, value] : fields) {
            payload.insert(key, value);
        }
        return payload;
    };
    using Out = std::vector<Outgoing>;
    return std::visit(
        Overloaded{
            [&](const LessonStarted&) -> Out {
                return {{u"phase"_s, with({{u"phase"_s, u"lesson"_s}})}};
            },
            [&](const LessonEnded&) -> Out {
                return {{u"bye"_s, {{u"reason"_s, u"lesson_over"_s}}, Lane::Control}};
            },
            [&](const TimelineChanged& e) { return timeline(e, envelope, clockId); },
            [&](const SeatsMuted& e) -> Out {
                return {{u"muted"_s,
                         with({{u"seats"_s, seatArray(e.seats)}, {u"muted"_s, e.muted}}),
                         Lane::Control}};
            },
            [&](const RoleAssigned& e) -> Out {
                return {{u"role_assigned"_s, with({{u"seats"_s, seatArray(e.seats)},
                                                   {u"role"_s, text(nameOf(e.role))}})}};
            },
            [&](const QuietStarted& e) -> Out {
                return {{u"quiet"_s, with({{u"at"_s, qint64{toMicros(e.at)}}}), Lane::Control}};
            },
            [&](const QuietReleased& e) -> Out {
                return {{u"resumed"_s, with({{u"at"_s, qint64{toMicros(e.at)}}}), Lane::Control}};
            },
            [&](const SeatFreed& e) -> Out {
                return {{u"bye"_s, {{u"reason"_s, u"seat_released"_s}}, Lane::Control, {}, e.seat}};
            },
            [&](const HandRaised& e) -> Out {
                return {{u"hand"_s,
                         with({{u"seat"_s, e.seat.value}, {u"up"_s, e.up}}),
                         Lane::State,
                         {},
                         e.seat}};
            },
            [&](const NotePlayed& e) { return played(e, envelope); },
            [&](const NoteStopped& e) -> Out {
                return {
                    {u"stop_note"_s, noteBase(e.note, e.at), Lane::Notes, envelope.origin.peer}};
            },
            [&](const GameChanged&) -> Out {
                QJsonObject game = gameJson(*state.game);
                game.insert(u"rev"_s, rev(envelope));
                return {{u"game"_s, game}};
            },
            [&](const auto&) -> Out { return {}; },
        },
        envelope.event);
}

Outgoing beatOf(const Pulse& pulse, Tempo pulses)
{
    return {u"beat"_s,
            {{u"beat"_s, qint64{pulse.number}},
             {u"bar"_s, qint64{pulse.bar}},
             {u"beat_in_bar"_s, pulse.inBar},
             {u"bpm"_s, bpmOf(pulses)},
             {u"at"_s, qint64{toMicros(pulse.at)}}}};
}

std::vector<SeatId> presenceTouchedBy(const Event& event)
{
    using Seats = std::vector<SeatId>;
    return std::visit(Overloaded{
                          [](const SeatsMuted& e) { return e.seats; },
                          [](const RoleAssigned& e) { return e.seats; },
                          [](const SeatFreed& e) { return Seats{e.seat}; },
                          [](const SeatConnected& e) { return Seats{e.seat}; },
                          [](const SeatDisconnected& e) { return Seats{e.seat}; },
                          [](const DeviceReported& e) { return Seats{e.seat}; },
                          [](const auto&) { return Seats{}; },
                      },
                      event);
}

} // namespace tutti::music
