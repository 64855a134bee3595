#pragma once

#include "server/channel/Claims.h"
#include "server/protocol/Frame.h"

#include <QByteArray>
#include <QString>

namespace tutti::channel {

using protocol::Vsn;

/// What a client asks for when it opens the channel WebSocket (PROTOCOL.md 4.1).
struct UpgradeRequest {
    /// The header x-api-key where present, else the query parameter apikey.
    QString apiKey;
    /// Query parameter; empty when missing, which means 1.0.0.
    QString vsn;
};

/// An admitted connection: what the Hub needs to know about it for as long as it lasts.
struct Connection {
    Vsn vsn = Vsn::V1;
    Claims claims;
    QString token;
};

/// Why an upgrade is refused: status and body of the HTTP answer (PROTOCOL.md 4.1).
struct HttpRefusal {
    int status = 500;
    QByteArray body = {};
};

/// Answer to a REST request.
struct HttpReply {
    int status = 202;
    QByteArray body = {};
    QByteArray contentType = "application/json";
};

} // namespace tutti::channel
