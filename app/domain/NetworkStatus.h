#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tutti {

/// One network adapter with an address tablets might reach, best first in NetworkStatus.
struct NetworkAdapter {
    enum class Kind : std::uint8_t { WiFi, Cable, Virtual, Loopback };
    /// The system's name of it ("wlan0"), stable while it exists.
    std::string name;
    std::string label;
    Kind kind = Kind::Cable;
    /// IPv4 address as text.
    std::string address;

    friend bool operator==(const NetworkAdapter&, const NetworkAdapter&) = default;
};

/// What the server's network side looks like from outside.
struct NetworkStatus {
    bool listening = false;
    std::uint16_t port = 0;
    /// The room's code; empty while nothing listens.
    std::string code;
    /// What the QR says: http://ADDRESS:PORT/?c=CODE. Empty while nothing listens.
    std::string joinUrl;
    /// ADDRESS:PORT, for typing.
    std::string address;
    std::string adapter;
    std::vector<NetworkAdapter> adapters;
    /// The port first asked for was taken and another was picked.
    bool portMoved = false;
    /// How many other devices have reached this laptop since it listens. Without one, something keeps tablets away.
    std::int32_t visitors = 0;

    friend bool operator==(const NetworkStatus&, const NetworkStatus&) = default;
};

} // namespace tutti
