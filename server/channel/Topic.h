#pragma once

#include "server/channel/Member.h"
#include "server/channel/PeerSession.h"
#include "server/channel/Presence.h"
#include "server/channel/RoomOutbox.h"
#include "server/channel/TopicHandler.h"

#include <array>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tutti::channel {

/// One peer's place in one topic.
struct Membership {
    Member member;
    PeerSession* session = nullptr;
    /// Token this channel runs on (PROTOCOL.md 4.7).
    QString token = {};
    std::vector<Exception> exceptions = {};
    /// Presence calls since `windowStart` (PROTOCOL.md 4.9).
    int presenceCalls = 0;
    ServerTime windowStart = {};
};

/// A topic while it has members: who they are, what waits to go out to them, who is present.
/// The member list changes only while the outbox is empty.
class Topic {
public:
    Topic(QString name, bool isPrivate, TopicHandler* handler);

    const QString& name() const { return m_name; }
    bool isPrivate() const { return m_isPrivate; }
    /// Null for a plain relay.
    TopicHandler* handler() const { return m_handler; }
    Presence& presence() { return m_presence; }

    Membership& add(std::unique_ptr<Membership> membership);
    std::unique_ptr<Membership> remove(PeerId peer);
    Membership* find(PeerId peer);
    const std::vector<std::unique_ptr<Membership>>& members() const { return m_members; }

    /// Collects a frame for every member, but not for `except` unless it joined with `self`, and only for members the
    /// filter accepts.
    void post(const protocol::Frame& frame, const QByteArray& payloadJson, Lane lane, PeerId except,
              const Broadcaster::Filter& filter);
    /// Collects a frame for one member, in order with the others.
    void postTo(Membership& membership, const protocol::Frame& frame, Lane lane);
    /// True if it was not dirty before: somebody has to remember to flush it.
    bool setDirty() { return !std::exchange(m_dirty, true); }
    void clearDirty() { m_dirty = false; }
    std::size_t pendingBytes() const { return m_outbox.bytes(); }
    /// One write for each member that is not behind.
    void flush(ServerTime now);

private:
    void queue(Membership& membership, ServerTime now) const;
    bool speaks(Vsn vsn) const { return m_speakers[static_cast<std::size_t>(vsn)] > 0; }

    QString m_name;
    bool m_isPrivate;
    TopicHandler* m_handler;
    Presence m_presence;
    std::vector<std::unique_ptr<Membership>> m_members;
    std::unordered_map<PeerId, Membership*> m_byPeer;
    std::array<int, 2> m_speakers{};
    RoomOutbox m_outbox;
    std::size_t m_ownFrames = 0;
    std::vector<Bytes> m_pieces;
    bool m_dirty = false;
};

} // namespace tutti::channel
