#include "server/net/JoinThrottle.h"

#include <QTest>

using namespace std::chrono_literals;
using tutti::ServerTime;
using tutti::net::JoinThrottle;

namespace {

const std::string kTablet = "192.168.1.20";
constexpr ServerTime kStart{100s};

void guess(JoinThrottle& throttle, int times, ServerTime at)
{
    for (int i = 0; i < times; ++i) {
        throttle.countWrongCode(kTablet, at);
    }
}

} // namespace

/// Guessing room codes gets slow.
class tst_JoinThrottle final : public QObject {
    Q_OBJECT

private slots:
    void lets_data();
    void lets();
    void countsEachAddressForItself();
    void letsTryAgainWhenTheWaitIsOver();
    void forgivesARightCode();
    void forgetsAfterTenQuietMinutes();
    void boundsWhatItRemembers();
};

void tst_JoinThrottle::lets_data()
{
    QTest::addColumn<int>("wrongCodes");
    QTest::addColumn<int>("waitSeconds");
    QTest::newRow("first try") << 0 << 0;
    QTest::newRow("four wrong") << 4 << 0;
    QTest::newRow("five wrong") << 5 << 2;
    QTest::newRow("six wrong") << 6 << 4;
    QTest::newRow("nine wrong") << 9 << 32;
    QTest::newRow("ten wrong") << 10 << 60;
    QTest::newRow("a thousand wrong") << 1000 << 60;
}

void tst_JoinThrottle::lets()
{
    QFETCH(int, wrongCodes);
    QFETCH(int, waitSeconds);
    JoinThrottle throttle;
    guess(throttle, wrongCodes, kStart);
    QCOMPARE(throttle.retryAfter(kTablet, kStart).value_or(0s).count(), waitSeconds);
}

void tst_JoinThrottle::countsEachAddressForItself()
{
    JoinThrottle throttle;
    guess(throttle, 5, kStart);
    QVERIFY(throttle.retryAfter(kTablet, kStart));
    QVERIFY(!throttle.retryAfter("192.168.1.21", kStart));
}

void tst_JoinThrottle::letsTryAgainWhenTheWaitIsOver()
{
    JoinThrottle throttle;
    guess(throttle, 5, kStart);
    QCOMPARE(throttle.retryAfter(kTablet, kStart + 1500ms).value_or(0s).count(), 1);
    QVERIFY(!throttle.retryAfter(kTablet, kStart + 2s));
}

void tst_JoinThrottle::forgivesARightCode()
{
    JoinThrottle throttle;
    guess(throttle, 5, kStart);
    throttle.forgive(kTablet);
    QVERIFY(!throttle.retryAfter(kTablet, kStart));
}

void tst_JoinThrottle::forgetsAfterTenQuietMinutes()
{
    JoinThrottle throttle;
    guess(throttle, 5, kStart);
    guess(throttle, 1, kStart + 11min);
    QVERIFY(!throttle.retryAfter(kTablet, kStart + 11min));
}

void tst_JoinThrottle::boundsWhatItRemembers()
{
    JoinThrottle throttle;
    guess(throttle, 5, kStart);
    for (int i = 0; i < 1000; ++i) {
        throttle.countWrongCode("tablet-" + std::to_string(i), kStart + 1ms);
    }
    QVERIFY(!throttle.retryAfter(kTablet, kStart + 1ms));
}

QTEST_GUILESS_MAIN(tst_JoinThrottle)
#include "tst_JoinThrottle.moc"
