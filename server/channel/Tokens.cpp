#include "server/channel/Tokens.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <cmath>
#include <optional>

namespace tutti::channel {
namespace {

using namespace Qt::StringLiterals;
using Kind = TokenError::Kind;

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr auto kStrictBase64 = kBase64 | QByteArray::AbortOnBase64DecodingErrors;

struct Parts {
    QJsonObject header;
    QJsonObject claims;
    QByteArray signedText;
    QByteArray signature;
};

std::optional<QByteArray> fromBase64(const QByteArray& text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, kStrictBase64);
    return decoded ? std::optional{decoded.decoded} : std::nullopt;
}

std::optional<QJsonObject> objectFrom(const QByteArray& base64)
{
    const auto json = fromBase64(base64);
    const QJsonDocument document = QJsonDocument::fromJson(json.value_or(QByteArray{}));
    return document.isObject() ? std::optional{document.object()} : std::nullopt;
}

/// Percent-decoded, without white space, three parts, two of them JSON objects (PROTOCOL.md 2).
std::optional<Parts> split(QStringView token)
{
    QByteArray text = QByteArray::fromPercentEncoding(token.toUtf8());
    text.removeIf([](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    const QList<QByteArray> parts = text.split('.');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    const auto header = objectFrom(parts[0]);
    const auto claims = objectFrom(parts[1]);
    const auto signature = fromBase64(parts[2]);
    if (!header || !claims || !signature) {
        return std::nullopt;
    }
    return Parts{*header, *claims, parts[0] + '.' + parts[1], *signature};
}

std::optional<QCryptographicHash::Algorithm> hashOf(const QString& alg)
{
    if (alg == "HS256"_L1) {
        return QCryptographicHash::Sha256;
    }
    if (alg == "HS384"_L1) {
        return QCryptographicHash::Sha384;
    }
    return alg == "HS512"_L1 ? std::optional{QCryptographicHash::Sha512} : std::nullopt;
}

/// Takes the same time wherever the first difference is, so that timing tells nothing about the right signature.
bool isEqualInConstantTime(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size()) {
        return false;
    }
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned char>(a.at(i)) ^ static_cast<unsigned char>(b.at(i));
    }
    return difference == 0;
}

tl::unexpected<TokenError> refuse(Kind kind)
{
    return tl::unexpected{TokenError{kind}};
}

/// Required: `role` and `exp`; decimals are rounded (PROTOCOL.md 2).
tl::expected<Claims, TokenError> checkedClaims(const QJsonObject& all, qint64 nowSeconds)
{
    const QJsonValue role = all.value("role"_L1);
    const QJsonValue exp = all.value("exp"_L1);
    const QJsonValue iat = all.value("iat"_L1);
    if (!role.isString() || exp.isUndefined() || exp.isNull()) {
        return refuse(Kind::MissingClaims);
    }
    constexpr double kLatest = 9e15; // whole numbers end near here in a double
    const double seconds = exp.toDouble(-1);
    if (!exp.isDouble() || seconds < 0 || seconds > kLatest) {
        return refuse(Kind::BadExpiry);
    }
    if (!iat.isUndefined() && !iat.isDouble()) {
        return refuse(Kind::Malformed);
    }
    const qint64 expiresAt = std::llround(seconds);
    if (expiresAt <= nowSeconds) {
        return tl::unexpected{TokenError{Kind::Expired, {}, nowSeconds - expiresAt}};
    }
    return Claims{role.toString(), expiresAt, all};
}

QString signerMessage(const QString& keyId)
{
    const QString key = keyId.isEmpty() ? QString{} : u" for key ID (kid) \"%1\""_s.arg(keyId);
    return u"Failed to generate JWT signer%1, check your JWT secret or JWKS configuration"_s.arg(
        key);
}

} // namespace

QString TokenError::httpMessage() const
{
    return kind == Kind::Expired ? u"Token has expired"_s : systemMessage();
}

QString TokenError::systemMessage() const
{
    switch (kind) {
    case Kind::Malformed:
        return u"The token provided is not a valid JWT"_s;
    case Kind::NoSigner:
        return signerMessage(keyId);
    case Kind::BadSignature:
        return u"Failed to validate JWT signature"_s;
    case Kind::MissingClaims:
        return u"Fields `role` and `exp` are required in JWT"_s;
    case Kind::BadExpiry:
        return u"Token expiration time is invalid"_s;
    case Kind::Expired:
        break;
    }
    return u"Token has expired %1 seconds ago"_s.arg(secondsAgo);
}

QString TokenError::joinReason() const
{
    switch (kind) {
    case Kind::Malformed:
        return "MalformedJWT: "_L1 + systemMessage();
    case Kind::NoSigner:
        return "JwtSignerError: "_L1 + systemMessage();
    case Kind::BadSignature:
        return "JwtSignatureError: "_L1 + systemMessage();
    case Kind::MissingClaims:
    case Kind::BadExpiry:
    case Kind::Expired:
        break;
    }
    return "InvalidJWTToken: "_L1 + systemMessage();
}

Tokens::Tokens(QByteArray secret)
    : m_secret(std::move(secret))
{
}

QString Tokens::sign(const QJsonObject& claims) const
{
    const QByteArray text = QByteArrayLiteral(R"({"alg":"HS256","typ":"JWT"})").toBase64(kBase64) +
                            '.' +
                            QJsonDocument{claims}.toJson(QJsonDocument::Compact).toBase64(kBase64);
    const QByteArray mac =
        QMessageAuthenticationCode::hash(text, m_secret, QCryptographicHash::Sha256);
    return QString::fromLatin1(text + '.' + mac.toBase64(kBase64));
}

tl::expected<Claims, TokenError> Tokens::verify(QStringView token, qint64 nowSeconds) const
{
    const auto parts = split(token);
    if (!parts) {
        return refuse(Kind::Malformed);
    }
    const auto hash = hashOf(parts->header.value("alg"_L1).toString());
    if (!hash) {
        return tl::unexpected{TokenError{Kind::NoSigner, parts->header.value("kid"_L1).toString()}};
    }
    const QByteArray mac = QMessageAuthenticationCode::hash(parts->signedText, m_secret, *hash);
    if (!isEqualInConstantTime(mac, parts->signature)) {
        return refuse(Kind::BadSignature);
    }
    return checkedClaims(parts->claims, nowSeconds);
}

} // namespace tutti::channel
