#pragma once

#include "server/net/PeerSink.h"

namespace tutti::net {

/// Writes through QTcpSocket's own buffer; works on every platform and for TLS.
class QtSink final : public PeerSink {
public:
    explicit QtSink(QTcpSocket& socket)
        : m_socket(socket)
    {
    }
    WriteResult write(std::span<const Bytes> pieces) override;

private:
    QTcpSocket& m_socket;
};

} // namespace tutti::net
