#include "server/net/HttpRequest.h"

#include <QStringDecoder>

#include <algorithm>

namespace tutti::net {
namespace {

constexpr qsizetype kMaxLineBytes = 8 * 1024;
constexpr qsizetype kMaxHeaderLines = 100;
constexpr qsizetype kMaxMethodBytes = 16;
constexpr int kMaxLengthDigits = 12;

bool isTokenChar(char c)
{
    // RFC 9110 5.6.2
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isVisible(char c)
{
    return c > ' ' && c < '\x7f';
}

bool isFieldChar(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return c == '\t' || (byte >= 0x20 && byte != 0x7f);
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QString> decodeSegment(QByteArrayView raw)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '%') {
            bytes.append(raw[i]);
            continue;
        }
        const int high = i + 2 < raw.size() ? hexValue(raw[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(raw[i + 2]) : -1;
        if (low < 0) {
            return std::nullopt;
        }
        bytes.append(static_cast<char>(high * 16 + low));
        i += 2;
    }
    QStringDecoder decode{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless};
    const QString text = decode(bytes);
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; };
    if (decode.hasError() || std::any_of(text.begin(), text.end(), isControl)) {
        return std::nullopt;
    }
    return text;
}

std::optional<QStringList> decodePath(QByteArrayView path)
{
    QStringList segments;
    qsizetype from = 1;
    while (from <= path.size()) {
        qsizetype to = path.indexOf('/', from);
        to = to < 0 ? path.size() : to;
        const auto segment = decodeSegment(path.sliced(from, to - from));
        if (!segment) {
            return std::nullopt;
        }
        segments.append(*segment);
        from = to + 1;
    }
    return segments;
}

/// Status to refuse with, 0 if the line is good.
int readRequestLine(QByteArrayView line, HttpRequest& request)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first) {
        return 400;
    }
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (method.size() > kMaxMethodBytes || !std::all_of(method.begin(), method.end(), isUpper)) {
        return 400;
    }
    if (!target.startsWith('/') || target.contains('#') ||
        !std::all_of(target.begin(), target.end(), isVisible)) {
        return 400;
    }
    if (version != "HTTP/1.1") {
        return version.startsWith("HTTP/") ? 505 : 400;
    }
    const qsizetype mark = target.indexOf('?');
    const auto segments = decodePath(mark < 0 ? target : target.first(mark));
    if (!segments) {
        return 400;
    }
    request.method = method.toByteArray();
    request.segments = *segments;
    if (mark >= 0) {
        request.query.setQuery(QString::fromUtf8(target.sliced(mark + 1)));
    }
    return 0;
}

/// Status to refuse with, 0 if the line is good. Folded lines (RFC 9112 5.2) are refused.
int readHeaderLine(QByteArrayView line, HttpRequest& request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        return 400;
    }
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (!std::all_of(name.begin(), name.end(), isTokenChar) ||
        !std::all_of(value.begin(), value.end(), isFieldChar)) {
        return 400;
    }
    request.headers.emplace_back(name.toByteArray().toLower(), value.toByteArray());
    return 0;
}

qsizetype countOf(const HttpRequest& request, QByteArrayView name)
{
    return std::count_if(request.headers.begin(), request.headers.end(),
                         [name](const auto& header) { return header.first == name; });
}

/// Status to refuse with, 0 if the headers that frame the message are good.
int checkFraming(HttpRequest& request)
{
    if (countOf(request, "host") != 1) {
        return 400;
    }
    if (countOf(request, "transfer-encoding") > 0) {
        return 411;
    }
    const qsizetype lengths = countOf(request, "content-length");
    if (lengths == 0) {
        return request.method == "POST" ? 411 : 0;
    }
    const QByteArray length = request.header("content-length");
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (lengths > 1 || length.isEmpty() || !std::all_of(length.begin(), length.end(), isDigit)) {
        return 400;
    }
    if (length.size() > kMaxLengthDigits) {
        return 413;
    }
    request.contentLength = length.toLongLong();
    return 0;
}

int readLines(QByteArrayView head, HttpRequest& request)
{
    qsizetype from = 0;
    for (qsizetype number = 0; from < head.size(); ++number) {
        const qsizetype to = head.indexOf("\r\n", from);
        const QByteArrayView line = head.sliced(from, to - from);
        if (line.isEmpty()) {
            return number == 0 ? 400 : 0;
        }
        if (line.size() > kMaxLineBytes || number > kMaxHeaderLines) {
            return number == 0 ? 414 : 431;
        }
        const int refused =
            number == 0 ? readRequestLine(line, request) : readHeaderLine(line, request);
        if (refused != 0) {
            return refused;
        }
        from = to + 2;
    }
    return 400;
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [name](const auto& entry) { return entry.first == name; });
    return found == headers.end() ? QByteArray{} : found->second;
}

bool HttpRequest::headerLists(QByteArrayView name, QByteArrayView token) const
{
    const QByteArrayList items = header(name).toLower().split(',');
    return std::any_of(items.begin(), items.end(),
                       [token](const QByteArray& item) { return item.trimmed() == token; });
}

QString HttpRequest::path() const
{
    return QLatin1Char('/') + segments.join(QLatin1Char('/'));
}

QString HttpRequest::token() const
{
    const QByteArray authorization = header("authorization");
    if (authorization.left(7).toLower() == "bearer ") {
        return QString::fromUtf8(authorization.mid(7).trimmed());
    }
    return QString::fromUtf8(header("apikey"));
}

std::optional<qsizetype> headLength(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? std::nullopt : std::optional{end + 4};
}

tl::expected<HttpRequest, int> parseHead(QByteArrayView head)
{
    HttpRequest request;
    int refused = head.endsWith("\r\n\r\n") ? readLines(head, request) : 400;
    if (refused == 0) {
        refused = checkFraming(request);
    }
    if (refused != 0) {
        return tl::unexpected{refused};
    }
    return request;
}

QStringList withoutGatewayPrefix(const QStringList& segments)
{
    const bool prefixed = segments.size() > 2 && segments[0] == QLatin1String("realtime") &&
                          segments[1] == QLatin1String("v1");
    if (!prefixed) {
        return segments;
    }
    const QStringList rest = segments.mid(2);
    if (rest == QStringList{QStringLiteral("websocket")}) {
        return {QStringLiteral("socket"), rest.first()};
    }
    return rest.first() == QLatin1String("api") ? rest : segments;
}

} // namespace tutti::net
