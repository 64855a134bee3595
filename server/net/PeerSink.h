#pragma once

#include "app/domain/Peer.h"

#include <memory>
#include <span>

class QTcpSocket;

namespace tutti::net {

/// How bytes get from a peer to its socket. It shares the socket with the QWebSocket that reads
/// from it, so it never overtakes what already waits there. Thread: the socket's.
class PeerSink {
public:
    virtual ~PeerSink() = default;
    virtual WriteResult write(std::span<const Bytes> pieces) = 0;
};

/// The fastest sink this platform has for a plain TCP socket. The socket must outlive it.
std::unique_ptr<PeerSink> makePeerSink(QTcpSocket& socket);

} // namespace tutti::net
