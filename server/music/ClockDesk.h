#pragma once

#include "app/domain/Clock.h"
#include "app/domain/Peer.h"
#include "app/domain/RoomState.h"
#include "app/domain/TokenBucket.h"
#include "server/music/EventMapper.h"

#include <QByteArray>
#include <QJsonObject>

#include <unordered_map>
#include <vector>

namespace tutti::music {

/// The server's end of the clock socket: answers pings at once and, to tablets that hold a seat, sends the timeline and
/// Everyone quiet ahead of all other traffic (PROTOCOL.md section 6).
/// Thread: classroom. Limits: a frame is at most 512 bytes, a peer 40 pings a second after a burst of 60; more go unanswered.
class ClockDesk {
public:
    ClockDesk(const RoomState& room, const Clock& clock, QByteArray secret);

    /// `key` is empty or a clock key; false if it is one but opens nothing, and the socket is to be closed.
    bool connected(Peer& peer, const QString& key);
    /// `arrived` was taken before anything else was done with the frame.
    void received(PeerId peer, const QByteArray& utf8, ServerTime arrived);
    void disconnected(PeerId peer);
    void close(PeerId peer, std::uint16_t code, std::string_view reason);

    /// Passes on what concerns the clock: timeline, quiet, resumed.
    void tell(const Outgoing& outgoing);
    /// A seat's key is void from now on. Who holds another seat beside it stays connected.
    void release(SeatId seat);

private:
    struct Listener {
        Peer* peer = nullptr;
        /// All seats of the tablet whose key it came with; none for a stranger, who may only ping.
        std::vector<SeatId> seats;
        TokenBucket pings;
    };

    QByteArray pong(const QJsonObject& ping, ServerTime arrived) const;
    static void send(Listener& listener, const QByteArray& json);

    const RoomState& m_room;
    const Clock& m_clock;
    QByteArray m_secret;
    std::unordered_map<std::uint64_t, Listener> m_listeners;
};

} // namespace tutti::music
