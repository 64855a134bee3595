#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QString>

#include <cstdint>

namespace tutti::protocol {

/// What a phx_join asks for (PROTOCOL.md 4.4). Fields that do not parse have their defaults; unknown ones
/// are ignored.
struct JoinPayload {
    /// Replay asked for in `config.broadcast.replay` (PROTOCOL.md 4.5).
    enum class Replay : std::uint8_t { None, Valid, BadParams, NotAnObject };

    bool isPrivate = false;
    bool broadcastSelf = false;
    bool broadcastAck = false;
    bool presenceEnabled = false;
    /// Empty if the client gave none.
    QString presenceKey = {};
    /// `user_token`, else `access_token`; empty if there is none or it begins with `sb_`.
    QString token = {};
    /// Objects only.
    QJsonArray postgresChanges = {};
    Replay replay = Replay::None;

    friend bool operator==(const JoinPayload&, const JoinPayload&) = default;
};

JoinPayload parseJoin(const QJsonValue& payload);
/// JSON boolean, or "true"/"false" in any letter case; anything else is false.
bool lenientBool(const QJsonValue& value);
/// Keys of hosted projects are no tokens and mean "use the connection's" (PROTOCOL.md 4.4, 4.7).
bool isPublishableKey(const QString& token);

} // namespace tutti::protocol
