#pragma once

#include <QJsonObject>
#include <QString>

namespace tutti::channel {

/// What a verified token says. `role` and `exp` are required by the protocol (PROTOCOL.md 2), the rest is the token's own.
struct Claims {
    QString role;
    /// Seconds since 1970; the token is void from then on.
    qint64 expiresAt = 0;
    QJsonObject all;

    bool isTeacher() const { return role == QLatin1String("teacher") || isService(); }
    bool isService() const { return role == QLatin1String("service_role"); }
    bool isSeat() const { return role == QLatin1String("seat"); }
};

} // namespace tutti::channel
