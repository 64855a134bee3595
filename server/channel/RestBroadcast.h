#pragma once

#include "server/channel/HubCore.h"

namespace tutti::channel {

/// Messages sent without a socket (PROTOCOL.md 4.8). Any valid token may write to plain topics; what is meant for
/// a topic with a handler goes through that handler like every other event.
class RestBroadcast {
public:
    explicit RestBroadcast(HubCore& core)
        : m_core(core)
    {
    }

    /// POST /api/broadcast
    HttpReply batch(const QByteArray& body, const QString& token);

    /// One message as its URL and body say it.
    struct Single {
        QString topic;
        QString event;
        bool isPrivate = false;
        QByteArray contentType;
        QByteArray body;
    };
    /// POST /api/broadcast/{topic}/events/{event}. Binary bodies are refused: every payload is JSON here.
    HttpReply single(const Single& message, const QString& token);

private:
    struct Message {
        QString topic;
        QString event;
        bool isPrivate = false;
        QJsonObject envelope;
    };

    tl::expected<Claims, HttpReply> authorize(const QString& token) const;
    QJsonObject problemsOf(const QJsonObject& message) const;
    std::optional<HttpReply> overRate(std::size_t messages);
    /// False if these claims may not write there.
    bool send(const Claims& claims, const Message& message);
    static Message messageFrom(const QJsonObject& json);

    HubCore& m_core;
};

} // namespace tutti::channel
