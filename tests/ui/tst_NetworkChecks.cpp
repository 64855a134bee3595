#include "tests/gui/Classroom.h"
#include "tests/support/ManualClock.h"
#include "ui/models/NetworkChecks.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Tone = NetworkCheck::Tone;
enum Line { Network, Reach, Speed, Weak };

/// An open room, and what the checks say of it.
struct Checked {
    Checked() { room.open(clock.now()); }

    NetworkCheck line(Line line) const
    {
        const auto lines = networkChecks(status, mirror.state(), clock.now());
        return lines.at(line);
    }
    void join(std::int32_t seat, double rttMs, double uncertaintyMs = 3.0)
    {
        room.join(seat, clock.now(), {true, true, rttMs, uncertaintyMs});
    }

    ManualClock clock;
    RoomMirror mirror;
    Classroom room{mirror};
    NetworkStatus status = Classroom::network(true);
};

NetworkCheck networkOf(NetworkAdapter::Kind kind)
{
    NetworkStatus status;
    status.adapter = "x0";
    status.adapters = {{"x0", "Some name", kind, "10.0.0.7"}};
    return networkChecks(status, RoomState{}, ServerTime{}).front();
}

} // namespace

class tst_NetworkChecks : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void saysFourLinesWhateverHappens()
    {
        QCOMPARE(networkChecks({}, RoomState{}, ServerTime{}).size(), std::size_t{4});
        Checked c;
        QCOMPARE(networkChecks(c.status, c.mirror.state(), c.clock.now()).size(), std::size_t{4});
    }

    void namesTheChosenNetwork()
    {
        Checked c;
        QCOMPARE(c.line(Network), (NetworkCheck{Tone::Good, u"Wi-Fi: Room12-Music"_s,
                                                u"This laptop is 192.168.1.24"_s}));
        c.status.adapter = "eth0";
        QCOMPARE(c.line(Network).title, u"Cable: Ethernet"_s);
    }

    void takesTheFirstNetworkWhereNoneWasChosen()
    {
        Checked c;
        c.status.adapter.clear();
        QCOMPARE(c.line(Network).title, u"Wi-Fi: Room12-Music"_s);
    }

    void warnsWithoutAnyNetwork()
    {
        const NetworkCheck line = networkChecks({}, RoomState{}, ServerTime{}).front();
        QCOMPARE(line.tone, Tone::Warning);
        QCOMPARE(line.title, u"No network found"_s);
    }

    void warnsOfNetworksTabletsCannotReach()
    {
        QCOMPARE(networkOf(NetworkAdapter::Kind::Virtual).tone, Tone::Warning);
        QVERIFY(networkOf(NetworkAdapter::Kind::Virtual).detail.contains(u"VPN"_s));
        QCOMPARE(networkOf(NetworkAdapter::Kind::Loopback).tone, Tone::Warning);
        QVERIFY(networkOf(NetworkAdapter::Kind::Loopback).detail.contains(u"Only this laptop"_s));
        QCOMPARE(networkOf(NetworkAdapter::Kind::Cable).tone, Tone::Good);
        QCOMPARE(networkOf(NetworkAdapter::Kind::WiFi).tone, Tone::Good);
    }

    void saysWhichPortWasPickedInstead()
    {
        Checked c;
        c.status.port = 4001;
        c.status.portMoved = true;
        QCOMPARE(c.line(Network).tone, Tone::Warning);
        QCOMPARE(c.line(Network).detail,
                 u"Another program is using the usual port, so Tutti picked 4001."_s);
    }

    void callsAnAdapterByKindAndLabel()
    {
        using Kind = NetworkAdapter::Kind;
        QCOMPARE(adapterWord({"eth0", "", Kind::Cable, ""}), u"Cable: eth0"_s);
        QCOMPARE(adapterWord({"wlan0", "Wi-Fi", Kind::WiFi, ""}), u"Wi-Fi"_s);
        QCOMPARE(adapterWord({"tun0", "School VPN", Kind::Virtual, ""}), u"Virtual: School VPN"_s);
        QCOMPARE(adapterWord({"lo", "lo", Kind::Loopback, ""}), u"This laptop only: lo"_s);
    }

    void saysThatNothingListensWhileClosed()
    {
        const auto lines = networkChecks(Classroom::network(false), RoomState{}, ServerTime{});
        QCOMPARE(lines.at(Reach).tone, Tone::Waiting);
        QCOMPARE(lines.at(Reach).title, u"Nothing is listening"_s);
    }

    void checksNetworkAndPortBeforeTheRoomOpens()
    {
        const auto lines = closedChecks(Classroom::network(false));
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0].title, u"Wi-Fi: Room12-Music"_s);
        QCOMPARE(lines[0].tone, Tone::Good);
        QCOMPARE(lines[1].tone, Tone::Waiting);
        QVERIFY(lines[1].title.contains(u"port"_s));
        QCOMPARE(closedChecks({}).front().tone, Tone::Warning);
    }

    void waitsAMinuteBeforeItWarns()
    {
        Checked c;
        QCOMPARE(c.line(Reach).title, u"Waiting for the first tablet"_s);
        c.clock.advance(60s - 1ms);
        QCOMPARE(c.line(Reach).tone, Tone::Waiting);
        QVERIFY(!needsConnectionHelp(c.status, c.mirror.state(), c.clock.now()));
        c.clock.advance(1ms);
        QCOMPARE(c.line(Reach).tone, Tone::Warning);
        QCOMPARE(c.line(Reach).title, u"No tablet has reached this laptop"_s);
        QVERIFY(needsConnectionHelp(c.status, c.mirror.state(), c.clock.now()));
    }

    void isGladOfTheFirstVisitorAndTheFirstTablet()
    {
        Checked c;
        c.clock.advance(90s);
        c.status.visitors = 2;
        QCOMPARE(c.line(Reach), (NetworkCheck{Tone::Good, u"Tablets can reach this laptop"_s,
                                              u"2 have opened the page"_s}));
        QVERIFY(!needsConnectionHelp(c.status, c.mirror.state(), c.clock.now()));
        c.join(3, 14.0);
        QCOMPARE(c.line(Reach).detail, u"1 connected"_s);
        c.status.visitors = 0;
        QVERIFY(!needsConnectionHelp(c.status, c.mirror.state(), c.clock.now()));
    }

    void needsNoHelpWhileClosed()
    {
        QVERIFY(!needsConnectionHelp(Classroom::network(false), RoomState{},
                                     ServerTime{} + std::chrono::hours{1}));
    }

    void measuresTheTypicalDelay()
    {
        Checked c;
        QCOMPARE(c.line(Speed).tone, Tone::Waiting);
        QVERIFY(!typicalDelayMs(c.mirror.state()));
        c.join(1, 10.0);
        c.join(2, 400.0);
        c.join(3, 14.4);
        QCOMPARE(typicalDelayMs(c.mirror.state()), std::optional{14});
        QCOMPARE(c.line(Speed), (NetworkCheck{Tone::Good, u"Fast enough to play in time"_s,
                                              u"Typical delay 14 ms"_s}));
    }

    void leavesOutWhoIsGone()
    {
        Checked c;
        c.join(1, 10.0);
        c.room.record(SeatDisconnected{SeatId{1}}, c.clock.now());
        QVERIFY(!typicalDelayMs(c.mirror.state()));
    }

    void callsANetworkSlowFromSixtyMillisecondsOn()
    {
        Checked c;
        c.join(1, 59.0);
        QCOMPARE(c.line(Speed).tone, Tone::Good);
        c.join(1, 60.0);
        QCOMPARE(c.line(Speed).tone, Tone::Warning);
        QCOMPARE(c.line(Speed).title, u"A slow network"_s);
    }

    void namesUpToTwoWeakTablets()
    {
        Checked c;
        QCOMPARE(c.line(Weak).tone, Tone::Waiting);
        c.join(1, 14.0);
        QCOMPARE(c.line(Weak), (NetworkCheck{Tone::Good, u"No weak tablets"_s, {}}));
        c.join(15, 200.0);
        QCOMPARE(c.line(Weak).tone, Tone::Warning);
        QCOMPARE(c.line(Weak).title, u"1 tablet has a weak signal"_s);
        QVERIFY(c.line(Weak).detail.startsWith(u"Oscar: "_s));
        c.join(3, 14.0, 40.0);
        QCOMPARE(c.line(Weak).title, u"2 tablets have a weak signal"_s);
        QVERIFY(c.line(Weak).detail.startsWith(u"Chloe, Oscar: "_s));
        c.join(4, 200.0);
        QVERIFY(c.line(Weak).detail.startsWith(u"Chloe and 2 more: "_s));
    }
};

QTEST_GUILESS_MAIN(tst_NetworkChecks)
#include "tst_NetworkChecks.moc"
