#include "server/channel/FrameRouter.h"

#include "server/channel/JoinChecks.h"
#include "server/protocol/FrameEncoder.h"
#include "server/protocol/Json.h"

#include <QJsonArray>
#include <QUuid>

namespace tutti::channel {
namespace {

using namespace Qt::StringLiterals;
using protocol::Frame;

constexpr std::uint16_t kGoingAway = 1001;

void replyUnmatched(HubCore& core, PeerSession& session, Frame frame)
{
    frame.joinRef = QString{}; // PROTOCOL.md 4.4
    core.send(session, protocol::errorReply(frame, u"unmatched topic"_s));
}

JoinConfig configFrom(const protocol::JoinPayload& join)
{
    return {join.broadcastSelf, join.broadcastAck, join.presenceEnabled, join.isPrivate,
            join.presenceKey.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces)
                                       : join.presenceKey};
}

} // namespace

void FrameRouter::refuse(PeerSession& session, const protocol::DecodeError& error)
{
    if (error.kind != protocol::DecodeError::Kind::Unsupported) {
        return; // PROTOCOL.md 4.2: dropped, the socket lives on
    }
    const QString topic = error.topic.isEmpty() ? u"phoenix"_s : error.topic;
    m_core.send(session, protocol::systemMessage(error.joinRef, topic, u"system"_s, u"error"_s,
                                                 u"Binary payloads are not supported"_s));
}

void FrameRouter::route(PeerSession& session, const Frame& frame, qsizetype size)
{
    if (frame.topic == "phoenix"_L1 && frame.event == "heartbeat"_L1) {
        m_core.send(session, protocol::okReply(frame), Lane::Control);
        return;
    }
    if (frame.event == "phx_join"_L1) {
        join(session, frame, size);
        return;
    }
    if (frame.event == "phx_leave"_L1) {
        leave(session, frame);
        return;
    }
    Topic* topic = m_core.topicOf(session, frame.topic);
    if (!topic) {
        replyUnmatched(m_core, session, frame);
        return;
    }
    Membership& membership = *topic->find(session.id());
    Visit visit{session, *topic, membership, frame, size};
    visit.frame.joinRef = membership.member.joinRef;
    dispatch(visit);
}

void FrameRouter::join(PeerSession& session, Frame frame, qsizetype size)
{
    if (!frame.topic.startsWith("realtime:"_L1)) {
        replyUnmatched(m_core, session, std::move(frame));
        return;
    }
    if (frame.joinRef.isNull()) {
        frame.joinRef = frame.ref; // PROTOCOL.md 4.3
    }
    const Membership* old = m_core.membership(session.id(), frame.topic);
    const std::optional<QString> oldRef = old ? std::optional{old->member.joinRef} : std::nullopt;
    m_core.leave(session, frame.topic);
    const protocol::JoinPayload payload = protocol::parseJoin(frame.payload);
    const auto sayOldClosed = [&] { // after the reply (PROTOCOL.md 4.4)
        if (oldRef) {
            m_core.send(session, protocol::closeOf(*oldRef, frame.topic));
        }
    };
    const auto refused = [&](const QString& reason) {
        m_core.send(session, protocol::errorReply(frame, reason));
        sayOldClosed();
    };
    const auto pass = checkJoin(m_core, session, {frame.topic, payload, size});
    if (!pass) {
        refused(pass.error().reason);
        if (pass.error().closesSocket) {
            session.mark(kGoingAway, "too many joins");
        }
        return;
    }
    Member member{session.id(), frame.topic, frame.joinRef, configFrom(payload), pass->claims};
    TopicHandler* handler = m_core.handlerOf(frame.topic);
    if (const auto accepted = handler ? handler->join(member) : tl::expected<void, QString>{};
        !accepted) {
        refused(accepted.error());
        return;
    }
    Membership& membership = m_core.enter(session, std::move(member), pass->token);
    m_core.send(session, protocol::okReply(
                             frame, {{u"postgres_changes"_s, numbered(payload.postgresChanges)}}));
    sayOldClosed();
    welcome(membership, frame, payload);
}

/// What follows the join reply (PROTOCOL.md 4.4).
void FrameRouter::welcome(Membership& membership, const Frame& frame,
                          const protocol::JoinPayload& join)
{
    PeerSession& session = *membership.session;
    if (!join.postgresChanges.isEmpty()) {
        // There is no such database; the channel works on (PROTOCOL.md 4.4).
        const QString asked = QString::fromUtf8(protocol::jsonText(join.postgresChanges));
        m_core.send(session,
                    protocol::systemMessage(
                        frame.joinRef, frame.topic, u"postgres_changes"_s, u"error"_s,
                        "Unable to subscribe to changes with given parameters. Please check "
                        "Realtime is enabled for the given connect parameters: "_L1 +
                            asked));
    }
    Topic& topic = *m_core.topicOf(session, frame.topic);
    if (join.presenceEnabled) {
        m_core.send(session, protocol::channelPush(frame.joinRef, frame.topic, u"presence_state"_s,
                                                   topic.presence().state()));
    }
    if (topic.handler()) {
        topic.handler()->joined(membership.member);
    }
}

/// The request echoed, with ids that are unique in any channel (PROTOCOL.md 4.4).
QJsonArray FrameRouter::numbered(const QJsonArray& postgresChanges)
{
    QJsonArray list;
    for (const QJsonValue& item : postgresChanges) {
        QJsonObject change = item.toObject();
        change.insert("id"_L1, ++m_subscriptions);
        list.append(change);
    }
    return list;
}

void FrameRouter::leave(PeerSession& session, const Frame& frame)
{
    Topic* topic = m_core.topicOf(session, frame.topic);
    if (!topic) {
        m_core.send(session, protocol::okReply(frame)); // PROTOCOL.md 4.4
        return;
    }
    const QString joinRef = topic->find(session.id())->member.joinRef;
    if (!frame.joinRef.isNull() && frame.joinRef != joinRef) {
        return; // of a join that has been replaced (PROTOCOL.md 4.3)
    }
    Frame reply = protocol::okReply(frame);
    reply.joinRef = joinRef;
    m_core.postTo(*topic, session.id(), reply, Lane::State);
    m_core.close(session, frame.topic);
}

void FrameRouter::dispatch(const Visit& visit)
{
    if (!visit.session.takeEvent(m_core.now())) {
        m_core.closeWith(visit.session, visit.frame.topic, u"Too many messages per second"_s);
        return;
    }
    if (visit.frame.event == "broadcast"_L1) {
        broadcast(visit);
    } else if (visit.frame.event == "presence"_L1) {
        presence(visit);
    } else if (visit.frame.event == "access_token"_L1) {
        accessToken(visit);
    } else if (visit.topic.handler() && !isTooLarge(visit, visit.frame.payload)) {
        hand(visit, visit.frame.event, visit.frame.payload);
    }
}

bool FrameRouter::isTooLarge(const Visit& visit, const QJsonValue& value) const
{
    const int limit = m_core.config().limits.payloadBytes;
    return visit.size > limit && protocol::jsonText(value).size() > limit;
}

void FrameRouter::reply(const Visit& visit, const Frame& frame)
{
    m_core.postTo(visit.topic, visit.session.id(), frame, Lane::State);
}

} // namespace tutti::channel
