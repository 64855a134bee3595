#include "server/net/NetworkAdapters.h"

#include "server/net/SystemInterfaces.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tutti::net {
namespace {

/// Starts of names that virtual machines, containers and VPNs give their interfaces.
constexpr std::array<std::string_view, 20> kVirtualNames{
    "docker", "br-",       "virbr",    "veth",      "vmnet",   "vboxnet", "virtualbox",
    "vmware", "vethernet", "hyper-v",  "tun",       "tap",     "utun",    "wg",
    "ppp",    "zt",        "zerotier", "tailscale", "cscotun", "bridge"};

bool startsLikeVirtual(const std::string& name)
{
    const std::string lower = QString::fromStdString(name).toLower().toStdString();
    return std::any_of(kVirtualNames.begin(), kVirtualNames.end(),
                       [&lower](std::string_view start) { return lower.starts_with(start); });
}

NetworkAdapter::Kind kindOf(const InterfaceAddress& entry)
{
    using Hardware = InterfaceAddress::Hardware;
    if (entry.hardware == Hardware::Loopback) {
        return NetworkAdapter::Kind::Loopback;
    }
    const bool isVirtual = entry.hardware == Hardware::Virtual || entry.isPointToPoint ||
                           startsLikeVirtual(entry.name) || startsLikeVirtual(entry.shownName);
    if (isVirtual) {
        return NetworkAdapter::Kind::Virtual;
    }
    return entry.hardware == Hardware::WiFi ? NetworkAdapter::Kind::WiFi
                                            : NetworkAdapter::Kind::Cable;
}

QString labelOf(NetworkAdapter::Kind kind)
{
    switch (kind) {
    case NetworkAdapter::Kind::WiFi:
        return QCoreApplication::translate("NetworkAdapters", "Wi-Fi");
    case NetworkAdapter::Kind::Cable:
        return QCoreApplication::translate("NetworkAdapters", "Cable");
    case NetworkAdapter::Kind::Virtual:
        return QCoreApplication::translate("NetworkAdapters", "Virtual or VPN");
    case NetworkAdapter::Kind::Loopback:
        return QCoreApplication::translate("NetworkAdapters", "This computer only");
    }
    return {};
}

bool isPrivate(const std::string& address)
{
    // RFC 1918
    const QHostAddress host{QString::fromStdString(address)};
    return host.isInSubnet(QHostAddress{QStringLiteral("10.0.0.0")}, 8) ||
           host.isInSubnet(QHostAddress{QStringLiteral("172.16.0.0")}, 12) ||
           host.isInSubnet(QHostAddress{QStringLiteral("192.168.0.0")}, 16);
}

/// Smaller is better. A self-assigned address means that no router answered.
int rankOf(const InterfaceAddress& entry)
{
    switch (kindOf(entry)) {
    case NetworkAdapter::Kind::Loopback:
        return 1000;
    case NetworkAdapter::Kind::Virtual:
        return 500 + (isPrivate(entry.address) ? 0 : 1);
    default:
        break;
    }
    const bool isSelfAssigned = QHostAddress{QString::fromStdString(entry.address)}.isLinkLocal();
    return (isSelfAssigned ? 100 : 0) + (isPrivate(entry.address) ? 0 : 10) +
           (entry.isDefaultRoute ? 0 : 4) +
           (entry.hardware == InterfaceAddress::Hardware::WiFi ? 0 : 1);
}

} // namespace

std::vector<NetworkAdapter> rankAdapters(const std::vector<InterfaceAddress>& addresses)
{
    std::vector<std::pair<int, NetworkAdapter>> ranked;
    for (const InterfaceAddress& entry : addresses) {
        if (entry.isUp && !entry.address.empty()) {
            const NetworkAdapter::Kind kind = kindOf(entry);
            ranked.emplace_back(
                rankOf(entry),
                NetworkAdapter{entry.name, labelOf(kind).toStdString(), kind, entry.address});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<NetworkAdapter> adapters;
    for (auto& [rank, adapter] : ranked) {
        const bool isLast = adapter.kind == NetworkAdapter::Kind::Loopback;
        if (!isLast || adapters.empty()) {
            adapters.push_back(std::move(adapter));
        }
    }
    return adapters;
}

NetworkAdapters::NetworkAdapters()
    : NetworkAdapters(systemInterfaces)
{
}

NetworkAdapters::NetworkAdapters(Lister lister)
    : m_lister(std::move(lister))
{
}

std::vector<NetworkAdapter> NetworkAdapters::ranked() const
{
    return rankAdapters(m_lister());
}

std::string hostPort(const std::string& address, std::uint16_t port)
{
    const bool isSix = address.find(':') != std::string::npos;
    return (isSix ? '[' + address + ']' : address) + ':' + std::to_string(port);
}

std::string joinUrl(const std::string& address, std::uint16_t port, const std::string& code)
{
    const std::string page = "http://" + hostPort(address, port) + '/';
    return code.empty() ? page : page + "?c=" + code;
}

} // namespace tutti::net
