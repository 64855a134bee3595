#pragma once

#include "app/domain/RoomState.h"
#include "server/channel/Broadcaster.h"

#include <QJsonObject>
#include <QString>

#include <string>
#include <vector>

namespace tutti::music {

/// One broadcast event that an event of the room becomes on the wire.
struct Outgoing {
    QString event;
    QJsonObject payload;
    channel::Lane lane = channel::Lane::State;
    /// Left out unless it joined with `self`: the sender of a note.
    PeerId except = {};
    /// If valid, only this seat's own tablets get it.
    SeatId only = {};
};

/// What the members of a room are told about one event, in order; most events the room keeps to itself.
/// `state` is the room after the event. Pure.
std::vector<Outgoing> outgoingFor(const EventEnvelope& envelope, const RoomState& state,
                                  const std::string& clockId);

/// The `beat` event of one pulse.
Outgoing beatOf(const Pulse& pulse, Tempo pulses);

/// The seats whose presence meta an event may have changed; `state` is the room after it.
std::vector<SeatId> presenceTouchedBy(const Event& event, const RoomState& state);

} // namespace tutti::music
