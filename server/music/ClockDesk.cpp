#include "server/music/ClockDesk.h"

#include "server/music/SeatTokens.h"
#include "server/music/Wire.h"
#include "server/protocol/WsFrame.h"

#include <QJsonDocument>

#include <algorithm>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMaxFrame = 512;
constexpr double kPingsPerSecond = 40.0;
constexpr double kPingBurst = 60.0;
/// A peer that does not read its pongs is not kept waiting for more.
constexpr std::size_t kMaxPending = 64 * 1024;
constexpr std::uint16_t kTooSlow = 1013;

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

/// Milliseconds until the next ping: a big room pings less often.
int nextPingMs(std::size_t listeners)
{
    return listeners <= 60 ? 500 : listeners <= 200 ? 1000 : 2000;
}

} // namespace

ClockDesk::ClockDesk(const RoomState& room, const Clock& clock, QByteArray secret)
    : m_room(room)
    , m_clock(clock)
    , m_secret(std::move(secret))
{
}

bool ClockDesk::connected(Peer& peer, const QString& key)
{
    Listener listener{&peer, {}, TokenBucket{kPingsPerSecond, kPingBurst}};
    if (!key.isEmpty()) {
        const auto seat = seatOfClockKey(m_secret, m_room, key);
        if (!seat) {
            return false;
        }
        listener.seats = m_room.seatsOf(m_room.seat(*seat)->device);
    }
    Listener& kept = m_listeners.insert_or_assign(peer.id().value, listener).first->second;
    if (!kept.seats.empty()) {
        QJsonObject body = timelineJson(m_room.timeline, m_clock.id(), m_clock.now());
        body.insert(u"type"_s, u"timeline"_s);
        send(kept, compact(body));
    }
    return true;
}

void ClockDesk::received(PeerId peer, const QByteArray& utf8, ServerTime arrived)
{
    const auto found = m_listeners.find(peer.value);
    if (found == m_listeners.end() || utf8.size() > kMaxFrame ||
        !found->second.pings.take(arrived)) {
        return;
    }
    const QJsonObject ping = QJsonDocument::fromJson(utf8).object();
    if (ping.value("type"_L1).toString() == "ping"_L1) {
        send(found->second, pong(ping, arrived));
    }
}

QByteArray ClockDesk::pong(const QJsonObject& ping, ServerTime arrived) const
{
    return compact({{u"type"_s, u"pong"_s},
                    {u"n"_s, ping.value("n"_L1)},
                    {u"c0"_s, ping.value("c0"_L1)},
                    {u"s1"_s, qint64{toMicros(arrived)}},
                    {u"clock_id"_s, text(m_clock.id())},
                    {u"rev"_s, qint64(m_room.timeline.rev)},
                    {u"next_ms"_s, nextPingMs(m_listeners.size())},
                    {u"s2"_s, qint64{toMicros(m_clock.now())}}});
}

void ClockDesk::disconnected(PeerId peer)
{
    m_listeners.erase(peer.value);
}

void ClockDesk::close(PeerId peer, std::uint16_t code, std::string_view reason)
{
    const auto found = m_listeners.find(peer.value);
    if (found != m_listeners.end()) {
        found->second.peer->close(code, reason);
    }
}

void ClockDesk::tell(const Outgoing& outgoing)
{
    if (outgoing.event != "timeline"_L1 && outgoing.event != "quiet"_L1 &&
        outgoing.event != "resumed"_L1) {
        return;
    }
    QJsonObject body = outgoing.payload;
    body.insert(u"type"_s, outgoing.event);
    const QByteArray json = compact(body);
    for (auto& [id, listener] : m_listeners) {
        if (!listener.seats.empty()) {
            send(listener, json);
        }
    }
}

void ClockDesk::release(SeatId seat)
{
    for (auto& [id, listener] : m_listeners) {
        if (std::erase(listener.seats, seat) > 0 && listener.seats.empty()) {
            listener.peer->close(1000, "seat released");
        }
    }
}

void ClockDesk::send(Listener& listener, const QByteArray& json)
{
    if (listener.peer->pendingBytes() > kMaxPending) {
        listener.peer->close(kTooSlow, "too slow");
        return;
    }
    const QByteArray header = protocol::textFrameHeader(json.size());
    const std::array pieces{Bytes{header.constData(), static_cast<std::size_t>(header.size())},
                            Bytes{json.constData(), static_cast<std::size_t>(json.size())}};
    listener.peer->write(pieces);
}

} // namespace tutti::music
