#include "server/music/JoinDesk.h"

#include "server/music/SeatTokens.h"
#include "server/music/Wire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;

/// Requests share the id space of peers; the top bit keeps them apart from sockets.
constexpr std::uint64_t kRequestBit = std::uint64_t{1} << 63;
constexpr qsizetype kMaxBody = 4096;
constexpr qsizetype kMaxDevice = 64;
/// A shared tablet has two seats; one more that it gives up may still be named.
constexpr qsizetype kMaxWith = 2;
/// How long a tablet at a locked door waits before it asks again.
constexpr int kRetryMs = 2000;

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongCode:
    case ErrorCode::NoSuchSeat:
        return 404;
    case ErrorCode::NotAdmitted:
        return 403;
    case ErrorCode::SeatTaken:
        return 409;
    case ErrorCode::RoomClosed:
        return 410;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::SlowDown:
        return 429;
    default:
        return 400;
    }
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

Result<QJsonObject> objectIn(const QByteArray& body)
{
    if (body.size() > kMaxBody) {
        return tl::unexpected{Error{ErrorCode::TooLarge}};
    }
    return QJsonDocument::fromJson(body).object();
}

/// The seats a claim names beside the one it is about.
Result<std::vector<SeatId>> withIn(const QJsonObject& question)
{
    const QJsonValue with = question.value("with"_L1);
    const QJsonArray numbers = with.toArray();
    std::vector<SeatId> seats;
    for (const QJsonValue& number : numbers) {
        seats.emplace_back(number.toInt(0));
    }
    const bool wellFormed = (with.isUndefined() || with.isArray()) && numbers.size() <= kMaxWith &&
                            std::all_of(seats.begin(), seats.end(), [](SeatId seat) {
                                return seat.value >= 1 && seat.value <= kMaxSeats;
                            });
    return wellFormed ? Result<std::vector<SeatId>>{std::move(seats)}
                      : tl::unexpected{Error{ErrorCode::BadRequest,
                                             "with must be a list of at most 2 seat numbers"}};
}

/// A tablet's number, or null without one: it never had a seat, or there were too many.
QJsonValue tabletJson(std::int32_t number)
{
    return number > 0 ? QJsonValue{number} : QJsonValue{QJsonValue::Null};
}

} // namespace

JoinDesk::JoinDesk(const RoomState& room, const Clock& clock, CommandSink& sink, Config config)
    : m_room(room)
    , m_clock(clock)
    , m_sink(sink)
    , m_config(std::move(config))
    , m_tokens(m_config.secret)
{
}

JoinDesk::Reply JoinDesk::refusal(const Error& error)
{
    return {statusOf(error.code), compact({{u"error"_s, errorJson(error)}}), error.code};
}

bool JoinDesk::asked(const Origin& origin)
{
    return (origin.peer.value & kRequestBit) != 0;
}

Result<std::string> JoinDesk::deviceIn(const QJsonObject& question) const
{
    const QJsonValue code = question.value("code"_L1);
    const QString device = question.value("device"_L1).toString();
    if (!code.isString() || device.isEmpty() || device.size() > kMaxDevice) {
        return tl::unexpected{
            Error{ErrorCode::BadRequest, "code and device are needed, as strings"}};
    }
    std::string id = device.toStdString();
    // The teacher may have changed the word since this tablet came in; whoever sits here need not know the new one.
    const bool knows =
        code.toString().toUpper() == text(m_room.doorCode.letters) || !m_room.seatsOf(id).empty();
    return m_room.isOpen() && knows ? Result<std::string>{std::move(id)}
                                    : tl::unexpected{Error{ErrorCode::WrongCode}};
}

void JoinDesk::ask(const Command& command, const std::string& device, Answer answer)
{
    const PeerId request{kRequestBit | ++m_requests};
    m_pending.emplace(request.value, Pending{device, std::move(answer)});
    m_sink.submit(command, Origin{request});
}

bool JoinDesk::mustWait(const std::string& device) const
{
    const DoorState& door = m_room.door;
    return door.locked && !door.isAdmitted(device) && !door.isDeclined(device) &&
           m_room.seatsOf(device).empty();
}

void JoinDesk::join(const QByteArray& body, const std::string& from, Answer answer)
{
    const auto question = objectIn(body);
    const auto device =
        question.and_then([&](const QJsonObject& object) { return deviceIn(object); });
    if (!device) {
        answer(refusal(device.error()));
        return;
    }
    if (!mustWait(*device)) {
        m_queue.leave(*device);
    } else if (!m_queue.stand(from, *device, m_clock.now())) {
        answer(waiting(m_room.tabletNumber(*device)));
        return;
    }
    ask(KnockAtDoor{*device}, *device, std::move(answer));
}

void JoinDesk::claim(SeatId seat, const QByteArray& body, Answer answer)
{
    const auto question = objectIn(body);
    const auto device =
        question.and_then([&](const QJsonObject& object) { return deviceIn(object); });
    if (!device) {
        answer(refusal(device.error()));
        return;
    }
    const auto with = withIn(*question);
    if (!with) {
        answer(refusal(with.error()));
        return;
    }
    ask(ClaimSeat{seat, *device, *with}, *device, std::move(answer));
}

bool JoinDesk::take(const Notice& notice)
{
    const auto found = m_pending.find(notice.to.peer.value);
    if (found == m_pending.end()) {
        return false;
    }
    const Pending pending = std::move(found->second);
    m_pending.erase(found);
    if (const auto* grant = std::get_if<SeatGranted>(&notice.body)) {
        pending.answer(granted(*grant, pending.device));
    } else if (const auto* door = std::get_if<DoorReply>(&notice.body)) {
        pending.answer(admitted(*door, pending.device));
    } else if (const auto* refused = std::get_if<Refused>(&notice.body)) {
        pending.answer(refusal(refused->error));
    }
    return true;
}

JoinDesk::Reply JoinDesk::waiting(std::int32_t tablet) const
{
    return {202, compact({{u"waiting"_s, true},
                          {u"room"_s, text(m_room.doorCode.letters)},
                          {u"tablet"_s, tabletJson(tablet)},
                          {u"retry_ms"_s, kRetryMs}})};
}

JoinDesk::Reply JoinDesk::admitted(const DoorReply& door, const std::string& device) const
{
    if (!m_room.isOpen()) {
        return refusal({ErrorCode::WrongCode});
    }
    if (door.waits) {
        return waiting(door.tablet);
    }
    QJsonArray seats;
    for (const Seat& seat : m_room.seats) {
        seats.append(QJsonObject{{u"seat"_s, seat.id.value},
                                 {u"avatar"_s, text(seat.avatar)},
                                 {u"name"_s, nameJson(m_room, seat)},
                                 {u"taken"_s, seat.isClaimed() && seat.device != device},
                                 {u"guest"_s, seat.guest}});
    }
    return {200,
            compact({{u"room"_s, text(m_room.doorCode.letters)},
                     {u"class"_s, text(m_room.className)},
                     {u"topic"_s, topicOf(m_room.code)},
                     {u"anon_key"_s, m_config.anonKey},
                     {u"phase"_s, m_room.phase == RoomPhase::Lesson ? u"lesson"_s : u"lobby"_s},
                     {u"tablet"_s, tabletJson(door.tablet)},
                     {u"yours"_s, seatNumbers(m_room.seatsOf(device))},
                     {u"seats"_s, seats}})};
}

JoinDesk::Reply JoinDesk::granted(const SeatGranted& grant, const std::string& device) const
{
    const Seat* seat = m_room.seat(grant.seat);
    if (!m_room.isOpen() || !seat) {
        return refusal({ErrorCode::RoomClosed});
    }
    std::vector<SeatId> seats;
    QString clock;
    for (const SeatGen& each : grant.seats) {
        seats.push_back(each.seat);
        if (each.seat == grant.seat) {
            clock = clockKey(m_config.secret, m_room.lesson, each);
        }
    }
    const QJsonObject claims = seatClaims(m_room, grant.seats, m_clock.wallMillis() / 1000);
    return {200, compact({{u"token"_s, m_tokens.sign(claims)},
                          {u"clock_key"_s, clock},
                          {u"topic"_s, topicOf(m_room.code)},
                          {u"seat"_s, grant.seat.value},
                          {u"seats"_s, seatNumbers(seats)},
                          {u"avatar"_s, text(seat->avatar)},
                          {u"name"_s, nameJson(m_room, *seat)},
                          // A tablet that never knocked got its number with this very claim.
                          {u"tablet"_s, tabletJson(m_room.tabletNumber(device))}})};
}

} // namespace tutti::music
