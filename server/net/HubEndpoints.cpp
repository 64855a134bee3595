#include "server/net/HubEndpoints.h"

#include "server/net/ClassroomServer.h"

#include <utility>

namespace tutti::net {
namespace {

QString queryValue(const HttpRequest& request, const QString& key)
{
    return request.query.queryItemValue(key, QUrl::FullyDecoded);
}

channel::UpgradeRequest upgradeRequest(const HttpRequest& request)
{
    const QByteArray header = request.header("x-api-key");
    return {.apiKey = header.isEmpty() ? queryValue(request, QStringLiteral("apikey"))
                                       : QString::fromUtf8(header),
            .vsn = queryValue(request, QStringLiteral("vsn"))};
}

HttpResponse toResponse(const channel::HttpReply& reply)
{
    return {.status = reply.status,
            .body = reply.body,
            .contentType = reply.body.isEmpty() ? QByteArray{} : reply.contentType};
}

HttpResponse json(const QByteArray& body)
{
    return {.body = body,
            .contentType = "application/json",
            .headers = {{"Cache-Control", "no-store"}}};
}

} // namespace

void HubEndpoints::addTo(ClassroomServer& server)
{
    server.addSocketPath(QStringLiteral("/socket/websocket"), *this);
    addBroadcastRoutes(server);
    addHealthRoutes(server);
}

void HubEndpoints::addBroadcastRoutes(ClassroomServer& server)
{
    server.addRoute("POST", QStringLiteral("/api/broadcast"),
                    [this](const HttpRequest& request, const HttpResponder& respond) {
                        respond(toResponse(m_hub.restBroadcast(request.body, request.token())));
                    });
    server.addRoute("POST", QStringLiteral("/api/broadcast/{topic}/events/{event}"),
                    [this](const HttpRequest& request, const HttpResponder& respond) {
                        const bool isPrivate =
                            queryValue(request, QStringLiteral("private")) == QLatin1String("true");
                        respond(toResponse(m_hub.restBroadcastOne(
                            request.parameters[0], request.parameters[1], isPrivate,
                            request.header("content-type"), request.body, request.token())));
                    });
}

void HubEndpoints::addHealthRoutes(ClassroomServer& server) const
{
    server.addRoute("GET", QStringLiteral("/health"),
                    [this](const HttpRequest&, const HttpResponder& respond) {
                        respond(json(m_isRoomOpen ? R"({"status":"ok","room":"open"})"
                                                  : R"({"status":"ok","room":"closed"})"));
                    });
    server.addRoute("GET", QStringLiteral("/healthcheck"),
                    [](const HttpRequest&, const HttpResponder& respond) {
                        respond({.body = "ok", .contentType = "text/plain; charset=utf-8"});
                    });
    server.addRoute("GET", QStringLiteral("/api/ping"),
                    [](const HttpRequest&, const HttpResponder& respond) {
                        respond(json(R"({"message":"Success"})"));
                    });
}

tl::expected<SocketHandler::Connected, HttpResponse> HubEndpoints::admit(const HttpRequest& request)
{
    auto connection = m_hub.admit(upgradeRequest(request));
    if (!connection) {
        const channel::HttpRefusal& refused = connection.error();
        return tl::unexpected{toResponse({.status = refused.status, .body = refused.body})};
    }
    return [this, connection = std::move(*connection)](Peer& peer) {
        m_hub.connected(peer, connection);
    };
}

void HubEndpoints::textReceived(PeerId peer, const QByteArray& utf8, ServerTime)
{
    m_hub.textReceived(peer, utf8);
    flushIfMuch();
}

void HubEndpoints::binaryReceived(PeerId peer, const QByteArray& bytes, ServerTime)
{
    m_hub.binaryReceived(peer, bytes);
    flushIfMuch();
}

void HubEndpoints::writable(PeerId peer)
{
    m_hub.writable(peer);
}

void HubEndpoints::disconnected(PeerId peer)
{
    m_hub.disconnected(peer);
}

void HubEndpoints::flushIfMuch()
{
    if (m_hub.wantsFlush()) {
        m_hub.flush();
    }
}

} // namespace tutti::net
