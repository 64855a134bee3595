#pragma once

#include "app/domain/Clock.h"
#include "app/domain/Peer.h"
#include "server/channel/Admission.h"
#include "server/channel/Broadcaster.h"
#include "server/channel/HubConfig.h"
#include "server/channel/TopicHandler.h"
#include "server/protocol/FrameDecoder.h"

#include <tl/expected.hpp>

#include <memory>

namespace tutti::channel {

class FrameRouter;
class HubCore;
class PeerSession;

/// The channel server: admits connections, keeps topics and their members, relays broadcasts and presence, and lets
/// TopicHandlers own some topics.
/// Thread: classroom. Frames collect in the topics' outboxes until flush(). Peers and handlers are not owned.
/// A Peer may report its own end from inside write() or close(): the Hub forgets it at the end of the call.
class Hub final : public Broadcaster {
public:
    Hub(const Clock& clock, HubConfig config);
    ~Hub() override;
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    void addHandler(TopicHandler& handler);

    tl::expected<Connection, HttpRefusal> admit(const UpgradeRequest& request);
    /// The peer must live until disconnected().
    void connected(Peer& peer, const Connection& connection);
    void textReceived(PeerId peer, const QByteArray& utf8);
    void binaryReceived(PeerId peer, const QByteArray& bytes);
    /// pendingBytes() fell to 0: what was queued for this peer goes out.
    void writable(PeerId peer);
    void disconnected(PeerId peer);

    /// End of a loop turn: outboxes go out, peers that are gone, too slow or expired are buried.
    void flush();
    /// Enough is collected that flushing before the end of the turn is worth it.
    bool wantsFlush() const;

    /// POST /api/broadcast (PROTOCOL.md 4.8).
    HttpReply restBroadcast(const QByteArray& body, const QString& token);
    /// POST /api/broadcast/{topic}/events/{event} (PROTOCOL.md 4.8).
    HttpReply restBroadcastOne(const QString& topic, const QString& event, bool isPrivate,
                               const QByteArray& contentType, const QByteArray& body,
                               const QString& token);

    void broadcast(const QString& topic, const QString& event, const QJsonObject& payload,
                   Lane lane, PeerId except = {}, const Filter& filter = {}) override;
    void push(PeerId peer, const QString& topic, const QString& event, const QJsonObject& payload,
              Lane lane) override;
    void setPresence(const QString& topic, PeerId peer, const QString& key,
                     const QJsonObject& meta) override;
    void clearPresence(const QString& topic, PeerId peer, const QString& key) override;
    void closeMember(PeerId peer, const QString& topic) override;

private:
    /// The sender's session, if it may send a message of that size now; else it is on its way out.
    PeerSession* sender(PeerId peer, qsizetype size);
    void receive(PeerSession& session,
                 const tl::expected<protocol::Frame, protocol::DecodeError>& frame, qsizetype size);

    std::unique_ptr<HubCore> m_core;
    std::unique_ptr<FrameRouter> m_router;
};

} // namespace tutti::channel
