#pragma once

#include "server/channel/HubCore.h"
#include "server/protocol/JoinPayload.h"

#include <QString>

#include <tl/expected.hpp>

namespace tutti::channel {

/// Why a join is refused.
struct JoinRefusal {
    QString reason;
    /// The socket is closed with 1001 after the reply (PROTOCOL.md 4.4).
    bool closesSocket = false;
};

/// One join: where to, with what, and how large it was on the wire.
struct JoinRequest {
    const QString& topic;
    const protocol::JoinPayload& payload;
    qsizetype size = 0;
};

/// The token a channel runs on and what it says.
struct Pass {
    QString token;
    Claims claims;
};

/// The checks of a join, in the order of PROTOCOL.md 4.4. The handler's own check comes after.
tl::expected<Pass, JoinRefusal> checkJoin(HubCore& core, PeerSession& session,
                                          const JoinRequest& request);

/// May these claims read and write private plain topics (PROTOCOL.md 4.5)? Reading and writing are one permission here.
bool mayUsePrivate(const HubConfig& config, const Claims& claims);
/// "You do not have permissions to read from this Channel topic: …"
QString noReadPermission(const QString& topic);

/// The checks at the upgrade (PROTOCOL.md 4.1), without the delay.
tl::expected<Connection, HttpRefusal> checkUpgrade(HubCore& core, const UpgradeRequest& request);

} // namespace tutti::channel
