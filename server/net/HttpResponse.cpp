#include "server/net/HttpResponse.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <iterator>

namespace tutti::net {
namespace {

constexpr std::array<std::pair<int, const char*>, 25> kReasons{{
    {200, "OK"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

constexpr QByteArrayView kCommonHeaders = "X-Content-Type-Options: nosniff\r\n"
                                          "Referrer-Policy: no-referrer\r\n"
                                          "Access-Control-Allow-Origin: *\r\n";

/// What the page may do. Workers come from blobs because the metronome's tick worker is built into
/// the bundle; Safari before 15.4 does not count ws: as 'self'.
constexpr QByteArrayView kContentSecurityPolicy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self' blob: data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

HttpResponse jsonResponse(int status, const QJsonObject& object)
{
    return {.status = status,
            .body = QJsonDocument{object}.toJson(QJsonDocument::Compact),
            .contentType = "application/json"};
}

bool hasNoContent(int status)
{
    return status == 204 || status == 304;
}

} // namespace

HttpResponse refusal(int status, const QByteArray& message)
{
    return jsonResponse(status, {{QStringLiteral("error"), QString::fromUtf8(message)}});
}

HttpResponse apiRefusal(int status, const Error& error)
{
    const QString message =
        error.detail.empty() ? text(messageFor(error.code)) : text(error.detail);
    const QJsonObject body{{QStringLiteral("code"), text(codeName(error.code))},
                           {QStringLiteral("message"), message},
                           {QStringLiteral("hint"), text(hintFor(error.code))}};
    return jsonResponse(status, {{QStringLiteral("error"), body}});
}

QByteArray reasonPhrase(int status)
{
    const auto found = std::find_if(kReasons.begin(), kReasons.end(),
                                    [status](const auto& entry) { return entry.first == status; });
    return found == std::end(kReasons) ? QByteArray{"Answer"} : QByteArray{found->second};
}

QByteArray toBytes(const HttpResponse& response, ResponseFraming framing)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' +
                     reasonPhrase(response.status) + "\r\n";
    if (!response.contentType.isEmpty()) {
        out += "Content-Type: " + response.contentType + "\r\n";
    }
    if (!hasNoContent(response.status)) {
        out += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    }
    for (const auto& [name, value] : response.headers) {
        out += name + ": " + value + "\r\n";
    }
    out.append(kCommonHeaders);
    if (response.contentType.startsWith("text/html")) {
        out.append("Content-Security-Policy: ").append(kContentSecurityPolicy).append("\r\n");
    }
    out += framing.keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (!framing.headOnly && !hasNoContent(response.status)) {
        out += response.body;
    }
    return out;
}

} // namespace tutti::net
