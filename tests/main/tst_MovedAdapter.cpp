#include "app/main/MovedAdapter.h"

#include <QTest>

using namespace tutti;
using tutti::main::hasMoved;

namespace {

NetworkStatus openOn(const std::string& address)
{
    NetworkStatus status;
    status.listening = true;
    status.adapter = "wlan0";
    status.address = address;
    return status;
}

NetworkAdapter wifi(const std::string& address)
{
    return {"wlan0", "Room12", NetworkAdapter::Kind::WiFi, address};
}

const NetworkAdapter kCable{"eth0", "Cable", NetworkAdapter::Kind::Cable, "10.0.0.7"};

} // namespace

class tst_MovedAdapter : public QObject {
    Q_OBJECT

private slots:
    void sameAddressHasNotMoved()
    {
        QVERIFY(!hasMoved(openOn("192.168.1.2:4000"), {kCable, wifi("192.168.1.2")}));
    }

    void anotherAddressHasMoved()
    {
        QVERIFY(hasMoved(openOn("192.168.1.2:4000"), {kCable, wifi("192.168.1.23")}));
        QVERIFY(hasMoved(openOn("192.168.1.23:4000"), {wifi("192.168.1.2")}));
    }

    void aLostNetworkWaits() { QVERIFY(!hasMoved(openOn("192.168.1.2:4000"), {kCable})); }

    void aClosedRoomFollowsNothing()
    {
        NetworkStatus closed = openOn("192.168.1.2:4000");
        closed.listening = false;
        QVERIFY(!hasMoved(closed, {wifi("192.168.1.23")}));
    }
};

QTEST_GUILESS_MAIN(tst_MovedAdapter)
#include "tst_MovedAdapter.moc"
