#include "server/net/AddressAllowance.h"

#include <QTest>

using namespace std::chrono_literals;
using tutti::ServerTime;
using tutti::net::AddressAllowance;

namespace {

const std::string kTablet = "192.168.1.20";
constexpr ServerTime kStart{100s};

int taken(AddressAllowance& allowance, const std::string& address, int tries, ServerTime at)
{
    int count = 0;
    for (int i = 0; i < tries; ++i) {
        count += allowance.take(address, at) ? 1 : 0;
    }
    return count;
}

} // namespace

/// Asking at the door is limited for each address.
class tst_AddressAllowance final : public QObject {
    Q_OBJECT

private slots:
    void refillsSteadily();
    void countsEachAddressForItself();
    void boundsWhatItRemembers();
    void forgetsIdleAddressesFirst();
};

void tst_AddressAllowance::refillsSteadily()
{
    AddressAllowance allowance{10, 40};
    QCOMPARE(taken(allowance, kTablet, 100, kStart), 40);
    QCOMPARE(taken(allowance, kTablet, 100, kStart + 1s), 10);
}

void tst_AddressAllowance::countsEachAddressForItself()
{
    AddressAllowance allowance{10, 40};
    QCOMPARE(taken(allowance, kTablet, 100, kStart), 40);
    QCOMPARE(taken(allowance, "192.168.1.21", 100, kStart), 40);
}

void tst_AddressAllowance::boundsWhatItRemembers()
{
    AddressAllowance allowance{10, 40};
    QCOMPARE(taken(allowance, kTablet, 100, kStart), 40);
    for (int i = 0; i < 3000; ++i) {
        QVERIFY(allowance.take("tablet-" + std::to_string(i), kStart));
    }
    QCOMPARE(allowance.remembered(), AddressAllowance::kMaxAddresses);
    // Others come and go; who asked without end is not forgiven for it.
    QCOMPARE(taken(allowance, kTablet, 10, kStart), 0);
}

void tst_AddressAllowance::forgetsIdleAddressesFirst()
{
    AddressAllowance allowance{10, 40};
    for (std::size_t i = 0; i < AddressAllowance::kMaxAddresses; ++i) {
        QVERIFY(allowance.take("tablet-" + std::to_string(i), kStart));
    }
    QVERIFY(allowance.take(kTablet, kStart + 10s));
    QCOMPARE(allowance.remembered(), std::size_t{1});
}

QTEST_GUILESS_MAIN(tst_AddressAllowance)
#include "tst_AddressAllowance.moc"
