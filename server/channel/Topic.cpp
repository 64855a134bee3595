#include "server/channel/Topic.h"

#include "server/protocol/FrameEncoder.h"
#include "server/protocol/WsFrame.h"

#include <algorithm>

namespace tutti::channel {
namespace {

QByteArray copyOf(Bytes bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

Topic::Topic(QString name, bool isPrivate, TopicHandler* handler)
    : m_name(std::move(name))
    , m_isPrivate(isPrivate)
    , m_handler(handler)
{
}

Membership& Topic::add(std::unique_ptr<Membership> membership)
{
    Membership& added = *membership;
    ++m_speakers[static_cast<std::size_t>(added.session->vsn())];
    m_byPeer.emplace(added.member.peer, &added);
    m_members.push_back(std::move(membership));
    return added;
}

std::unique_ptr<Membership> Topic::remove(PeerId peer)
{
    const auto found =
        std::find_if(m_members.begin(), m_members.end(),
                     [peer](const auto& candidate) { return candidate->member.peer == peer; });
    if (found == m_members.end()) {
        return nullptr;
    }
    std::unique_ptr<Membership> removed = std::move(*found);
    m_members.erase(found);
    m_byPeer.erase(peer);
    --m_speakers[static_cast<std::size_t>(removed->session->vsn())];
    return removed;
}

Membership* Topic::find(PeerId peer)
{
    const auto found = m_byPeer.find(peer);
    return found == m_byPeer.end() ? nullptr : found->second;
}

void Topic::post(const protocol::Frame& frame, const QByteArray& payloadJson, Lane lane,
                 PeerId except, const Broadcaster::Filter& filter)
{
    const auto encoded = [&](Vsn vsn) {
        return speaks(vsn) ? protocol::textFrame(protocol::encode(vsn, frame, payloadJson))
                           : QByteArray{};
    };
    const std::uint32_t entry = m_outbox.size();
    m_outbox.add(encoded(Vsn::V1), encoded(Vsn::V2), lane);
    Membership* sender = except.isValid() ? find(except) : nullptr;
    const bool skipsSender = sender && !sender->member.config.broadcastSelf;
    if (!filter) {
        if (skipsSender) {
            sender->exceptions.push_back({entry});
        }
        return;
    }
    for (const auto& membership : m_members) {
        if ((skipsSender && membership.get() == sender) || !filter(membership->member)) {
            membership->exceptions.push_back({entry});
        }
    }
}

void Topic::postTo(Membership& membership, const protocol::Frame& frame, Lane lane)
{
    membership.exceptions.push_back(
        {m_outbox.size(), protocol::textFrame(protocol::encode(membership.session->vsn(), frame)),
         lane});
    ++m_ownFrames;
}

void Topic::flush(ServerTime now)
{
    if (m_outbox.size() == 0 && m_ownFrames == 0) {
        return;
    }
    for (const auto& membership : m_members) {
        PeerSession& session = *membership->session;
        if (session.isBehind()) {
            queue(*membership, now);
        } else {
            m_outbox.pieces(session.vsn(), membership->exceptions, m_pieces);
            if (!m_pieces.empty()) {
                session.write(m_pieces);
            }
        }
        membership->exceptions.clear();
    }
    m_outbox.clear();
    m_ownFrames = 0;
}

void Topic::queue(Membership& membership, ServerTime now) const
{
    PeerSession& session = *membership.session;
    std::uint32_t next = 0;
    const auto queueUpTo = [&](std::uint32_t last) {
        for (; next < last; ++next) {
            session.enqueue(copyOf(m_outbox.frame(session.vsn(), next)), m_outbox.entry(next).lane,
                            now);
        }
    };
    for (const Exception& exception : membership.exceptions) {
        queueUpTo(exception.entry);
        if (exception.frame.isNull()) {
            next = exception.entry + 1;
        } else {
            session.enqueue(exception.frame, exception.lane, now);
        }
    }
    queueUpTo(m_outbox.size());
}

} // namespace tutti::channel
