#pragma once

#include "server/channel/TopicHandler.h"

#include <QByteArrayList>
#include <QJsonDocument>

#include <functional>
#include <optional>

namespace tutti::test {

/// Owns the topics below "realtime:music_room:" and writes down what it is told, "what peer more".
class RecordingTopic final : public channel::TopicHandler {
public:
    bool owns(const QString& topic) const override
    {
        return topic.startsWith(QLatin1String("realtime:music_room:"));
    }
    tl::expected<void, QString> join(const channel::Member& candidate) override
    {
        note("join", candidate);
        if (refusal) {
            return tl::unexpected{*refusal};
        }
        return {};
    }
    void joined(const channel::Member& member) override
    {
        note("joined", member);
        if (whenJoined) {
            whenJoined(member);
        }
    }
    void left(const channel::Member& member) override
    {
        note("left", member);
        if (whenLeft) {
            whenLeft(member);
        }
    }
    void received(const channel::Member& member, const channel::ClientEvent& event) override
    {
        note("received", member, said(event) + " ref " + event.ref.toUtf8());
        if (whenReceived) {
            whenReceived(member);
        }
    }
    void tracked(const channel::Member& member, const QJsonObject& data) override
    {
        note("tracked", member, json(data));
    }

    tl::expected<void, QString> reauthorized(const channel::Member& member) override
    {
        note("reauthorized", member, member.claims.role.toUtf8());
        if (tokenRefusal) {
            return tl::unexpected{*tokenRefusal};
        }
        return {};
    }
    /// Takes what a service token sends.
    bool receivedByRest(const QString& topic, const channel::Claims& claims,
                        const channel::ClientEvent& event) override
    {
        log.append("rest " + topic.toUtf8() + ' ' + claims.role.toUtf8() + ' ' + said(event));
        return claims.isService();
    }

    std::optional<QString> refusal;
    std::optional<QString> tokenRefusal;
    std::function<void(const channel::Member&)> whenJoined;
    std::function<void(const channel::Member&)> whenLeft;
    std::function<void(const channel::Member&)> whenReceived;
    QByteArrayList log;

private:
    static QByteArray json(const QJsonObject& object)
    {
        return QJsonDocument{object}.toJson(QJsonDocument::Compact);
    }
    static QByteArray said(const channel::ClientEvent& event)
    {
        return event.event.toUtf8() + ' ' + json(event.payload) +
               (event.isObject ? QByteArray{} : " no object");
    }
    void note(const QByteArray& what, const channel::Member& member, const QByteArray& more = {})
    {
        QByteArray line = what + ' ' + QByteArray::number(qulonglong{member.peer.value});
        log.append(more.isEmpty() ? line : line + ' ' + more);
    }
};

} // namespace tutti::test
