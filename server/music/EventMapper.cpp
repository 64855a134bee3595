#include "server/music/EventMapper.h"

#include "server/music/Wire.h"

#include <QJsonArray>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using channel::Lane;

/// A note that reaches the server later than this after its touch is not passed on: stale notes are worse than none.
constexpr std::chrono::nanoseconds kStaleNote = 250ms;

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

/// Who owns which beats; seats without any are left out.
QJsonArray ownersJson(const RoomState& state)
{
    QJsonArray owners;
    for (const Seat& seat : state.seats) {
        const QJsonArray beats = beatsJson(state, seat.id);
        if (!beats.isEmpty()) {
            owners.append(QJsonObject{{u"seat"_s, seat.id.value}, {u"beats"_s, beats}});
        }
    }
    return owners;
}

QJsonObject resultJson(const GroupResult& result)
{
    return {{u"game"_s, text(result.game)}, {u"round"_s, result.round},
            {u"rounds"_s, result.rounds},   {u"bars"_s, result.bars},
            {u"held"_s, result.held},       {u"best"_s, result.best},
            {u"final"_s, result.isFinal}};
}

/// What the members are told about one event: an overload an event, silence for the rest.
class Teller {
public:
    using Out = std::vector<Outgoing>;

    Teller(const EventEnvelope& envelope, const RoomState& state, const std::string& clockId)
        : m_envelope(envelope)
        , m_state(state)
        , m_clockId(clockId)
    {
    }

    Out operator()(const LessonStarted&) const
    {
        return {{u"phase"_s, numbered({{u"phase"_s, u"lesson"_s}})}};
    }
    Out operator()(const LessonEnded&) const
    {
        return {{u"bye"_s, {{u"reason"_s, u"lesson_over"_s}}, Lane::Control}};
    }
    Out operator()(const TimelineChanged& e) const
    {
        Out out{{u"timeline"_s, timelineJson(e.timeline, m_clockId, m_envelope.at)}};
        if (e.tempo) {
            const QJsonObject tempo{{u"bpm"_s, bpmOf(*e.tempo)},
                                    {u"at"_s, qint64{toMicros(e.tempoAt)}}};
            out.push_back({u"tempo_changed"_s, tempo});
        }
        return out;
    }
    Out operator()(const SeatsMuted& e) const
    {
        const QJsonObject payload =
            numbered({{u"seats"_s, seatNumbers(e.seats)}, {u"muted"_s, e.muted}});
        // Not ahead of the snapshots that were made before it: an older one must not undo it.
        return {{u"muted"_s, payload, Lane::State}};
    }
    Out operator()(const RoleAssigned& e) const
    {
        return {{u"role_assigned"_s, numbered({{u"seats"_s, seatNumbers(e.seats)},
                                               {u"role"_s, text(nameOf(e.role))}})}};
    }
    Out operator()(const QuietStarted& e) const
    {
        return {{u"quiet"_s, numbered({{u"at"_s, qint64{toMicros(e.at)}}}), Lane::Control}};
    }
    Out operator()(const QuietReleased& e) const
    {
        return {{u"resumed"_s, numbered({{u"at"_s, qint64{toMicros(e.at)}}}), Lane::Control}};
    }
    Out operator()(const SoloChanged& e) const
    {
        return {{u"solo"_s, numbered({{u"role"_s, roleJson(e.role)}})}};
    }
    Out operator()(const SeatAdded&) const { return seats(); }
    Out operator()(const SeatRenamed&) const { return m_state.namesOnTablets ? seats() : Out{}; }
    Out operator()(const MoodAsked& e) const
    {
        return {{u"prompt"_s, numbered({{u"kind"_s, u"mood"_s}, {u"id"_s, e.round}})}};
    }
    Out operator()(const MoodEnded&) const
    {
        return {{u"prompt_over"_s, numbered({{u"id"_s, m_state.mood.id}})}};
    }
    Out operator()(const RoundEnded& e) const
    {
        return {{u"group_result"_s, numbered(resultJson(e.result))}};
    }
    Out operator()(const HandRaised& e) const
    {
        const QJsonObject payload = numbered({{u"seat"_s, e.seat.value}, {u"up"_s, e.up}});
        return {{u"hand"_s, payload, Lane::State, {}, e.seat}};
    }
    Out operator()(const NotePlayed& e) const { return played(e, m_envelope); }
    Out operator()(const NoteStopped& e) const
    {
        return {{u"stop_note"_s, noteBase(e.note, e.at), Lane::Notes, m_envelope.origin.peer}};
    }
    Out operator()(const GameChanged& e) const
    {
        Out out{{e.begins ? u"game"_s : u"game_changed"_s, numbered(gameJson(*e.state))}};
        if (e.beatsChanged) {
            out.push_back({u"beat_assigned"_s, numbered({{u"beats"_s, ownersJson(m_state)}})});
        }
        return out;
    }
    template <typename Other>
    Out operator()(const Other&) const
    {
        return {};
    }

private:
    Out seats() const { return {{u"seats"_s, numbered({{u"seats"_s, seatListJson(m_state)}})}}; }
    QJsonObject numbered(QJsonObject payload) const
    {
        payload.insert(u"rev"_s, rev(m_envelope));
        return payload;
    }

    const EventEnvelope& m_envelope;
    const RoomState& m_state;
    const std::string& m_clockId;
};

} // namespace

std::vector<Outgoing> outgoingFor(const EventEnvelope& envelope, const RoomState& state,
                                  const std::string& clockId)
{
    return std::visit(Teller{envelope, state, clockId}, envelope.event);
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

std::vector<SeatId> presenceTouchedBy(const Event& event, const RoomState& state)
{
    using Seats = std::vector<SeatId>;
    return std::visit(Overloaded{
                          [](const SeatsMuted& e) { return e.seats; },
                          [](const RoleAssigned& e) { return e.seats; },
                          [](const SeatFreed& e) { return Seats{e.seat}; },
                          [](const SeatConnected& e) { return Seats{e.seat}; },
                          [](const SeatDisconnected& e) { return Seats{e.seat}; },
                          [](const DeviceReported& e) { return Seats{e.seat}; },
                          [&](const GameChanged& e) {
                              Seats all;
                              for (const Seat& seat : state.seats) {
                                  if (e.beatsChanged && seat.connections > 0) {
                                      all.push_back(seat.id);
                                  }
                              }
                              return all;
                          },
                          [](const auto&) { return Seats{}; },
                      },
                      event);
}

} // namespace tutti::music
