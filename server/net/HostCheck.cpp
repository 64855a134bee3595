#include "server/net/HostCheck.h"

#include <QHostAddress>
#include <QString>

#include <algorithm>

namespace tutti::net {
namespace {

constexpr qsizetype kMaxPortDigits = 5;
constexpr qsizetype kMaxNameBytes = 253;

bool isPort(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= kMaxPortDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isLabelChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool isName(const QByteArray& name)
{
    const QByteArrayList labels = name.split('.');
    return name.size() <= kMaxNameBytes &&
           std::all_of(labels.begin(), labels.end(), [](const QByteArray& label) {
               return !label.isEmpty() && std::all_of(label.begin(), label.end(), isLabelChar);
           });
}

bool isIpv4(QByteArrayView text)
{
    // Four whole numbers: QHostAddress would also take "1" and "10.1", which are names here.
    return text.count('.') == 3 &&
           QHostAddress{QString::fromLatin1(text)}.protocol() == QAbstractSocket::IPv4Protocol;
}

bool isBracketedIpv6(QByteArrayView host)
{
    const qsizetype end = host.indexOf(']');
    const QByteArrayView rest = end < 0 ? QByteArrayView{} : host.sliced(end + 1);
    return end > 0 && (rest.isEmpty() || (rest.startsWith(':') && isPort(rest.sliced(1)))) &&
           QHostAddress{QString::fromLatin1(host.sliced(1, end - 1))}.protocol() ==
               QAbstractSocket::IPv6Protocol;
}

} // namespace

bool isServedHost(QByteArrayView host)
{
    if (host.startsWith('[')) {
        return isBracketedIpv6(host);
    }
    const qsizetype colon = host.indexOf(':');
    if (colon >= 0 && !isPort(host.sliced(colon + 1))) {
        return false;
    }
    const QByteArray name = (colon < 0 ? host : host.first(colon)).toByteArray().toLower();
    if (isIpv4(name)) {
        return true;
    }
    return isName(name) &&
           (!name.contains('.') || name.endsWith(".local") || name.endsWith(".test"));
}

} // namespace tutti::net
