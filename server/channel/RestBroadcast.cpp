#include "server/channel/RestBroadcast.h"

#include "server/channel/JoinChecks.h"
#include "server/protocol/FrameEncoder.h"
#include "server/protocol/JoinPayload.h"
#include "server/protocol/Json.h"

#include <QJsonArray>

namespace tutti::channel {
namespace {

using namespace Qt::StringLiterals;

const QString kBlank = u"can't be blank"_s;
const QString kInvalid = u"is invalid"_s;
const QString kTooLarge = u"Payload size exceeds tenant limit"_s;

HttpReply replyWith(int status, const QJsonObject& body)
{
    return {status, protocol::jsonText(QJsonValue{body})};
}

HttpReply refusal(int status, const QString& message)
{
    return replyWith(status, {{u"message"_s, message}});
}

/// Why a required text is not one; null if it is.
QString textProblem(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString().isEmpty() ? kBlank : QString{};
    }
    return value.isUndefined() || value.isNull() ? kBlank : kInvalid;
}

QJsonObject envelope(const QString& event, const QJsonValue& payload)
{
    return {{u"type"_s, u"broadcast"_s}, {u"event"_s, event}, {u"payload"_s, payload}};
}

} // namespace

tl::expected<Claims, HttpReply> RestBroadcast::authorize(const QString& token) const
{
    const QString jwt = token.startsWith("Bearer "_L1, Qt::CaseInsensitive) ? token.mid(7) : token;
    auto claims = m_core.tokens().verify(jwt, m_core.wallSeconds());
    if (!claims) {
        return tl::unexpected{refusal(401, u"Unauthorized"_s)};
    }
    return *claims;
}

QJsonObject RestBroadcast::problemsOf(const QJsonObject& message) const
{
    QJsonObject problems;
    const auto add = [&](const QString& field, const QString& problem) {
        if (!problem.isNull()) {
            problems.insert(field, QJsonArray{problem});
        }
    };
    add(u"topic"_s, textProblem(message.value("topic"_L1)));
    add(u"event"_s, textProblem(message.value("event"_L1)));
    const QJsonValue payload = message.value("payload"_L1);
    if (payload.isUndefined() || payload.isNull()) {
        add(u"payload"_s, kBlank);
    } else if (!payload.isObject()) {
        add(u"payload"_s, kInvalid);
    } else if (protocol::jsonText(payload).size() > m_core.config().limits.payloadBytes) {
        add(u"payload"_s, kTooLarge);
    }
    return problems;
}

RestBroadcast::Message RestBroadcast::messageFrom(const QJsonObject& json)
{
    Message message{"realtime:"_L1 + json.value("topic"_L1).toString(),
                    json.value("event"_L1).toString(),
                    protocol::lenientBool(json.value("private"_L1)),
                    envelope(json.value("event"_L1).toString(), json.value("payload"_L1))};
    if (const QJsonValue id = json.value("id"_L1); id.isString()) {
        message.envelope.insert("meta"_L1, QJsonObject{{u"id"_s, id}});
    }
    return message;
}

std::optional<HttpReply> RestBroadcast::overRate(std::size_t messages)
{
    TokenBucket& bucket = m_core.restMessages();
    if (bucket.available(m_core.now()) < 1) {
        return refusal(429, u"You have exceeded your rate limit"_s);
    }
    if (!bucket.take(m_core.now(), static_cast<double>(messages))) {
        return refusal(429, u"Too many messages to broadcast, please reduce the batch size"_s);
    }
    return std::nullopt;
}

bool RestBroadcast::send(const Claims& claims, const Message& message)
{
    if (TopicHandler* handler = m_core.handlerOf(message.topic)) {
        const QJsonValue payload = message.envelope.value("payload"_L1);
        return handler->receivedByRest(message.topic, claims,
                                       {message.event, payload.toObject(), payload.isObject(), {}});
    }
    if (message.isPrivate && !mayUsePrivate(m_core.config(), claims)) {
        return false;
    }
    if (Topic* topic = m_core.topic(message.topic, message.isPrivate)) {
        m_core.post(*topic, protocol::fanOut(message.topic, u"broadcast"_s, message.envelope),
                    protocol::jsonText(QJsonValue{message.envelope}), Lane::Notes);
    }
    return true;
}

HttpReply RestBroadcast::batch(const QByteArray& body, const QString& token)
{
    const auto claims = authorize(token);
    if (!claims) {
        return claims.error();
    }
    const QJsonValue json = protocol::parseJson(body).value_or(QJsonValue{});
    const QJsonValue list = json.toObject().value("messages"_L1);
    if (!list.isArray()) {
        return replyWith(422, {{u"errors"_s, QJsonObject{{u"messages"_s, QJsonArray{kBlank}}}}});
    }
    QJsonArray problems;
    bool valid = true;
    std::vector<Message> messages;
    for (const QJsonValue& item : list.toArray()) {
        const QJsonObject problem = problemsOf(item.toObject());
        valid = valid && problem.isEmpty();
        problems.append(problem);
        messages.push_back(messageFrom(item.toObject()));
    }
    if (!valid) {
        return replyWith(422, {{u"errors"_s, QJsonObject{{u"messages"_s, problems}}}});
    }
    if (auto refused = overRate(messages.size())) {
        return *refused;
    }
    for (const Message& message : messages) {
        // What may not be written is skipped in silence (PROTOCOL.md 4.8).
        send(*claims, message);
    }
    return {};
}

HttpReply RestBroadcast::single(const Single& single, const QString& token)
{
    const auto claims = authorize(token);
    if (!claims) {
        return claims.error();
    }
    const QByteArray type = single.contentType.split(';').first().trimmed().toLower();
    if (!type.isEmpty() && type != "application/json") {
        return replyWith(415, {{u"error"_s, u"Unsupported Media Type. Use application/json"_s}});
    }
    // No content type means a body that is not read; a value that is no object travels wrapped (PROTOCOL.md 4.8).
    const auto json = type.isEmpty() || single.body.isEmpty() ? QJsonValue{QJsonObject{}}
                                                              : protocol::parseJson(single.body);
    if (!json) {
        return refusal(400, u"The body is not JSON"_s);
    }
    if (single.body.size() > m_core.config().limits.payloadBytes) {
        return replyWith(422, {{u"errors"_s, QJsonObject{{u"payload"_s, QJsonArray{kTooLarge}}}}});
    }
    const QJsonValue payload =
        json->isObject() ? *json : QJsonValue{QJsonObject{{u"_json"_s, *json}}};
    const Message message{"realtime:"_L1 + single.topic, single.event, single.isPrivate,
                          envelope(single.event, payload)};
    if (auto refused = overRate(1)) {
        return *refused;
    }
    return send(*claims, message) ? HttpReply{} : refusal(403, u"Unauthorized"_s);
}

} // namespace tutti::channel
