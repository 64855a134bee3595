#include "server/net/NetworkAdapters.h"

#include <QTest>

using namespace tutti::net;
using tutti::NetworkAdapter;
using Hardware = InterfaceAddress::Hardware;

namespace {

const InterfaceAddress kWifi{.name = "wlan0", .hardware = Hardware::WiFi, .address = "192.168.1.5"};
const InterfaceAddress kCable{
    .name = "eth0", .hardware = Hardware::Ethernet, .address = "10.0.0.7"};
const InterfaceAddress kDocker{
    .name = "docker0", .hardware = Hardware::Ethernet, .address = "172.17.0.1"};
const InterfaceAddress kVpn{
    .name = "tun0", .isPointToPoint = true, .address = "10.8.0.2", .isDefaultRoute = true};
const InterfaceAddress kLoopback{
    .name = "lo", .hardware = Hardware::Loopback, .address = "127.0.0.1"};

QStringList namesOf(const std::vector<NetworkAdapter>& adapters)
{
    QStringList names;
    for (const NetworkAdapter& adapter : adapters) {
        names.append(QString::fromStdString(adapter.name));
    }
    return names;
}

QString ranked(const std::vector<InterfaceAddress>& addresses)
{
    return namesOf(rankAdapters(addresses)).join(QLatin1Char(' '));
}

InterfaceAddress with(InterfaceAddress entry, bool isDefaultRoute)
{
    entry.isDefaultRoute = isDefaultRoute;
    return entry;
}

} // namespace

/// Which address goes into the QR.
class tst_NetworkAdapters final : public QObject {
    Q_OBJECT

private slots:
    void putsVirtualInterfacesLast();
    void prefersTheDefaultRoute();
    void prefersWifiAmongEquals();
    void prefersPrivateAddresses();
    void ranksSelfAssignedAddressesLow();
    void offersLoopbackOnlyIfThereIsNothingElse();
    void leavesOutWhatIsDown();
    void recognisesVirtualNamesShownToPeople();
    void saysWhatTheQrSays();
    void listsThisMachine();
};

void tst_NetworkAdapters::putsVirtualInterfacesLast()
{
    QCOMPARE(ranked({kDocker, kVpn, kLoopback, kWifi}), QStringLiteral("wlan0 docker0 tun0"));
}

void tst_NetworkAdapters::prefersTheDefaultRoute()
{
    QCOMPARE(ranked({kWifi, with(kCable, true)}), QStringLiteral("eth0 wlan0"));
    QCOMPARE(ranked({kCable, with(kWifi, true)}), QStringLiteral("wlan0 eth0"));
}

void tst_NetworkAdapters::prefersWifiAmongEquals()
{
    QCOMPARE(ranked({kCable, kWifi}), QStringLiteral("wlan0 eth0"));
}

void tst_NetworkAdapters::prefersPrivateAddresses()
{
    InterfaceAddress open = with(kWifi, true);
    open.address = "203.0.113.9";
    QCOMPARE(ranked({open, kCable}), QStringLiteral("eth0 wlan0"));
}

void tst_NetworkAdapters::ranksSelfAssignedAddressesLow()
{
    InterfaceAddress alone = kWifi;
    alone.address = "169.254.3.4";
    QCOMPARE(ranked({alone, kDocker, kCable}), QStringLiteral("eth0 wlan0 docker0"));
}

void tst_NetworkAdapters::offersLoopbackOnlyIfThereIsNothingElse()
{
    QCOMPARE(ranked({kLoopback}), QStringLiteral("lo"));
    QCOMPARE(ranked({kLoopback, kDocker}), QStringLiteral("docker0"));
    QCOMPARE(ranked({}), QString{});
}

void tst_NetworkAdapters::leavesOutWhatIsDown()
{
    InterfaceAddress down = kWifi;
    down.isUp = false;
    QCOMPARE(ranked({down, kCable}), QStringLiteral("eth0"));
}

void tst_NetworkAdapters::recognisesVirtualNamesShownToPeople()
{
    InterfaceAddress hyperV = kCable;
    hyperV.name = "ethernet_32773";
    hyperV.shownName = "vEthernet (WSL)";
    const auto adapters = rankAdapters({hyperV});
    QVERIFY(adapters.front().kind == NetworkAdapter::Kind::Virtual);
}

void tst_NetworkAdapters::saysWhatTheQrSays()
{
    QCOMPARE(joinUrl("192.168.1.5", 4000, "LARK"), std::string{"http://192.168.1.5:4000/?c=LARK"});
    QCOMPARE(joinUrl("192.168.1.5", 4001, {}), std::string{"http://192.168.1.5:4001/"});
    QCOMPARE(joinUrl("fe80::1", 4000, "LARK"), std::string{"http://[fe80::1]:4000/?c=LARK"});
}

void tst_NetworkAdapters::listsThisMachine()
{
    const auto adapters = NetworkAdapters{}.ranked();
    QVERIFY(!adapters.empty());
    QVERIFY(!adapters.front().address.empty());
}

QTEST_GUILESS_MAIN(tst_NetworkAdapters)
#include "tst_NetworkAdapters.moc"
