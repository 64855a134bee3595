#include "server/music/JoinDesk.h"

#include "server/music/SeatTokens.h"
#include "server/music/Wire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;

/// Requests share the id space of peers; the top bit keeps them apart from sockets.
constexpr std::uint64_t kRequestBit = std::uint64_t{1} << 63;
constexpr qsizetype kMaxBody = 4096;
constexpr qsizetype kMaxDevice = 64;

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongCode:
    case ErrorCode::NoSuchSeat:
        return 404;
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

Result<JoinDesk::Knock> JoinDesk::read(const QByteArray& body) const
{
    if (body.size() > kMaxBody) {
        return tl::unexpected{Error{ErrorCode::TooLarge}};
    }
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue code = object.value("code"_L1);
    const QString device = object.value("device"_L1).toString();
    if (!code.isString() || device.isEmpty() || device.size() > kMaxDevice) {
        return tl::unexpected{
            Error{ErrorCode::BadRequest, "code and device are needed, as strings"}};
    }
    if (!m_room.isOpen() || code.toString().toUpper() != text(m_room.code.letters)) {
        return tl::unexpected{Error{ErrorCode::WrongCode}};
    }
    return Knock{device};
}

JoinDesk::Reply JoinDesk::join(const QByteArray& body) const
{
    const auto knock = read(body);
    if (!knock) {
        return refusal(knock.error());
    }
    QJsonArray seats;
    for (const Seat& seat : m_room.seats) {
        const bool taken = seat.isClaimed() && text(seat.device) != knock->device;
        seats.append(QJsonObject{{u"seat"_s, seat.id.value},
                                 {u"avatar"_s, text(seat.avatar)},
                                 {u"name"_s, nameJson(m_room, seat)},
                                 {u"taken"_s, taken}});
    }
    return {200,
            compact({{u"room"_s, text(m_room.code.letters)},
                     {u"class"_s, text(m_room.className)},
                     {u"topic"_s, topicOf(m_room.code)},
                     {u"anon_key"_s, m_config.anonKey},
                     {u"phase"_s, m_room.phase == RoomPhase::Lesson ? u"lesson"_s : u"lobby"_s},
                     {u"seats"_s, seats}})};
}

void JoinDesk::claim(SeatId seat, const QByteArray& body, Answer answer)
{
    const auto knock = read(body);
    if (!knock) {
        answer(refusal(knock.error()));
        return;
    }
    const PeerId request{kRequestBit | ++m_requests};
    m_pending.emplace(request.value, std::move(answer));
    m_sink.submit(ClaimSeat{seat, knock->device.toStdString()}, Origin{request});
}

bool JoinDesk::take(const Notice& notice)
{
    const auto found = m_pending.find(notice.to.peer.value);
    if (found == m_pending.end()) {
        return false;
    }
    const Answer answer = std::move(found->second);
    m_pending.erase(found);
    if (const auto* grant = std::get_if<SeatGranted>(&notice.body)) {
        answer(granted(*grant));
    } else if (const auto* refused = std::get_if<Refused>(&notice.body)) {
        answer(refusal(refused->error));
    }
    return true;
}

JoinDesk::Reply JoinDesk::granted(const SeatGranted& grant) const
{
    const Seat* seat = m_room.seat(grant.seat);
    if (!seat) {
        return refusal({ErrorCode::RoomClosed});
    }
    const QJsonObject claims =
        seatClaims(m_room, grant.seat, grant.gen, m_clock.wallMillis() / 1000);
    return {200, compact({{u"token"_s, m_tokens.sign(claims)},
                          {u"clock_key"_s, clockKey(m_config.secret, m_room, grant.seat)},
                          {u"topic"_s, topicOf(m_room.code)},
                          {u"seat"_s, grant.seat.value},
                          {u"avatar"_s, text(seat->avatar)},
                          {u"name"_s, nameJson(m_room, *seat)}})};
}

} // namespace tutti::music
