#include "server/net/HostCheck.h"

#include <QTest>

/// Which names of this laptop are believed.
class tst_HostCheck final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void knowsItsNames_data();
    void knowsItsNames();
};

void tst_HostCheck::knowsItsNames_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("served");
    const auto row = [](const char* host, bool served) {
        QTest::newRow(host) << QByteArray{host} << served;
    };
    row("192.168.1.5", true);
    row("192.168.1.5:4000", true);
    row("8.8.8.8", true);
    row("[::1]", true);
    row("[fe80::1]:4000", true);
    row("localhost", true);
    row("LOCALHOST:4000", true);
    row("laptop", true);
    row("music-room_2.local:4000", true);
    row("tutti.test", true);
    row("", false);
    row(":4000", false);
    row("evil.example", false);
    row("evil.example:4000", false);
    row("192.168.1.5.evil.example", false);
    row("local.evil.example", false);
    row("evillocal.com", false);
    row(".local", false);
    row("a..local", false);
    row("laptop.", false);
    row("laptop:", false);
    row("laptop:port", false);
    row("laptop:123456", false);
    row("user@laptop", false);
    row("a b", false);
    row("[::1", false);
    row("[::1]x", false);
    row("[evil.example]", false);
    row("::1", false);
}

void tst_HostCheck::knowsItsNames()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, served);
    QCOMPARE(tutti::net::isServedHost(host), served);
}

QTEST_GUILESS_MAIN(tst_HostCheck)
#include "tst_HostCheck.moc"
