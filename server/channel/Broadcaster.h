#pragma once

#include "server/channel/Member.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace tutti::channel {

/// How urgent an outbound frame is for a peer that cannot keep up: lanes are sent in this order, and Notes
/// older than a quarter of a second are dropped.
enum class Lane : std::uint8_t { Control, State, Notes };

/// What a TopicHandler may send. Implemented by the Hub.
/// Thread: classroom.
class Broadcaster {
public:
    using Filter = std::function<bool(const Member&)>;

    virtual ~Broadcaster() = default;
    /// One `broadcast` frame with user event `event` to every member of `topic` (encoded once a serializer), except
    /// `except` unless that member joined with `self`; only to members the filter accepts, if there is one.
    virtual void broadcast(const QString& topic, const QString& event, const QJsonObject& payload,
                           Lane lane, PeerId except = {}, const Filter& filter = {}) = 0;
    /// The same to one member.
    virtual void push(PeerId peer, const QString& topic, const QString& event,
                      const QJsonObject& payload, Lane lane) = 0;
    /// Server-written presence: one meta under `key` owned by `peer`; replaces that peer's earlier one.
    /// An invalid peer means the meta belongs to the server (a seat whose tablet is away).
    virtual void setPresence(const QString& topic, PeerId peer, const QString& key,
                             const QJsonObject& meta) = 0;
    virtual void clearPresence(const QString& topic, PeerId peer, const QString& key) = 0;
    /// Ends one membership with phx_close (after what was pushed before).
    virtual void closeMember(PeerId peer, const QString& topic) = 0;
};

} // namespace tutti::channel
