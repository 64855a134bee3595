#pragma once

#include "app/domain/Error.h"

#include <QJsonObject>

namespace tutti::channel {

/// Bounds of every inbound path and of outbound queues; the defaults are the classroom preset: far above what a class
/// does, far below what hurts the laptop (PROTOCOL.md 4.9).
struct Limits {
    int sockets = 1000;
    int joinsPerSecond = 500;
    int joinsPerSecondPerPeer = 100;
    int channelsPerSocket = 100;
    int maxFrameBytes = 1 << 20;
    int payloadBytes = 256'500;
    int eventsPerSecondPerPeer = 2000;
    /// Messages of every kind, heartbeats and nonsense included; beyond it the socket is closed.
    int framesPerSecondPerPeer = 4000;
    int bytesPerSecondPerPeer = 2 << 20;
    int presenceCallsPerWindow = 5;
    int presenceWindowMs = 30'000;
    int queuedBytesPerPeer = 1 << 20;
    int restMessagesPerSecond = 1000;

    friend bool operator==(const Limits&, const Limits&) = default;
};

/// Limits from the `limits` object of a configuration file; keys left out keep their defaults.
/// Errors: BadConfig, naming the unknown key or the value that is no whole number of at least 1.
Result<Limits> limitsFromJson(const QJsonObject& json);

} // namespace tutti::channel
