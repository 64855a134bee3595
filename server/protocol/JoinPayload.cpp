#include "server/protocol/JoinPayload.h"

#include "server/protocol/Json.h"

#include <QJsonObject>

#include <cmath>

namespace tutti::protocol {
namespace {

using namespace Qt::StringLiterals;

QString tokenOf(const QJsonObject& payload)
{
    const QJsonValue user = payload.value("user_token"_L1);
    const QJsonValue access = payload.value("access_token"_L1);
    const QString token = user.isString() ? user.toString() : access.toString();
    return isPublishableKey(token) ? QString{} : token;
}

QString presenceKeyOf(const QJsonValue& key)
{
    return key.isDouble() ? QString::fromUtf8(jsonText(key)) : key.toString();
}

QJsonArray objectsOf(const QJsonValue& list)
{
    QJsonArray objects;
    for (const QJsonValue& item : list.toArray()) {
        if (item.isObject()) {
            objects.append(item);
        }
    }
    return objects;
}

JoinPayload::Replay replayOf(const QJsonValue& replay)
{
    if (replay.isUndefined()) {
        return JoinPayload::Replay::None;
    }
    if (!replay.isObject()) {
        return JoinPayload::Replay::NotAnObject;
    }
    const QJsonObject params = replay.toObject();
    const auto isInteger = [](const QJsonValue& v) {
        return v.isDouble() && std::floor(v.toDouble()) == v.toDouble();
    };
    const QJsonValue limit = params.value("limit"_L1);
    const bool valid = isInteger(params.value("since"_L1)) &&
                       (limit.isUndefined() || limit.isNull() || isInteger(limit));
    return valid ? JoinPayload::Replay::Valid : JoinPayload::Replay::BadParams;
}

} // namespace

bool lenientBool(const QJsonValue& value)
{
    return value.isBool() ? value.toBool()
                          : value.toString().compare("true"_L1, Qt::CaseInsensitive) == 0;
}

bool isPublishableKey(const QString& token)
{
    return token.startsWith("sb_"_L1);
}

JoinPayload parseJoin(const QJsonValue& payload)
{
    const QJsonObject object = payload.toObject();
    const QJsonObject config = object.value("config"_L1).toObject();
    const QJsonObject broadcast = config.value("broadcast"_L1).toObject();
    const QJsonObject presence = config.value("presence"_L1).toObject();
    JoinPayload join;
    join.isPrivate = lenientBool(config.value("private"_L1));
    join.broadcastSelf = lenientBool(broadcast.value("self"_L1));
    join.broadcastAck = lenientBool(broadcast.value("ack"_L1));
    join.replay = replayOf(broadcast.value("replay"_L1));
    join.presenceEnabled = lenientBool(presence.value("enabled"_L1));
    join.presenceKey = presenceKeyOf(presence.value("key"_L1));
    join.token = tokenOf(object);
    join.postgresChanges = objectsOf(config.value("postgres_changes"_L1));
    return join;
}

} // namespace tutti::protocol
