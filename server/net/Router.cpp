#include "server/net/Router.h"

#include <algorithm>
#include <utility>

namespace tutti::net {
namespace {

bool isPlaceholder(const QString& part)
{
    return part.startsWith(QLatin1Char('{')) && part.endsWith(QLatin1Char('}'));
}

bool matches(const QStringList& pattern, const QStringList& segments)
{
    return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(),
                      [](const QString& part, const QString& segment) {
                          return isPlaceholder(part) ? !segment.isEmpty() : part == segment;
                      });
}

QStringList parametersOf(const QStringList& pattern, const QStringList& segments)
{
    QStringList parameters;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isPlaceholder(pattern[i])) {
            parameters.append(segments[i]);
        }
    }
    return parameters;
}

/// A HEAD is a GET whose body is left out when it is written.
QByteArray routedMethod(const QByteArray& method)
{
    return method == "HEAD" ? QByteArray{"GET"} : method;
}

HttpResponse preflight(const QByteArray& methods)
{
    return {.status = 204,
            .headers = {{"Allow", methods},
                        {"Access-Control-Allow-Methods", methods},
                        {"Access-Control-Allow-Headers",
                         "authorization, apikey, content-type, x-client-info"},
                        {"Access-Control-Max-Age", "86400"}}};
}

} // namespace

void Router::add(const QByteArray& method, const QString& pattern, RouteHandler handler,
                 qsizetype maxBodyBytes)
{
    Q_ASSERT(pattern.startsWith(QLatin1Char('/')));
    m_routes.push_back(
        {method, pattern.mid(1).split(QLatin1Char('/')), std::move(handler), maxBodyBytes});
}

bool Router::knows(const HttpRequest& request) const
{
    const QStringList segments = withoutGatewayPrefix(request.segments);
    return std::any_of(m_routes.begin(), m_routes.end(),
                       [&](const Route& route) { return matches(route.pattern, segments); });
}

qsizetype Router::maxBodyBytes(const HttpRequest& request) const
{
    const Route* route = find(routedMethod(request.method), withoutGatewayPrefix(request.segments));
    return route == nullptr ? 0 : route->maxBodyBytes;
}

void Router::route(HttpRequest request, const HttpResponder& respond) const
{
    const QStringList segments = withoutGatewayPrefix(request.segments);
    if (const Route* route = find(routedMethod(request.method), segments)) {
        request.parameters = parametersOf(route->pattern, segments);
        route->handler(request, respond);
        return;
    }
    const QByteArray methods = methodsOf(segments);
    if (methods.isEmpty()) {
        respond(refusal(404, "Not found"));
    } else if (request.method == "OPTIONS") {
        respond(preflight(methods));
    } else {
        HttpResponse refused = refusal(405, "Method not allowed");
        refused.headers.emplace_back("Allow", methods);
        respond(refused);
    }
}

const Router::Route* Router::find(const QByteArray& method, const QStringList& segments) const
{
    const auto found = std::find_if(m_routes.begin(), m_routes.end(), [&](const Route& route) {
        return route.method == method && matches(route.pattern, segments);
    });
    return found == m_routes.end() ? nullptr : &*found;
}

QByteArray Router::methodsOf(const QStringList& segments) const
{
    QByteArrayList methods;
    for (const Route& route : m_routes) {
        if (matches(route.pattern, segments)) {
            methods.append(route.method);
        }
    }
    if (methods.isEmpty()) {
        return {};
    }
    if (methods.contains("GET")) {
        methods.append("HEAD");
    }
    methods.append("OPTIONS");
    return methods.join(", ");
}

} // namespace tutti::net
