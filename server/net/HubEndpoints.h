#pragma once

#include "server/channel/Hub.h"
#include "server/net/SocketHandler.h"

namespace tutti::net {

class ClassroomServer;

/// Puts a Hub on the network: the channel WebSocket, the REST broadcasts and the health checks
/// (server/PROTOCOL.md section 1).
/// Thread: classroom. Must outlive the server it is added to.
class HubEndpoints final : public SocketHandler {
public:
    explicit HubEndpoints(channel::Hub& hub)
        : m_hub(hub)
    {
    }
    /// Adds the paths. Call once.
    void addTo(ClassroomServer& server);
    /// What /health says.
    void setRoomOpen(bool open) { m_isRoomOpen = open; }

    tl::expected<Connected, HttpResponse> admit(const HttpRequest& request) override;
    void textReceived(PeerId peer, const QByteArray& utf8, ServerTime arrived) override;
    void binaryReceived(PeerId peer, const QByteArray& bytes, ServerTime arrived) override;
    void writable(PeerId peer) override;
    void disconnected(PeerId peer) override;

private:
    void addBroadcastRoutes(ClassroomServer& server);
    void addHealthRoutes(ClassroomServer& server) const;
    void flushIfMuch();

    channel::Hub& m_hub;
    bool m_isRoomOpen = false;
};

} // namespace tutti::net
