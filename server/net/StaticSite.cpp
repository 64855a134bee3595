#include "server/net/StaticSite.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

namespace tutti::net {
namespace {

constexpr qsizetype kEtagBytes = 12;

constexpr std::array<std::pair<const char*, const char*>, 15> kTypes{{
    {"html", "text/html; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"json", "application/json"},
    {"map", "application/json"},
    {"webmanifest", "application/manifest+json"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"ico", "image/x-icon"},
    {"webp", "image/webp"},
    {"woff2", "font/woff2"},
    {"mp3", "audio/mpeg"},
    {"ogg", "audio/ogg"},
    {"txt", "text/plain; charset=utf-8"},
}};

QByteArray typeOf(const QString& path)
{
    const QByteArray extension = path.section(QLatin1Char('.'), -1).toLatin1().toLower();
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&extension](const auto& entry) {
        return extension == entry.first;
    });
    return found == kTypes.end() ? QByteArray{"application/octet-stream"}
                                 : QByteArray{found->second};
}

QByteArray etagOf(const QByteArray& body)
{
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    return '"' + hash.first(kEtagBytes).toHex() + '"';
}

QByteArray cacheControlOf(const QString& path)
{
    // The bundler names assets after their content.
    return path.startsWith(QLatin1String("/assets/")) ? "public, max-age=31536000, immutable"
                                                      : "no-cache";
}

} // namespace

StaticSite StaticSite::fromFolder(const QString& folder)
{
    StaticSite site;
    const QDir root{folder};
    QDirIterator each{folder, QDir::Files, QDirIterator::Subdirectories};
    while (each.hasNext()) {
        QFile file{each.next()};
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray body = file.readAll();
            site.m_files.insert(QLatin1Char('/') + root.relativeFilePath(file.fileName()),
                                {body, etagOf(body)});
        }
    }
    return site;
}

HttpResponse StaticSite::answer(const HttpRequest& request) const
{
    const QString asked = request.path();
    const QString path = asked == QLatin1String("/") ? QStringLiteral("/index.html") : asked;
    auto file = m_files.constFind(path);
    if (file == m_files.constEnd() || path.endsWith(QLatin1String(".gz"))) {
        return refusal(404, "Not found");
    }
    HttpResponse response{.contentType = typeOf(path),
                          .headers = {{"Cache-Control", cacheControlOf(path)}}};
    if (const auto packed = m_files.constFind(path + QLatin1String(".gz"));
        packed != m_files.constEnd()) {
        response.headers.emplace_back("Vary", "Accept-Encoding");
        if (request.headerLists("accept-encoding", "gzip")) {
            response.headers.emplace_back("Content-Encoding", "gzip");
            file = packed;
        }
    }
    response.headers.emplace_back("ETag", file->etag);
    if (request.headerLists("if-none-match", file->etag)) {
        response.status = 304;
        return response;
    }
    response.body = file->body;
    return response;
}

} // namespace tutti::net
