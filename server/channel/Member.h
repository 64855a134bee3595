#pragma once

#include "app/domain/Ids.h"
#include "server/channel/Claims.h"

#include <QString>

namespace tutti::channel {

/// What a join asked for (`config` of phx_join, PROTOCOL.md 4.4).
struct JoinConfig {
    bool broadcastSelf = false;
    bool broadcastAck = false;
    bool presenceEnabled = false;
    bool isPrivate = false;
    /// Never empty: a UUID when the client gave none.
    QString presenceKey;
};

/// One peer in one topic. Owned by the Hub; a reference is good until left() returns.
struct Member {
    PeerId peer;
    /// Whole topic, "realtime:…".
    QString topic;
    QString joinRef;
    JoinConfig config;
    Claims claims;
};

} // namespace tutti::channel
