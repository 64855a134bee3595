#include "server/net/HttpDesk.h"

#include "server/net/HostCheck.h"

namespace tutti::net {
namespace {

constexpr qsizetype kHandshakeKeyBytes = 16;

bool hasHandshakeKey(const HttpRequest& request)
{
    const auto key = QByteArray::fromBase64Encoding(request.header("sec-websocket-key"),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    return key && key.decoded.size() == kHandshakeKeyBytes;
}

HttpResponse plainRefusal(int status, const QByteArray& text)
{
    return {.status = status, .body = text, .contentType = "text/plain; charset=utf-8"};
}

HttpResponse tooLarge(const HttpRequest& request)
{
    const QStringList segments = withoutGatewayPrefix(request.segments);
    const bool isOurApi = segments.size() > 1 && segments[0] == QLatin1String("api") &&
                          segments[1] == QLatin1String("v1");
    return isOurApi ? apiRefusal(413, {ErrorCode::TooLarge}) : refusal(413, "Body too large");
}

} // namespace

void HttpDesk::addSocketPath(const QString& path, SocketHandler& handler)
{
    m_sockets.insert(path, &handler);
}

std::optional<HttpResponse> HttpDesk::refuse(const HttpRequest& request) const
{
    if (!isServedHost(request.header("host"))) {
        return refusal(421, "This server does not go by that name");
    }
    if (isSocketPath(request)) {
        return refuseUpgrade(request);
    }
    if (request.contentLength > m_router.maxBodyBytes(request)) {
        return tooLarge(request);
    }
    return std::nullopt;
}

std::optional<HttpResponse> HttpDesk::refuseUpgrade(const HttpRequest& request) const
{
    // RFC 6455 4.2.1
    if (request.method != "GET" || request.contentLength > 0) {
        return HttpResponse{.status = 400};
    }
    const bool isUpgrade = request.headerLists("upgrade", "websocket") &&
                           request.headerLists("connection", "upgrade") && hasHandshakeKey(request);
    if (!isUpgrade) {
        return plainRefusal(400, "This path takes WebSocket connections only\n");
    }
    if (request.header("sec-websocket-version") != "13") {
        HttpResponse refused = plainRefusal(426, "Only WebSocket version 13 is spoken here\n");
        refused.headers.emplace_back("Sec-WebSocket-Version", "13");
        return refused;
    }
    return std::nullopt;
}

bool HttpDesk::isSocketPath(const HttpRequest& request) const
{
    return socketHandler(request) != nullptr;
}

tl::expected<Admitted, HttpResponse> HttpDesk::admit(const HttpRequest& request) const
{
    SocketHandler* handler = socketHandler(request);
    Q_ASSERT(handler != nullptr);
    return handler->admit(request).map([handler](SocketHandler::Connected connected) {
        return Admitted{handler, std::move(connected)};
    });
}

SocketHandler* HttpDesk::socketHandler(const HttpRequest& request) const
{
    const QStringList segments = withoutGatewayPrefix(request.segments);
    return m_sockets.value(QLatin1Char('/') + segments.join(QLatin1Char('/')));
}

void HttpDesk::handle(const HttpRequest& request, const HttpResponder& respond) const
{
    static const QByteArrayList kMethods{"GET",   "HEAD",   "POST",   "PUT",
                                         "PATCH", "DELETE", "OPTIONS"};
    if (!kMethods.contains(request.method)) {
        respond(refusal(501, "This server does not know that method"));
        return;
    }
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    if (m_router.knows(request) || !isRead) {
        m_router.route(request, respond);
    } else {
        respond(m_site.answer(request));
    }
}

} // namespace tutti::net
