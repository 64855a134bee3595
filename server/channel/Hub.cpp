#include "server/channel/Hub.h"

#include "server/channel/FrameRouter.h"
#include "server/channel/HubCore.h"
#include "server/channel/JoinChecks.h"
#include "server/channel/RestBroadcast.h"
#include "server/protocol/FrameDecoder.h"
#include "server/protocol/FrameEncoder.h"
#include "server/protocol/Json.h"

namespace tutti::channel {
namespace {

constexpr std::uint16_t kPolicyViolation = 1008; // RFC 6455, 7.4.1

} // namespace

Hub::Hub(const Clock& clock, HubConfig config)
    : m_core(std::make_unique<HubCore>(clock, std::move(config)))
    , m_router(std::make_unique<FrameRouter>(*m_core))
{
}

Hub::~Hub() = default;

void Hub::addHandler(TopicHandler& handler)
{
    m_core->addHandler(handler);
}

tl::expected<Connection, HttpRefusal> Hub::admit(const UpgradeRequest& request)
{
    return checkUpgrade(*m_core, request);
}

void Hub::connected(Peer& peer, const Connection& connection)
{
    m_core->addSession(peer, connection);
}

void Hub::textReceived(PeerId peer, const QByteArray& utf8)
{
    if (PeerSession* session = sender(peer, utf8.size())) {
        receive(*session, protocol::decodeText(session->vsn(), utf8), utf8.size());
    }
}

void Hub::binaryReceived(PeerId peer, const QByteArray& bytes)
{
    if (PeerSession* session = sender(peer, bytes.size())) {
        receive(*session, protocol::decodeBinary(session->vsn(), bytes), bytes.size());
    }
}

PeerSession* Hub::sender(PeerId peer, qsizetype size)
{
    PeerSession* session = m_core->session(peer);
    if (session && !session->takeFrame(m_core->now(), size)) {
        session->mark(kPolicyViolation, "too many messages");
        return nullptr;
    }
    return session;
}

void Hub::receive(PeerSession& session,
                  const tl::expected<protocol::Frame, protocol::DecodeError>& frame, qsizetype size)
{
    if (frame) {
        m_router->route(session, *frame, size);
    } else {
        m_router->refuse(session, frame.error());
    }
}

void Hub::writable(PeerId peer)
{
    if (PeerSession* session = m_core->session(peer)) {
        session->drain(m_core->now());
    }
}

void Hub::disconnected(PeerId peer)
{
    m_core->detach(peer);
}

void Hub::flush()
{
    m_core->flush();
}

bool Hub::wantsFlush() const
{
    return m_core->wantsFlush();
}

HttpReply Hub::restBroadcast(const QByteArray& body, const QString& token)
{
    return RestBroadcast{*m_core}.batch(body, token);
}

HttpReply Hub::restBroadcastOne(const QString& topic, const QString& event, bool isPrivate,
                                const QByteArray& contentType, const QByteArray& body,
                                const QString& token)
{
    return RestBroadcast{*m_core}.single({topic, event, isPrivate, contentType, body}, token);
}

void Hub::broadcast(const QString& topic, const QString& event, const QJsonObject& payload,
                    Lane lane, PeerId except, const Filter& filter)
{
    if (Topic* found = m_core->topic(topic, false)) {
        const protocol::Frame frame = protocol::userBroadcast(topic, event, payload);
        m_core->post(*found, frame, protocol::jsonText(frame.payload), lane, except, filter);
    }
}

void Hub::push(PeerId peer, const QString& topic, const QString& event, const QJsonObject& payload,
               Lane lane)
{
    const Membership* membership = m_core->membership(peer, topic);
    if (!membership) {
        return;
    }
    protocol::Frame frame = protocol::userBroadcast(topic, event, payload);
    frame.joinRef = membership->member.joinRef; // PROTOCOL.md 4.3: a channel push, not a fan-out
    m_core->postTo(*m_core->topicOf(*membership->session, topic), peer, frame, lane);
}

void Hub::setPresence(const QString& topic, PeerId peer, const QString& key,
                      const QJsonObject& meta)
{
    if (Topic* found = m_core->topic(topic, false)) {
        m_core->postDiff(*found, found->presence().track(peer, key, meta));
    }
}

void Hub::clearPresence(const QString& topic, PeerId peer, const QString& key)
{
    if (Topic* found = m_core->topic(topic, false)) {
        m_core->postDiff(*found, found->presence().untrack(peer, key));
    }
}

void Hub::closeMember(PeerId peer, const QString& topic)
{
    if (PeerSession* session = m_core->session(peer)) {
        m_core->close(*session, topic);
    }
}

} // namespace tutti::channel
