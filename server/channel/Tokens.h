#pragma once

#include "server/channel/Claims.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

#include <cstdint>

namespace tutti::channel {

/// Why a token is refused, with the protocol's wording for each place it can be refused in.
struct TokenError {
    enum class Kind : std::uint8_t {
        Malformed,
        NoSigner,
        BadSignature,
        MissingClaims,
        BadExpiry,
        Expired
    };

    Kind kind{};
    /// Header field `kid` of a token nobody here can have signed.
    QString keyId = {};
    /// How long ago an expired token expired.
    qint64 secondsAgo = 0;

    /// At the upgrade (PROTOCOL.md 4.1).
    QString httpMessage() const;
    /// Reason of a refused join, with its code (PROTOCOL.md 4.4).
    QString joinReason() const;
    /// Text of a `system` message (PROTOCOL.md 4.7).
    QString systemMessage() const;
};

/// Signs and verifies this installation's JSON Web Tokens (HS256, HS384, HS512; PROTOCOL.md 2).
/// Qt's QMessageAuthenticationCode does the cryptography. Only shared-secret signatures are ever made here, which
/// leaves two base64 fields and one comparison to write; a JWT library would bring OpenSSL for those.
class Tokens {
public:
    explicit Tokens(QByteArray secret);

    /// HS256.
    QString sign(const QJsonObject& claims) const;
    tl::expected<Claims, TokenError> verify(QStringView token, qint64 nowSeconds) const;

private:
    QByteArray m_secret;
};

} // namespace tutti::channel
