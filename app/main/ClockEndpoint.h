#pragma once

#include "server/music/ClockDesk.h"
#include "server/net/SocketHandler.h"

namespace tutti::main {

/// Puts the clock desk behind the `/clock` path of the server.
/// Thread: classroom.
class ClockEndpoint final : public net::SocketHandler {
public:
    explicit ClockEndpoint(music::ClockDesk& desk)
        : m_desk(desk)
    {
    }

    tl::expected<Connected, net::HttpResponse> admit(const net::HttpRequest& request) override;
    void textReceived(PeerId peer, const QByteArray& utf8, ServerTime arrived) override;
    void binaryReceived(PeerId peer, const QByteArray& bytes, ServerTime arrived) override;
    void writable(PeerId peer) override;
    void disconnected(PeerId peer) override;

private:
    music::ClockDesk& m_desk;
};

} // namespace tutti::main
