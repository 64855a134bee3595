#pragma once

#include "server/channel/Broadcaster.h"

#include <QJsonDocument>
#include <QStringList>

#include <vector>

namespace tutti::test {

/// Writes down what an extension sends, "how to whom event payload". What is not for everyone is written as a push to each.
class FakeBroadcaster final : public channel::Broadcaster {
public:
    void broadcast(const QString& topic, const QString& event, const QJsonObject& payload,
                   channel::Lane, PeerId, const Filter& filter) override
    {
        if (!filter) {
            log.append(QStringLiteral("broadcast %1 %2 %3").arg(topic, event, json(payload)));
            return;
        }
        for (const channel::Member& member : members) {
            if (filter(member)) {
                push(member.peer, topic, event, payload, channel::Lane::State);
            }
        }
    }
    void push(PeerId peer, const QString&, const QString& event, const QJsonObject& payload,
              channel::Lane) override
    {
        log.append(QStringLiteral("push %1 %2 %3").arg(peer.value).arg(event, json(payload)));
    }
    void setPresence(const QString&, PeerId, const QString& key, const QJsonObject& meta) override
    {
        log.append(QStringLiteral("present %1 %2").arg(key, json(meta)));
    }
    void clearPresence(const QString&, PeerId, const QString& key) override
    {
        log.append(QStringLiteral("gone %1").arg(key));
    }
    void closeMember(PeerId peer, const QString&) override
    {
        log.append(QStringLiteral("close %1").arg(peer.value));
    }

    QStringList log;
    /// Those that a broadcast with a filter is tried on.
    std::vector<channel::Member> members;

private:
    static QString json(const QJsonObject& object)
    {
        return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
    }
};

} // namespace tutti::test
