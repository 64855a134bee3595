#pragma once

#include "app/domain/Peer.h"
#include "app/domain/TokenBucket.h"
#include "server/channel/Admission.h"
#include "server/channel/LaneQueue.h"
#include "server/channel/Limits.h"

#include <QHash>
#include <QString>

#include <span>
#include <string_view>
#include <vector>

namespace tutti::channel {

class Topic;

/// One connected peer: its connection, the topics it is in, and what waits for it while its socket is behind.
/// A peer that is gone, too slow or thrown out is only marked here; the Hub buries marked peers at the end of the turn.
class PeerSession {
public:
    /// Marked sessions add their id to `marked`, which outlives them.
    PeerSession(Peer& peer, Connection connection, const Limits& limits,
                std::vector<PeerId>& marked);

    PeerId id() const { return m_id; }
    const Connection& connection() const { return m_connection; }
    Vsn vsn() const { return m_connection.vsn; }

    /// By topic name: a socket joins a name once, private or not.
    QHash<QString, Topic*>& topics() { return m_topics; }
    /// Counts one message, whatever it is; false if this peer sends more than it may.
    bool takeFrame(ServerTime now, qsizetype size)
    {
        return m_frames.take(now) && m_bytes.take(now, static_cast<double>(size));
    }
    bool takeEvent(ServerTime now) { return m_events.take(now); }
    bool takeJoin(ServerTime now) { return m_joins.take(now); }

    /// True while what is to be sent has to go through enqueue().
    bool isBehind() const { return m_behind; }
    bool isMarked() const { return m_marked; }

    /// Writes whole frames. Only while the peer is not behind.
    void write(std::span<const Bytes> pieces);
    void enqueue(QByteArray frame, Lane lane, ServerTime now);
    /// One frame, whichever way it has to go.
    void send(const QByteArray& frame, Lane lane, ServerTime now);
    /// The socket has room again.
    void drain(ServerTime now);

    /// The peer is to be closed and forgotten at the end of the turn. `reason` is a literal.
    void mark(std::uint16_t code, std::string_view reason);
    /// The peer is about to be destroyed and must not be touched any more.
    void detach();
    void closeSocket();

private:
    void checkBacklog();

    Peer* m_peer;
    PeerId m_id;
    Connection m_connection;
    std::size_t m_maxQueued;
    std::vector<PeerId>& m_markedPeers;
    QHash<QString, Topic*> m_topics;
    TokenBucket m_frames;
    TokenBucket m_bytes;
    TokenBucket m_events;
    TokenBucket m_joins;
    LaneQueue m_queue;
    std::uint16_t m_closeCode = 0;
    std::string_view m_closeReason;
    bool m_behind = false;
    bool m_marked = false;
};

} // namespace tutti::channel
