#pragma once

#include "server/net/PeerSink.h"

#include <cstddef>

namespace tutti::net {

/// Hands bytes straight to the kernel with one sendmsg for many pieces; what the kernel does not
/// take waits in the QTcpSocket, and while anything waits there everything goes that way, so the
/// order holds. Plain TCP on Unix only: under TLS the descriptor is not the stream.
class FdSink final : public PeerSink {
public:
    explicit FdSink(QTcpSocket& socket)
        : m_socket(socket)
    {
    }
    WriteResult write(std::span<const Bytes> pieces) override;

private:
    /// Bytes the kernel took, or -1 if the connection is broken.
    std::ptrdiff_t send(std::span<const Bytes> pieces);
    WriteResult buffer(std::span<const Bytes> pieces, std::size_t skip);

    QTcpSocket& m_socket;
};

} // namespace tutti::net
