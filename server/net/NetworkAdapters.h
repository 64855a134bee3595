#pragma once

#include "app/domain/NetworkStatus.h"

#include <functional>
#include <string>
#include <vector>

namespace tutti::net {

/// One address of one network interface, as the system describes it.
struct InterfaceAddress {
    enum class Hardware : std::uint8_t { Unknown, Ethernet, WiFi, Virtual, Loopback };

    /// The system's name ("wlan0") and the one it shows to people ("Wi-Fi 2"); they may be equal.
    std::string name = {};
    std::string shownName = {};
    Hardware hardware = Hardware::Unknown;
    bool isUp = true;
    bool isPointToPoint = false;
    /// IPv4 as text.
    std::string address = {};
    /// Traffic to the outside leaves from this address.
    bool isDefaultRoute = false;
};

/// The addresses tablets might reach, best first: a private address on Wi-Fi or cable with the
/// default route first, virtual, VPN and container interfaces last, loopback only if there is
/// nothing else.
std::vector<NetworkAdapter> rankAdapters(const std::vector<InterfaceAddress>& addresses);

/// The adapters of this machine. A lister can be handed in instead of the system's.
class NetworkAdapters {
public:
    using Lister = std::function<std::vector<InterfaceAddress>()>;

    NetworkAdapters();
    explicit NetworkAdapters(Lister lister);
    std::vector<NetworkAdapter> ranked() const;

private:
    Lister m_lister;
};

/// ADDRESS:PORT as it stands in a URL, an IPv6 address in brackets.
std::string hostPort(const std::string& address, std::uint16_t port);
/// What the QR says; without a code the bare page.
std::string joinUrl(const std::string& address, std::uint16_t port, const std::string& code);

} // namespace tutti::net
