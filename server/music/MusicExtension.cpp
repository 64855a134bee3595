#include "server/music/MusicExtension.h"

#include "server/music/EventMapper.h"
#include "server/music/SeatTokens.h"
#include "server/music/Wire.h"
#include "server/protocol/Json.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;
using channel::Lane;
using channel::Member;

/// A client's own track data goes to everyone with each change of its seat.
constexpr qsizetype kMaxClientData = 512;

std::vector<SeatId> without(std::vector<SeatId> seats, const std::vector<SeatId>& others)
{
    std::erase_if(seats, [&](SeatId seat) {
        return std::find(others.begin(), others.end(), seat) != others.end();
    });
    return seats;
}

/// Reason of a refused join: code, what is wrong, what to do.
tl::unexpected<QString> reason(QLatin1StringView name, ErrorCode code)
{
    return tl::unexpected<QString>{name + ": "_L1 + text(messageFor(code)) + u' ' +
                                   text(hintFor(code))};
}

} // namespace

MusicExtension::MusicExtension(const Clock& clock, CommandSink& sink, channel::Broadcaster& out,
                               const JoinDesk::Config& config, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_sink(sink)
    , m_out(out)
    , m_joinDesk(m_room, clock, sink, config)
    , m_clockDesk(m_room, clock, config.secret)
    , m_beatTimer(this)
{
    m_beatTimer.setSingleShot(true);
    m_beatTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_beatTimer, &QTimer::timeout, this, &MusicExtension::announceBeats);
}

bool MusicExtension::owns(const QString& topic) const
{
    return topic.startsWith(kTopicPrefix);
}

tl::expected<Sender, QString> MusicExtension::senderFor(const channel::Claims& claims) const
{
    Sender sender;
    if (claims.isSeat()) {
        auto seats = seatsOf(claims, m_room);
        if (!seats) {
            const bool over = seats.error().code == ErrorCode::LessonOver;
            return reason(over ? "LessonOver"_L1 : "SeatReleased"_L1, seats.error().code);
        }
        sender.seats = std::move(*seats);
    }
    // A token that names a class commands that class only.
    const QJsonValue ofClass = claims.all.value("class"_L1);
    sender.teacher = claims.isService() ||
                     (claims.isTeacher() &&
                      (ofClass.isUndefined() || ofClass == QString::number(m_room.classId.value)));
    return sender;
}

tl::expected<void, QString> MusicExtension::join(const Member& candidate)
{
    const auto sender = senderFor(candidate.claims);
    if (!sender) {
        return tl::unexpected{sender.error()};
    }
    if (!m_room.isOpen() || candidate.topic != m_topic) {
        return reason("RoomNotFound"_L1, ErrorCode::WrongCode);
    }
    if (!m_joins.take(candidate.peer, sender->seats, m_clock.now())) {
        return reason("SlowDown"_L1, ErrorCode::SlowDown);
    }
    return {};
}

void MusicExtension::joined(const Member& member)
{
    Attendee attendee;
    attendee.sender = senderFor(member.claims).value_or(Sender{});
    attendee.presenceKey = member.config.presenceKey;
    const Origin origin{member.peer};
    for (const SeatId seat : attendee.sender.seats) {
        m_sink.submit(ConnectSeat{seat}, origin);
    }
    m_attendees.enter(member.peer, std::move(attendee));
    m_sink.submit(RequestState{}, origin);
}

void MusicExtension::left(const Member& member)
{
    const auto attendee = m_attendees.leave(member.peer);
    if (!attendee) {
        return;
    }
    for (const SeatId seat : attendee->sender.seats) {
        m_sink.submit(DisconnectSeat{seat}, Origin{member.peer});
    }
    if (attendee->sender.seats.empty()) {
        m_out.clearPresence(member.topic, member.peer, attendee->presenceKey);
    }
}

void MusicExtension::received(const Member& member, const channel::ClientEvent& event)
{
    Attendee* attendee = m_attendees.find(member.peer);
    if (!attendee) {
        return;
    }
    if (!attendee->allowance.take(event.event, m_clock.now())) {
        refuse(member.peer, event.event, {ErrorCode::SlowDown, {}});
        return;
    }
    const auto mapped =
        mapCommand(event, attendee->sender, QRandomGenerator::global()->generate64());
    if (!mapped) {
        refuse(member.peer, event.event, mapped.error());
        return;
    }
    if (const auto* beats = std::get_if<WantsBeats>(&*mapped)) {
        attendee->wantsBeats = beats->on;
        return;
    }
    for (const Command& command : commandsOf(*mapped)) {
        // The event's name travels as the reference, so that a refusal can say what it refuses.
        m_sink.submit(command, Origin{member.peer, event.event.toStdString()});
    }
}

tl::expected<void, QString> MusicExtension::reauthorized(const Member& member)
{
    Attendee* attendee = m_attendees.find(member.peer);
    if (!attendee) {
        return {};
    }
    auto sender = senderFor(member.claims);
    if (!sender) {
        return tl::unexpected{sender.error()};
    }
    const std::vector<SeatId> added = without(sender->seats, attendee->sender.seats);
    const std::vector<SeatId> dropped = without(attendee->sender.seats, sender->seats);
    if (!m_joins.take(member.peer, added, m_clock.now())) {
        return reason("SlowDown"_L1, ErrorCode::SlowDown);
    }
    attendee->sender = std::move(*sender);
    attendee->arriving = true;
    const Origin origin{member.peer};
    for (const SeatId seat : added) {
        m_sink.submit(ConnectSeat{seat}, origin);
    }
    for (const SeatId seat : dropped) {
        m_sink.submit(DisconnectSeat{seat}, origin);
    }
    m_sink.submit(RequestState{}, origin);
    return {};
}

bool MusicExtension::receivedByRest(const QString& topic, const channel::Claims& claims,
                                    const channel::ClientEvent& event)
{
    const auto sender = senderFor(claims);
    if (!sender || !m_room.isOpen() || topic != m_topic) {
        return false;
    }
    const auto mapped = mapCommand(event, *sender, QRandomGenerator::global()->generate64());
    const auto commands = mapped ? commandsOf(*mapped) : std::vector<Command>{};
    for (const Command& command : commands) {
        // There is nobody to tell of a refusal by the room.
        m_sink.submit(command, Origin{});
    }
    return !commands.empty();
}

std::vector<Command> MusicExtension::commandsOf(const Mapped& mapped) const
{
    return std::visit(Overloaded{
                          [](const Command& command) { return std::vector{command}; },
                          [&](const DeviceReport& report) {
                              const auto reports = reportsOf(report, m_room);
                              return std::vector<Command>(reports.begin(), reports.end());
                          },
                          [](const WantsBeats&) { return std::vector<Command>{}; },
                      },
                      mapped);
}

void MusicExtension::tracked(const Member& member, const QJsonObject& data)
{
    const Attendee* attendee = m_attendees.find(member.peer);
    if (!attendee) {
        return;
    }
    if (protocol::jsonText(QJsonValue{data}).size() > kMaxClientData) {
        refuse(member.peer, u"presence"_s,
               {ErrorCode::TooLarge, "at most 512 bytes of track data"});
        return;
    }
    if (attendee->sender.seats.empty()) {
        const QString& key = attendee->presenceKey;
        if (data.isEmpty()) {
            m_out.clearPresence(member.topic, member.peer, key);
        } else {
            m_out.setPresence(member.topic, member.peer, key,
                              {{u"guest"_s, true}, {u"client"_s, data}});
        }
        return;
    }
    for (const SeatId seat : attendee->sender.seats) {
        m_clientData[seat] = data;
        showPresence(seat);
    }
}

void MusicExtension::onRecorded(const Batch& batch)
{
    for (const EventEnvelope& envelope : batch) {
        if (const auto* opened = std::get_if<RoomOpened>(&envelope.event)) {
            m_topic = topicOf(opened->code);
        }
        m_room.evolve(envelope);
        tell(envelope);
        afterwards(envelope);
    }
    tellReassigned();
}

void MusicExtension::tell(const EventEnvelope& envelope)
{
    for (const Outgoing& out : outgoingFor(envelope, m_room, m_clock.id())) {
        m_clockDesk.tell(out);
        if (!out.only.isValid()) {
            m_out.broadcast(m_topic, out.event, out.payload, out.lane, out.except);
            continue;
        }
        m_out.broadcast(m_topic, out.event, out.payload, out.lane, {}, [&](const Member& member) {
            return m_attendees.speaksFor(member.peer, out.only);
        });
    }
    for (const SeatId seat : presenceTouchedBy(envelope.event, m_room)) {
        showPresence(seat);
    }
}

void MusicExtension::afterwards(const EventEnvelope& envelope)
{
    std::visit(Overloaded{
                   [&](const RoomOpened&) { m_beats = {}; },
                   [&](const TimelineChanged&) {
                       m_beats.follow(m_room.timeline, m_clock.now());
                       announceBeats();
                   },
                   [&](const SeatFreed& e) { release(e.seat, envelope.origin); },
                   [&](const SeatClaimed& e) { given(e, envelope.origin); },
                   // The word is part of the state, and they show it.
                   [&](const CodeChanged&) { tellStateToAll(); },
                   [&](const LessonEnded&) { closeAll(); },
                   [](const auto&) {},
               },
               envelope.event);
}

void MusicExtension::onNoticed(const Notice& notice)
{
    if (m_joinDesk.take(notice)) {
        return;
    }
    const PeerId peer = notice.to.peer;
    Attendee* attendee = m_attendees.find(peer);
    if (!attendee) {
        return;
    }
    std::visit(
        Overloaded{
            [&](const Refused& refused) { refuse(peer, text(notice.to.ref), refused.error); },
            [&](const StateRequested&) { tellState(peer, *attendee); },
            // Answers to the desk, which has had them.
            [](const SeatGranted&) {},
            [](const DoorReply&) {},
        },
        notice.body);
}

void MusicExtension::refuse(PeerId peer, const QString& event, const Error& error)
{
    QJsonObject payload = errorJson(error);
    payload.insert(u"event"_s, event);
    m_out.push(peer, m_topic, u"refused"_s, payload, Lane::State);
}

void MusicExtension::announceMove(const QString& url)
{
    m_out.broadcast(m_topic, u"moved"_s, {{u"url"_s, url}}, Lane::Control, {},
                    [&](const Member& member) {
                        const Attendee* attendee = m_attendees.find(member.peer);
                        return attendee && !attendee->sender.seats.empty();
                    });
}

void MusicExtension::announceBeats()
{
    while (const auto pulse = m_beats.take(m_clock.now())) {
        const Outgoing beat = beatOf(*pulse, m_beats.tempoAt(*pulse));
        m_out.broadcast(m_topic, beat.event, beat.payload, beat.lane, {},
                        [&](const Member& member) {
                            const Attendee* attendee = m_attendees.find(member.peer);
                            return attendee && attendee->wantsBeats;
                        });
    }
    armBeats();
}

void MusicExtension::armBeats()
{
    const auto due = m_beats.due();
    if (!due) {
        m_beatTimer.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*due - m_clock.now());
    m_beatTimer.start(std::max(wait, std::chrono::milliseconds{0}));
}

} // namespace tutti::music
