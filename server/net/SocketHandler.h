#pragma once

#include "app/domain/Peer.h"
#include "app/domain/ServerTime.h"
#include "server/net/HttpRequest.h"
#include "server/net/HttpResponse.h"

#include <QByteArray>

#include <functional>

namespace tutti::net {

/// What answers the WebSockets of one path.
/// Thread: classroom. Order: admit → the function it returned →
/// textReceived/binaryReceived/writable… → disconnected, once each per peer. None of them is called
/// from inside a call to the peer.
class SocketHandler {
public:
    /// Called once the handshake is done. The peer lives until disconnected() returns.
    using Connected = std::function<void(Peer& peer)>;

    virtual ~SocketHandler() = default;
    /// May this request become a WebSocket? The error is the HTTP answer it gets instead.
    virtual tl::expected<Connected, HttpResponse> admit(const HttpRequest& request) = 0;
    virtual void textReceived(PeerId peer, const QByteArray& utf8, ServerTime arrived) = 0;
    virtual void binaryReceived(PeerId peer, const QByteArray& bytes, ServerTime arrived) = 0;
    /// Everything the peer held back is with the operating system.
    virtual void writable(PeerId peer) = 0;
    virtual void disconnected(PeerId peer) = 0;
};

} // namespace tutti::net
