#pragma once

#include "server/net/HttpResponder.h"
#include "server/net/Router.h"
#include "server/net/SocketHandler.h"
#include "server/net/StaticSite.h"

#include <QHash>

#include <optional>
#include <utility>

namespace tutti::net {

/// A WebSocket that may come in, and who answers it.
struct Admitted {
    SocketHandler* handler;
    SocketHandler::Connected connected;
};

/// Decides what a request is: refused, a WebSocket, a REST call or a file of the page.
class HttpDesk {
public:
    Router& router() { return m_router; }
    void setSite(StaticSite site) { m_site = std::move(site); }
    /// The handler is not owned.
    void addSocketPath(const QString& path, SocketHandler& handler);

    /// The answer to a request that is refused before its body is read.
    std::optional<HttpResponse> refuse(const HttpRequest& request) const;
    bool isSocketPath(const HttpRequest& request) const;
    /// Asks the handler of the path. The error is the HTTP answer instead of the handshake.
    tl::expected<Admitted, HttpResponse> admit(const HttpRequest& request) const;
    void handle(const HttpRequest& request, const HttpResponder& respond) const;

private:
    SocketHandler* socketHandler(const HttpRequest& request) const;
    std::optional<HttpResponse> refuseUpgrade(const HttpRequest& request) const;

    Router m_router;
    StaticSite m_site;
    QHash<QString, SocketHandler*> m_sockets;
};

} // namespace tutti::net
