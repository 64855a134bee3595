#pragma once

#include "server/net/HttpResponder.h"

#include <QStringList>

#include <vector>

namespace tutti::net {

/// Finds the handler of a REST request by method and path; `{name}` in a pattern matches one
/// segment. Every `/api/…` pattern answers below `/realtime/v1` too.
class Router {
public:
    static constexpr qsizetype kDefaultBodyBytes = 1024 * 1024;

    void add(const QByteArray& method, const QString& pattern, RouteHandler handler,
             qsizetype maxBodyBytes = kDefaultBodyBytes);

    /// Whether any method is routed on this path.
    bool knows(const HttpRequest& request) const;
    /// How much body this request may bring; 0 where no handler takes one.
    qsizetype maxBodyBytes(const HttpRequest& request) const;
    /// Calls the handler, or answers OPTIONS, 404 or 405 itself.
    void route(HttpRequest request, const HttpResponder& respond) const;

private:
    struct Route {
        QByteArray method;
        QStringList pattern;
        RouteHandler handler;
        qsizetype maxBodyBytes;
    };
    const Route* find(const QByteArray& method, const QStringList& segments) const;
    QByteArray methodsOf(const QStringList& segments) const;

    std::vector<Route> m_routes;
};

} // namespace tutti::net
