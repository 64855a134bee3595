#pragma once

#include <QJsonValue>
#include <QString>

#include <cstdint>

namespace tutti::protocol {

/// Which serializer a connection speaks: 1.0.0 (JSON objects) or 2.0.0 (JSON arrays, inbound also binary kind 3).
enum class Vsn : std::uint8_t { V1, V2 };

/// One channel message in either direction, free of any serializer (PROTOCOL.md 4.2).
/// Null strings are JSON null: `joinRef` and `ref` of a broadcast, `joinRef` of a heartbeat.
struct Frame {
    QString joinRef;
    QString ref;
    QString topic;
    QString event;
    QJsonValue payload;

    friend bool operator==(const Frame&, const Frame&) = default;
};

} // namespace tutti::protocol
