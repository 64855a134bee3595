#pragma once

#include "server/protocol/Frame.h"

#include <QByteArray>
#include <QJsonObject>

namespace tutti::protocol {

/// JSON text of an outbound frame: four keys without join_ref for 1.0.0 (PROTOCOL.md 4.2), an array of five for
/// 2.0.0. Binary is never sent: every payload is JSON, and text is safe for every client (PROTOCOL.md 4.2).
QByteArray encode(Vsn vsn, const Frame& frame);
/// The same from a payload that is JSON text already, so that one payload serves both serializers.
QByteArray encode(Vsn vsn, const Frame& frame, const QByteArray& payloadJson);

/// Answer to a push: `[join_ref, ref, topic, "phx_reply", {status, response}]` (PROTOCOL.md 4.3).
Frame okReply(const Frame& push, const QJsonObject& response = {});
/// `response` is always an object: realtime-js takes it apart (PROTOCOL.md 4.3).
Frame errorReply(const Frame& push, const QJsonObject& response);
Frame errorReply(const Frame& push, const QString& reason);
/// Something for one member: `[join_ref, null, topic, event, payload]` (PROTOCOL.md 4.3).
Frame channelPush(const QString& joinRef, const QString& topic, const QString& event,
                  const QJsonObject& payload);
/// Something for all members: `[null, null, topic, event, payload]` (PROTOCOL.md 4.3).
Frame fanOut(const QString& topic, const QString& event, const QJsonValue& payload);
/// A user event as `{"type":"broadcast","event":…,"payload":…}` for all members (PROTOCOL.md 4.5).
Frame userBroadcast(const QString& topic, const QString& event, const QJsonValue& payload);
/// End of a channel; clients do not rejoin (PROTOCOL.md 4.4). `ref` repeats join_ref (PROTOCOL.md 4.3).
Frame closeOf(const QString& joinRef, const QString& topic);
/// A `system` message (PROTOCOL.md 4.7); `status` is "ok" or "error".
Frame systemMessage(const QString& joinRef, const QString& topic, const QString& extension,
                    const QString& status, const QString& message);

/// What follows `realtime:` in a topic (PROTOCOL.md 4.4).
QString subTopicOf(const QString& topic);

} // namespace tutti::protocol
