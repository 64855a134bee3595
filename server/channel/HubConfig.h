#pragma once

#include "server/channel/Limits.h"

#include <QByteArray>

namespace tutti::channel {

/// How a Hub is set up.
struct HubConfig {
    Limits limits = {};
    /// Signs and verifies every token of this installation.
    QByteArray jwtSecret = {};
    /// May any valid token use private topics? If not, only teacher and service tokens may (PROTOCOL.md 4.5).
    bool privateTopicsForAll = true;
};

} // namespace tutti::channel
