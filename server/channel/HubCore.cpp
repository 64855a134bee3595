#include "server/channel/HubCore.h"

#include "server/protocol/FrameEncoder.h"
#include "server/protocol/Json.h"
#include "server/protocol/WsFrame.h"

#include <algorithm>
#include <limits>

namespace tutti::channel {
namespace {

using namespace Qt::StringLiterals;

/// More than this in outboxes is worth writing before the turn ends.
constexpr std::size_t kEarlyFlushBytes = 64 * 1024;
constexpr qint64 kNever = std::numeric_limits<qint64>::max();

} // namespace

HubCore::HubCore(const Clock& clock, HubConfig config)
    : m_clock(clock)
    , m_config(std::move(config))
    , m_tokens(m_config.jwtSecret)
    , m_joins(m_config.limits.joinsPerSecond, m_config.limits.joinsPerSecond)
    , m_restMessages(m_config.limits.restMessagesPerSecond, m_config.limits.restMessagesPerSecond)
    , m_nextExpiry(kNever)
{
}

TopicHandler* HubCore::handlerOf(const QString& topic) const
{
    for (TopicHandler* handler : m_handlers) {
        if (handler->owns(topic)) {
            return handler;
        }
    }
    return nullptr;
}

void HubCore::addSession(Peer& peer, const Connection& connection)
{
    m_sessions.insert_or_assign(
        peer.id(), std::make_unique<PeerSession>(peer, connection, m_config.limits, m_marked));
}

PeerSession* HubCore::session(PeerId peer)
{
    const auto found = m_sessions.find(peer);
    const bool usable = found != m_sessions.end() && !found->second->isMarked();
    return usable ? found->second.get() : nullptr;
}

void HubCore::detach(PeerId peer)
{
    if (const auto found = m_sessions.find(peer); found != m_sessions.end()) {
        found->second->detach();
    }
}

Topic* HubCore::topic(const QString& name, bool isPrivate)
{
    const auto found = m_topics.find({name, isPrivate && !handlerOf(name)});
    return found == m_topics.end() ? nullptr : found->second.get();
}

Topic& HubCore::topicFor(const QString& name, bool isPrivate)
{
    TopicHandler* handler = handlerOf(name);
    const bool separate = isPrivate && !handler;
    auto& topic = m_topics[{name, separate}];
    if (!topic) {
        topic = std::make_unique<Topic>(name, separate, handler);
    }
    return *topic;
}

Topic* HubCore::topicOf(PeerSession& session, const QString& name)
{
    return session.topics().value(name);
}

Membership* HubCore::membership(PeerId peer, const QString& topic)
{
    PeerSession* found = session(peer);
    Topic* joined = found ? topicOf(*found, topic) : nullptr;
    return joined ? joined->find(peer) : nullptr;
}

Membership& HubCore::enter(PeerSession& session, Member member, const QString& token)
{
    Topic& topic = topicFor(member.topic, member.config.isPrivate);
    topic.flush(now());
    session.topics().insert(member.topic, &topic);
    watchExpiry(member.claims.expiresAt);
    return topic.add(std::make_unique<Membership>(Membership{std::move(member), &session, token}));
}

void HubCore::leave(PeerSession& session, const QString& name)
{
    Topic* topic = session.topics().take(name);
    if (!topic) {
        return;
    }
    topic->flush(now());
    const std::unique_ptr<Membership> removed = topic->remove(session.id());
    m_hasEmptyTopics = m_hasEmptyTopics || topic->members().empty();
    postDiff(*topic, topic->presence().untrackAll(session.id()));
    if (topic->handler()) {
        topic->handler()->left(removed->member);
    }
}

void HubCore::close(PeerSession& session, const QString& name)
{
    Topic* topic = topicOf(session, name);
    if (!topic) {
        return;
    }
    postTo(*topic, session.id(), protocol::closeOf(topic->find(session.id())->member.joinRef, name),
           Lane::State);
    leave(session, name);
}

void HubCore::closeWith(PeerSession& session, const QString& name, const QString& message)
{
    if (Topic* topic = topicOf(session, name)) {
        const QString joinRef = topic->find(session.id())->member.joinRef;
        postTo(*topic, session.id(),
               protocol::systemMessage(joinRef, name, u"system"_s, u"error"_s, message),
               Lane::State);
        close(session, name);
    }
}

void HubCore::post(Topic& topic, const protocol::Frame& frame, const QByteArray& payloadJson,
                   Lane lane, PeerId except, const Broadcaster::Filter& filter)
{
    if (!topic.members().empty()) {
        topic.post(frame, payloadJson, lane, except, filter);
        markDirty(topic);
    }
}

void HubCore::postTo(Topic& topic, PeerId peer, const protocol::Frame& frame, Lane lane)
{
    if (Membership* membership = topic.find(peer)) {
        topic.postTo(*membership, frame, lane);
        markDirty(topic);
    }
}

void HubCore::postDiff(Topic& topic, const std::optional<QJsonObject>& diff)
{
    if (diff) {
        post(topic, protocol::fanOut(topic.name(), u"presence_diff"_s, *diff),
             protocol::jsonText(QJsonValue{*diff}), Lane::State);
    }
}

void HubCore::send(PeerSession& session, const protocol::Frame& frame, Lane lane)
{
    session.send(protocol::textFrame(protocol::encode(session.vsn(), frame)), lane, now());
}

void HubCore::watchExpiry(qint64 seconds)
{
    m_nextExpiry = std::min(m_nextExpiry, seconds);
}

void HubCore::markDirty(Topic& topic)
{
    if (topic.setDirty()) {
        m_dirty.push_back(&topic);
    }
}

void HubCore::flush()
{
    if (m_flushing) {
        return;
    }
    m_flushing = true;
    closeExpired();
    // Burying posts what the others see of it, and those writes may find more peers gone.
    while (!m_dirty.empty() || !m_marked.empty()) {
        flushTopics();
        bury();
    }
    dropEmptyTopics();
    m_flushing = false;
}

void HubCore::flushTopics()
{
    const std::vector<Topic*> dirty = std::exchange(m_dirty, {});
    for (Topic* topic : dirty) {
        topic->clearDirty();
        topic->flush(now());
    }
}

/// Each channel re-checks its token when it runs out (PROTOCOL.md 4.7); heartbeats keep turns coming.
void HubCore::closeExpired()
{
    const qint64 seconds = wallSeconds();
    if (seconds < m_nextExpiry) {
        return;
    }
    m_nextExpiry = kNever;
    std::vector<std::pair<PeerId, QString>> expired;
    std::vector<qint64> ages;
    for (const auto& [key, topic] : m_topics) {
        for (const auto& membership : topic->members()) {
            const qint64 expiresAt = membership->member.claims.expiresAt;
            if (expiresAt > seconds) {
                watchExpiry(expiresAt);
                continue;
            }
            expired.emplace_back(membership->member.peer, topic->name());
            ages.push_back(seconds - expiresAt);
        }
    }
    for (std::size_t i = 0; i < expired.size(); ++i) {
        if (PeerSession* found = session(expired[i].first)) {
            const TokenError error{TokenError::Kind::Expired, {}, ages[i]};
            closeWith(*found, expired[i].second, error.systemMessage());
        }
    }
}

void HubCore::bury()
{
    const std::vector<PeerId> marked = std::exchange(m_marked, {});
    for (const PeerId peer : marked) {
        const auto found = m_sessions.find(peer);
        if (found == m_sessions.end()) {
            continue;
        }
        PeerSession& session = *found->second;
        const QStringList names = session.topics().keys();
        for (const QString& name : names) {
            leave(session, name);
        }
        session.closeSocket();
        m_sessions.erase(peer);
    }
}

void HubCore::dropEmptyTopics()
{
    if (std::exchange(m_hasEmptyTopics, false)) {
        std::erase_if(m_topics, [](const auto& item) { return item.second->members().empty(); });
    }
}

bool HubCore::wantsFlush() const
{
    std::size_t bytes = 0;
    for (const Topic* topic : m_dirty) {
        bytes += topic->pendingBytes();
    }
    return bytes > kEarlyFlushBytes;
}

} // namespace tutti::channel
