#pragma once

#include "server/channel/Member.h"

#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace tutti::channel {

/// One client event on a topic with a handler: a broadcast's user event, or a raw channel event of the same name.
struct ClientEvent {
    QString event;
    /// The user payload; empty if the client sent something that is not an object (then `isObject` is false).
    QJsonObject payload;
    bool isObject = true;
    /// The push's ref, empty if there was none.
    QString ref;
};

/// An extension that owns some topics. Topics without a handler are plain relays.
/// Thread: classroom. Order: join → joined → received…/tracked…/reauthorized… → left, once each per member.
class TopicHandler {
public:
    virtual ~TopicHandler() = default;
    virtual bool owns(const QString& topic) const = 0;
    /// May this peer come in? The error is the join reply's reason ("Code: sentence").
    virtual tl::expected<void, QString> join(const Member& candidate) = 0;
    /// The join reply is written; pushes from here on follow it.
    virtual void joined(const Member& member) = 0;
    virtual void left(const Member& member) = 0;
    /// The Hub has applied size and rate limits and answers an ack by itself; the handler relays what it wants relayed.
    virtual void received(const Member& member, const ClientEvent& event) = 0;
    /// The member's token was replaced, and with it its claims. The error ends the channel with this message.
    virtual tl::expected<void, QString> reauthorized(const Member& member) = 0;
    /// An event that came by REST, from nobody who is in the topic. False if these claims may not send it there.
    virtual bool receivedByRest(const QString& topic, const Claims& claims,
                                const ClientEvent& event) = 0;
    /// The client's own track data changed; an empty object means untracked.
    virtual void tracked(const Member& member, const QJsonObject& data) = 0;
};

} // namespace tutti::channel
