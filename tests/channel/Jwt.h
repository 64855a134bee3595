#pragma once

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace tutti::test {

inline QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A token with any header and any claims, well-formed JSON or not, and a signature that fits them.
inline QString jwt(const QByteArray& header, const QByteArray& claims, const QByteArray& secret,
                   QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    const QByteArray text = base64Url(header) + '.' + base64Url(claims);
    const QByteArray mac = QMessageAuthenticationCode::hash(text, secret, hash);
    return QString::fromLatin1(text + '.' + base64Url(mac));
}

} // namespace tutti::test
