#include "server/channel/PeerSession.h"

#include <algorithm>

namespace tutti::channel {
namespace {

constexpr std::uint16_t kTryAgainLater = 1013; // registered for RFC 6455 close codes
constexpr std::uint16_t kNoCloseFrame = 0;
/// Drained at once: enough to keep the socket busy, little enough to reorder and drop what comes after.
constexpr std::size_t kDrainBytes = 16 * 1024;

Bytes bytesOf(const QByteArray& frame)
{
    return {frame.constData(), static_cast<std::size_t>(frame.size())};
}

} // namespace

PeerSession::PeerSession(Peer& peer, Connection connection, const Limits& limits,
                         std::vector<PeerId>& marked)
    : m_peer(&peer)
    , m_id(peer.id())
    , m_connection(std::move(connection))
    , m_maxQueued(static_cast<std::size_t>(limits.queuedBytesPerPeer))
    , m_markedPeers(marked)
    , m_frames(limits.framesPerSecondPerPeer, limits.framesPerSecondPerPeer)
    // One frame of the largest size always fits.
    , m_bytes(limits.bytesPerSecondPerPeer,
              std::max(limits.bytesPerSecondPerPeer, limits.maxFrameBytes))
    , m_events(limits.eventsPerSecondPerPeer, limits.eventsPerSecondPerPeer)
    , m_joins(limits.joinsPerSecondPerPeer, limits.joinsPerSecondPerPeer)
{
}

void PeerSession::write(std::span<const Bytes> pieces)
{
    if (m_marked) {
        return;
    }
    switch (m_peer->write(pieces)) {
    case WriteResult::Sent:
        return;
    case WriteResult::Behind:
        m_behind = true;
        checkBacklog();
        return;
    case WriteResult::Gone:
        mark(kNoCloseFrame, {});
        return;
    }
}

void PeerSession::enqueue(QByteArray frame, Lane lane, ServerTime now)
{
    if (!m_marked) {
        m_queue.push(std::move(frame), lane, now);
        checkBacklog();
    }
}

void PeerSession::send(const QByteArray& frame, Lane lane, ServerTime now)
{
    if (m_behind) {
        enqueue(frame, lane, now);
        return;
    }
    const Bytes piece = bytesOf(frame);
    write({&piece, 1});
}

void PeerSession::drain(ServerTime now)
{
    m_behind = false;
    std::vector<QByteArray> frames;
    std::vector<Bytes> pieces;
    while (!m_behind && !m_marked && !m_queue.isEmpty()) {
        frames.clear();
        pieces.clear();
        std::size_t size = 0;
        while (size < kDrainBytes) {
            auto frame = m_queue.take(now);
            if (!frame) {
                break;
            }
            size += static_cast<std::size_t>(frame->size());
            frames.push_back(std::move(*frame));
            pieces.push_back(bytesOf(frames.back()));
        }
        if (!pieces.empty()) {
            write(pieces);
        }
    }
}

void PeerSession::mark(std::uint16_t code, std::string_view reason)
{
    if (!m_marked) {
        m_marked = true;
        m_closeCode = code;
        m_closeReason = reason;
        m_markedPeers.push_back(m_id);
    }
}

void PeerSession::detach()
{
    m_peer = nullptr;
    mark(kNoCloseFrame, {});
}

void PeerSession::closeSocket()
{
    if (m_peer) {
        constexpr std::uint16_t kGoingAway = 1001;
        m_peer->close(m_closeCode == kNoCloseFrame ? kGoingAway : m_closeCode, m_closeReason);
    }
}

void PeerSession::checkBacklog()
{
    if (m_peer && m_queue.bytes() + m_peer->pendingBytes() > m_maxQueued) {
        mark(kTryAgainLater, "too slow");
    }
}

} // namespace tutti::channel
