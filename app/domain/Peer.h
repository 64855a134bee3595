#pragma once

#include "app/domain/Ids.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tutti {

using Bytes = std::span<const char>;

/// What became of bytes handed to a peer.
enum class WriteResult : std::uint8_t {
    Sent,   ///< all of it is with the operating system
    Behind, ///< all of it was taken, but some waits in this process: the socket is behind
    Gone,   ///< the connection is broken
};

/// One connected client, as far as whoever writes to it needs to know.
/// Thread: the classroom thread.
class Peer {
public:
    virtual ~Peer() = default;
    virtual PeerId id() const = 0;
    /// Writes complete WebSocket frames, header included, in this order, as one piece. Never blocks.
    virtual WriteResult write(std::span<const Bytes> pieces) = 0;
    /// Bytes taken by write() that still wait in this process. Above 0 the owner keeps what it would write next
    /// in its own queue, where it can still be reordered or dropped, until the peer is writable again.
    virtual std::size_t pendingBytes() const = 0;
    /// Closes with a WebSocket close code, after what is pending where that is possible.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;
};

} // namespace tutti
