#pragma once

#include "app/domain/Clock.h"
#include "app/domain/TokenBucket.h"
#include "server/channel/HubConfig.h"
#include "server/channel/PeerSession.h"
#include "server/channel/Tokens.h"
#include "server/channel/Topic.h"
#include "server/protocol/Frame.h"

#include <map>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tutti::channel {

/// What the Hub keeps: sessions, topics and who is in which; and the end of a turn.
/// Nothing here reads a client's message: that is FrameRouter's part.
class HubCore {
public:
    HubCore(const Clock& clock, HubConfig config);

    const HubConfig& config() const { return m_config; }
    const Tokens& tokens() const { return m_tokens; }
    TokenBucket& joins() { return m_joins; }
    TokenBucket& restMessages() { return m_restMessages; }
    ServerTime now() const { return m_clock.now(); }
    qint64 wallSeconds() const { return m_clock.wallMillis() / 1000; }

    void addHandler(TopicHandler& handler) { m_handlers.push_back(&handler); }
    TopicHandler* handlerOf(const QString& topic) const;

    void addSession(Peer& peer, const Connection& connection);
    std::size_t sessionCount() const { return m_sessions.size(); }
    /// Null once the peer is unknown or marked.
    PeerSession* session(PeerId peer);
    void detach(PeerId peer);

    /// Null if nobody is in it. Handled topics have one room, whatever `isPrivate` says.
    Topic* topic(const QString& name, bool isPrivate);
    /// The topic of that name this peer is in, private or not.
    Topic* topicOf(PeerSession& session, const QString& name);
    Membership* membership(PeerId peer, const QString& topic);

    Membership& enter(PeerSession& session, Member member, const QString& token);
    /// Ends a membership without a word to its peer. The others see its presence go.
    void leave(PeerSession& session, const QString& topic);
    /// phx_close, then leave.
    void close(PeerSession& session, const QString& topic);
    /// A `system` error, phx_close, leave (PROTOCOL.md 4.7).
    void closeWith(PeerSession& session, const QString& topic, const QString& message);

    void post(Topic& topic, const protocol::Frame& frame, const QByteArray& payloadJson, Lane lane,
              PeerId except = {}, const Broadcaster::Filter& filter = {});
    void postTo(Topic& topic, PeerId peer, const protocol::Frame& frame, Lane lane);
    void postDiff(Topic& topic, const std::optional<QJsonObject>& diff);
    /// Straight to the socket, for what belongs to no membership.
    void send(PeerSession& session, const protocol::Frame& frame, Lane lane = Lane::State);
    /// A membership's claims last until then.
    void watchExpiry(qint64 seconds);

    void flush();
    bool wantsFlush() const;

private:
    Topic& topicFor(const QString& name, bool isPrivate);
    void markDirty(Topic& topic);
    void flushTopics();
    void closeExpired();
    void bury();
    void dropEmptyTopics();

    const Clock& m_clock;
    HubConfig m_config;
    Tokens m_tokens;
    TokenBucket m_joins;
    TokenBucket m_restMessages;
    std::vector<TopicHandler*> m_handlers;
    std::unordered_map<PeerId, std::unique_ptr<PeerSession>> m_sessions;
    std::map<std::pair<QString, bool>, std::unique_ptr<Topic>> m_topics;
    std::vector<PeerId> m_marked;
    std::vector<Topic*> m_dirty;
    qint64 m_nextExpiry;
    bool m_flushing = false;
    bool m_hasEmptyTopics = false;
};

} // namespace tutti::channel
