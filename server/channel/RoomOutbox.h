#pragma once

#include "app/domain/Peer.h"
#include "server/channel/Broadcaster.h"
#include "server/protocol/Frame.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <vector>

namespace tutti::channel {

/// Where one recipient's share of an outbox differs from everyone's. In the order of the outbox.
struct Exception {
    /// Of the entry that is left out, or before which `frame` goes.
    std::uint32_t entry = 0;
    /// Null: the entry is left out. Else one frame for this recipient alone.
    QByteArray frame = {};
    Lane lane = Lane::State;
};

/// The frames of one topic's loop turn, back to back, encoded once a serializer and complete with WebSocket headers.
/// A recipient gets everything as one contiguous piece, or the pieces between its exceptions: no copy, no queue of its
/// own: one write per recipient and turn.
class RoomOutbox {
public:
    struct Entry {
        Lane lane{};
        /// End of the frame in each serializer's bytes; it begins where the one before ends.
        std::array<std::uint32_t, 2> end{};
    };

    /// Frames of one message; the one of a serializer that nobody in the topic speaks may be empty.
    void add(const QByteArray& v1, const QByteArray& v2, Lane lane);
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_entries.size()); }
    const Entry& entry(std::uint32_t index) const { return m_entries[index]; }
    Bytes frame(protocol::Vsn vsn, std::uint32_t index) const;
    std::size_t bytes() const;
    /// Fills `pieces` with what a recipient with these exceptions gets. Valid until the outbox or they change.
    void pieces(protocol::Vsn vsn, const std::vector<Exception>& exceptions,
                std::vector<Bytes>& pieces) const;
    /// Forgets the frames, keeps the memory.
    void clear();

private:
    Bytes between(std::size_t serializer, std::uint32_t first, std::uint32_t last) const;

    std::array<std::vector<char>, 2> m_bytes;
    std::vector<Entry> m_entries;
};

} // namespace tutti::channel
