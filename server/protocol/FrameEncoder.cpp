#include "server/protocol/FrameEncoder.h"

#include "server/protocol/Json.h"

#include <QJsonObject>

namespace tutti::protocol {
namespace {

using namespace Qt::StringLiterals;

Frame replyTo(const Frame& push, const QString& status, const QJsonObject& response)
{
    return {push.joinRef, push.ref, push.topic, u"phx_reply"_s,
            QJsonObject{{u"status"_s, status}, {u"response"_s, response}}};
}

} // namespace

QByteArray encode(Vsn vsn, const Frame& frame)
{
    return encode(vsn, frame, jsonText(frame.payload));
}

QByteArray encode(Vsn vsn, const Frame& frame, const QByteArray& payloadJson)
{
    const QByteArray topic = jsonText(frame.topic);
    const QByteArray event = jsonText(frame.event);
    if (vsn == Vsn::V1) {
        return R"({"topic":)" + topic + R"(,"event":)" + event + R"(,"payload":)" + payloadJson +
               R"(,"ref":)" + jsonText(frame.ref) + '}';
    }
    return '[' + jsonText(frame.joinRef) + ',' + jsonText(frame.ref) + ',' + topic + ',' + event +
           ',' + payloadJson + ']';
}

Frame okReply(const Frame& push, const QJsonObject& response)
{
    return replyTo(push, u"ok"_s, response);
}

Frame errorReply(const Frame& push, const QJsonObject& response)
{
    return replyTo(push, u"error"_s, response);
}

Frame errorReply(const Frame& push, const QString& reason)
{
    return errorReply(push, QJsonObject{{u"reason"_s, reason}});
}

Frame channelPush(const QString& joinRef, const QString& topic, const QString& event,
                  const QJsonObject& payload)
{
    return {joinRef, {}, topic, event, payload};
}

Frame fanOut(const QString& topic, const QString& event, const QJsonValue& payload)
{
    return {{}, {}, topic, event, payload};
}

Frame userBroadcast(const QString& topic, const QString& event, const QJsonValue& payload)
{
    return fanOut(
        topic, u"broadcast"_s,
        QJsonObject{{u"type"_s, u"broadcast"_s}, {u"event"_s, event}, {u"payload"_s, payload}});
}

Frame closeOf(const QString& joinRef, const QString& topic)
{
    return {joinRef, joinRef, topic, u"phx_close"_s, QJsonObject{}};
}

Frame systemMessage(const QString& joinRef, const QString& topic, const QString& extension,
                    const QString& status, const QString& message)
{
    return channelPush(joinRef, topic, u"system"_s,
                       {{u"extension"_s, extension},
                        {u"status"_s, status},
                        {u"message"_s, message},
                        {u"channel"_s, subTopicOf(topic)}});
}

QString subTopicOf(const QString& topic)
{
    return topic.startsWith("realtime:"_L1) ? topic.mid(9) : topic;
}

} // namespace tutti::protocol
