#pragma once

#include "app/domain/Ids.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace tutti::channel {

/// Who is in one topic: under each key a list of metas, each owned by one peer (PROTOCOL.md 4.6). An invalid owner
/// is the server itself. Changes return the payload of the `presence_diff` they cause, or nothing.
class Presence {
public:
    /// Sets the owner's meta under `key`. The same meta again changes nothing.
    std::optional<QJsonObject> track(PeerId owner, const QString& key, const QJsonObject& meta);
    std::optional<QJsonObject> untrack(PeerId owner, const QString& key);
    /// Removes everything the owner has.
    std::optional<QJsonObject> untrackAll(PeerId owner);
    /// Payload of `presence_state`.
    QJsonObject state() const;

private:
    struct Meta {
        PeerId owner;
        QString ref;
        /// As tracked, without phx_ref.
        QJsonObject fields;
        QString previousRef = {};

        QJsonObject toJson() const;
    };

    QString nextRef();

    std::map<QString, std::vector<Meta>> m_metas;
    std::uint64_t m_refs = 0;
};

} // namespace tutti::channel
