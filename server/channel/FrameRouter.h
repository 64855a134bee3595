#pragma once

#include "server/channel/HubCore.h"
#include "server/protocol/FrameDecoder.h"
#include "server/protocol/JoinPayload.h"

namespace tutti::channel {

/// Does what one client message asks for (PROTOCOL.md 4.4, 4.5).
class FrameRouter {
public:
    explicit FrameRouter(HubCore& core)
        : m_core(core)
    {
    }

    /// `size` is that of the message on the wire.
    void route(PeerSession& session, const protocol::Frame& frame, qsizetype size);
    void refuse(PeerSession& session, const protocol::DecodeError& error);

private:
    /// One event on a joined topic. The membership may be gone after any call into a handler.
    struct Visit {
        PeerSession& session;
        Topic& topic;
        Membership& membership;
        /// With the join_ref the channel has now (PROTOCOL.md 4.3).
        protocol::Frame frame;
        qsizetype size = 0;
    };

    void join(PeerSession& session, protocol::Frame frame, qsizetype size);
    void welcome(Membership& membership, const protocol::Frame& frame,
                 const protocol::JoinPayload& join);
    QJsonArray numbered(const QJsonArray& postgresChanges);
    void leave(PeerSession& session, const protocol::Frame& frame);
    void dispatch(const Visit& visit);
    void broadcast(const Visit& visit);
    void relay(const Visit& visit, const QByteArray& payloadJson);
    void handBroadcast(const Visit& visit);
    void presence(const Visit& visit);
    void track(const Visit& visit, const QJsonValue& payload);
    void untrack(const Visit& visit);
    bool takePresenceCall(Membership& membership);
    void accessToken(const Visit& visit);
    void hand(const Visit& visit, const QString& event, const QJsonValue& payload);
    void reply(const Visit& visit, const protocol::Frame& frame);
    bool isTooLarge(const Visit& visit, const QJsonValue& value) const;

    HubCore& m_core;
    int m_subscriptions = 0;
};

} // namespace tutti::channel
