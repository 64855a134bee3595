// The events of a joined topic: broadcast, presence, access_token (PROTOCOL.md 4.5, 4.6, 4.7).
#include "server/channel/FrameRouter.h"

#include "server/channel/JoinChecks.h"
#include "server/protocol/FrameEncoder.h"
#include "server/protocol/JoinPayload.h"
#include "server/protocol/Json.h"

#include <QJsonObject>

namespace tutti::channel {
namespace {

using namespace Qt::StringLiterals;

bool isCalled(const QString& event, QLatin1StringView name)
{
    return event.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

void FrameRouter::broadcast(const Visit& visit)
{
    const bool acks = visit.membership.member.config.broadcastAck;
    if (isTooLarge(visit, visit.frame.payload)) {
        if (acks) {
            reply(visit, protocol::errorReply(
                             visit.frame, QJsonObject{{u"error"_s, u"payload_size_exceeded"_s}}));
        }
        return;
    }
    if (visit.topic.handler()) {
        handBroadcast(visit);
    } else {
        relay(visit, protocol::jsonText(visit.frame.payload));
    }
    if (acks) { // behind the echo of `self`, which waits in the same outbox
        reply(visit, protocol::okReply(visit.frame));
    }
}

void FrameRouter::relay(const Visit& visit, const QByteArray& payloadJson)
{
    m_core.post(visit.topic,
                protocol::fanOut(visit.frame.topic, u"broadcast"_s, visit.frame.payload),
                payloadJson, Lane::Notes, visit.session.id());
}

void FrameRouter::handBroadcast(const Visit& visit)
{
    const QJsonObject message = visit.frame.payload.toObject();
    hand(visit, message.value("event"_L1).toString(), message.value("payload"_L1));
}

void FrameRouter::hand(const Visit& visit, const QString& event, const QJsonValue& payload)
{
    const bool isObject = payload.isObject();
    visit.topic.handler()->received(visit.membership.member,
                                    {event, payload.toObject(), isObject, visit.frame.ref});
}

void FrameRouter::presence(const Visit& visit)
{
    if (!takePresenceCall(visit.membership)) {
        m_core.closeWith(visit.session, visit.frame.topic,
                         u"Client presence rate limit exceeded"_s);
        return;
    }
    const QJsonObject message = visit.frame.payload.toObject();
    const QJsonValue event = message.value("event"_L1);
    if (event.isUndefined() || event.isNull()) {
        reply(visit, protocol::okReply(visit.frame));
    } else if (isCalled(event.toString(), "track"_L1)) {
        track(visit, message.value("payload"_L1));
    } else if (isCalled(event.toString(), "untrack"_L1)) {
        untrack(visit);
    } else {
        reply(visit, protocol::errorReply(visit.frame, QJsonObject{}));
    }
}

void FrameRouter::track(const Visit& visit, const QJsonValue& payload)
{
    if (!payload.isObject() && !payload.isUndefined()) {
        reply(visit, protocol::errorReply(visit.frame, u"Presence track payload must be a map"_s));
        return;
    }
    if (isTooLarge(visit, payload)) {
        m_core.closeWith(visit.session, visit.frame.topic, u"Track message size exceeded"_s);
        return;
    }
    reply(visit, protocol::okReply(visit.frame));
    const Member& member = visit.membership.member;
    if (visit.topic.handler()) {
        visit.topic.handler()->tracked(member, payload.toObject());
        return;
    }
    m_core.postDiff(visit.topic, visit.topic.presence().track(
                                     member.peer, member.config.presenceKey, payload.toObject()));
}

void FrameRouter::untrack(const Visit& visit)
{
    reply(visit, protocol::okReply(visit.frame));
    const Member& member = visit.membership.member;
    if (visit.topic.handler()) {
        visit.topic.handler()->tracked(member, {});
        return;
    }
    m_core.postDiff(visit.topic,
                    visit.topic.presence().untrack(member.peer, member.config.presenceKey));
}

/// The window begins with the first call (PROTOCOL.md 4.9).
bool FrameRouter::takePresenceCall(Membership& membership)
{
    const Limits& limits = m_core.config().limits;
    const ServerTime now = m_core.now();
    const std::chrono::milliseconds window{limits.presenceWindowMs};
    if (membership.presenceCalls == 0 || now - membership.windowStart >= window) {
        membership.windowStart = now;
        membership.presenceCalls = 0;
    }
    return ++membership.presenceCalls <= limits.presenceCallsPerWindow;
}

void FrameRouter::accessToken(const Visit& visit)
{
    const QJsonValue value = visit.frame.payload.toObject().value("access_token"_L1);
    const QString token = value.toString();
    if (!value.isString() || token == visit.membership.token || protocol::isPublishableKey(token)) {
        return;
    }
    const auto claims = m_core.tokens().verify(token, m_core.wallSeconds());
    if (!claims) {
        m_core.closeWith(visit.session, visit.frame.topic, claims.error().systemMessage());
        return;
    }
    if (visit.topic.isPrivate() && !mayUsePrivate(m_core.config(), *claims)) {
        m_core.closeWith(visit.session, visit.frame.topic, noReadPermission(visit.frame.topic));
        return;
    }
    visit.membership.token = token;
    visit.membership.member.claims = *claims;
    m_core.watchExpiry(claims->expiresAt);
    if (TopicHandler* handler = visit.topic.handler()) {
        if (const auto kept = handler->reauthorized(visit.membership.member); !kept) {
            m_core.closeWith(visit.session, visit.frame.topic, kept.error());
        }
    }
}

} // namespace tutti::channel
