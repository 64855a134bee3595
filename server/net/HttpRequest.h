#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QStringList>
#include <QUrlQuery>

#include <optional>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace tutti::net {

/// One HTTP/1.1 request as read from a socket (RFC 9112); the body follows the head.
struct HttpRequest {
    QByteArray method;
    /// Path between the slashes, percent-decoded one by one: an encoded slash stays inside its
    /// segment.
    QStringList segments;
    QUrlQuery query;
    /// Names in lower case, in the order they came.
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    qsizetype contentLength = 0;
    QByteArray body;
    QHostAddress remote;
    /// What the {…} of the route's pattern matched.
    QStringList parameters;

    /// The first value under this lower case name; empty if there is none.
    QByteArray header(QByteArrayView name) const;
    /// Whether a comma-separated header lists this lower case token.
    bool headerLists(QByteArrayView name, QByteArrayView token) const;
    QString path() const;
    /// RFC 6750 bearer token, else the `apikey` header; empty if there is neither.
    QString token() const;
};

inline constexpr qsizetype kMaxHeadBytes = 16 * 1024;

/// Length of the head including the empty line, or nothing while it is incomplete.
std::optional<qsizetype> headLength(QByteArrayView bytes);
/// Reads a complete head strictly. Errors: the HTTP status to refuse with.
tl::expected<HttpRequest, int> parseHead(QByteArrayView head);
/// The form of a path without the `/realtime/v1` under which a hosted service would have it.
QStringList withoutGatewayPrefix(const QStringList& segments);

} // namespace tutti::net
