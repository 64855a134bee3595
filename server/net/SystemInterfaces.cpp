#include "server/net/SystemInterfaces.h"

#include <QNetworkInterface>
#include <QUdpSocket>

namespace tutti::net {
namespace {

InterfaceAddress::Hardware hardwareOf(const QNetworkInterface& interface)
{
    switch (interface.type()) {
    case QNetworkInterface::Wifi:
        return InterfaceAddress::Hardware::WiFi;
    case QNetworkInterface::Ethernet:
        return InterfaceAddress::Hardware::Ethernet;
    case QNetworkInterface::Loopback:
        return InterfaceAddress::Hardware::Loopback;
    case QNetworkInterface::Virtual:
        return InterfaceAddress::Hardware::Virtual;
    default:
        return interface.flags().testFlag(QNetworkInterface::IsLoopBack)
                   ? InterfaceAddress::Hardware::Loopback
                   : InterfaceAddress::Hardware::Unknown;
    }
}

QHostAddress defaultRouteAddress()
{
    // Connecting a datagram socket only asks the routing table. The address is reserved for
    // documentation (RFC 5737).
    QUdpSocket probe;
    probe.connectToHost(QHostAddress{QStringLiteral("192.0.2.1")}, 9);
    return probe.localAddress();
}

} // namespace

std::vector<InterfaceAddress> systemInterfaces()
{
    const QHostAddress outside = defaultRouteAddress();
    std::vector<InterfaceAddress> found;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface& interface : interfaces) {
        const auto flags = interface.flags();
        const QList<QNetworkAddressEntry> entries = interface.addressEntries();
        for (const QNetworkAddressEntry& entry : entries) {
            if (entry.ip().protocol() != QAbstractSocket::IPv4Protocol) {
                continue;
            }
            found.push_back({.name = interface.name().toStdString(),
                             .shownName = interface.humanReadableName().toStdString(),
                             .hardware = hardwareOf(interface),
                             .isUp = flags.testFlag(QNetworkInterface::IsUp) &&
                                     flags.testFlag(QNetworkInterface::IsRunning),
                             .isPointToPoint = flags.testFlag(QNetworkInterface::IsPointToPoint),
                             .address = entry.ip().toString().toStdString(),
                             .isDefaultRoute = entry.ip() == outside});
        }
    }
    return found;
}

} // namespace tutti::net
