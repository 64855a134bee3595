#include "ui/models/TileState.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace std::chrono_literals;

namespace {

constexpr ServerTime kNow{60s};

/// What may be true of a seat at once.
struct Facts {
    Presence presence = Presence::Here;
    bool hand = false;
    bool playing = false;
    bool weak = false;
    bool muted = false;
    bool quiet = false;
};

Seat seatWith(const Facts& facts)
{
    Seat seat;
    seat.id = SeatId{1};
    seat.presence = facts.presence;
    seat.handUp = facts.hand;
    seat.muted = facts.muted;
    seat.connection = facts.weak ? Connection::Weak : Connection::Good;
    if (facts.playing) {
        seat.lastNote = LastNote{60, kNow - 100ms};
    }
    return seat;
}

Seat seatThatPlayed(std::chrono::milliseconds ago)
{
    Seat seat;
    seat.lastNote = LastNote{60, kNow - ago};
    return seat;
}

} // namespace

class tst_TileState : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void showsTheFirstStateThatApplies_data()
    {
        QTest::addColumn<Facts>("facts");
        QTest::addColumn<TileState>("expected");
        const auto row = [](const char* name, Facts facts, TileState expected) {
            QTest::newRow(name) << facts << expected;
        };
        using enum TileState;
        const Facts all{Presence::Here, true, true, true, true, true};
        row("help before everything", all, NeedsHelp);
        row("help before rejoining", {.presence = Presence::Rejoining, .hand = true}, NeedsHelp);
        row("help before away", {.presence = Presence::Away, .hand = true}, NeedsHelp);
        row("rejoining before playing", {.presence = Presence::Rejoining, .playing = true},
            Rejoining);
        row("away before playing", {.presence = Presence::Away, .playing = true}, Away);
        row("away before muted", {.presence = Presence::Away, .muted = true}, Away);
        row("playing before weak Wi-Fi", {.playing = true, .weak = true}, Playing);
        row("playing before muted", {.playing = true, .muted = true}, Playing);
        row("weak Wi-Fi before muted", {.weak = true, .muted = true}, WeakWifi);
        row("muted", {.muted = true}, Muted);
        row("here", {}, Here);
        row("nobody", {.presence = Presence::Empty}, Empty);
        row("nobody, muted", {.presence = Presence::Empty, .muted = true}, Empty);
    }

    void showsTheFirstStateThatApplies()
    {
        QFETCH(Facts, facts);
        const QuietState quiet{facts.quiet, kNow - 1s, std::nullopt};
        QTEST(tileStateOf(seatWith(facts), quiet, kNow), "expected");
    }

    void listensWhileQuiet_data()
    {
        QTest::addColumn<Facts>("facts");
        QTest::addColumn<TileState>("expected");
        const auto row = [](const char* name, Facts facts, TileState expected) {
            facts.quiet = true;
            QTest::newRow(name) << facts << expected;
        };
        using enum TileState;
        row("here", {}, Listening);
        row("just played", {.playing = true}, Listening);
        row("help stays", {.hand = true}, NeedsHelp);
        row("away stays", {.presence = Presence::Away}, Away);
        row("rejoining stays", {.presence = Presence::Rejoining}, Rejoining);
        row("weak Wi-Fi stays", {.weak = true}, WeakWifi);
        row("an earlier mute stays", {.muted = true}, Muted);
        row("nobody", {.presence = Presence::Empty}, Empty);
    }

    void listensWhileQuiet() { showsTheFirstStateThatApplies(); }

    void listensUntilTheReleaseTakesEffect()
    {
        const QuietState quiet{true, kNow - 5s, kNow + 1s};
        const Seat seat = seatWith({});
        QCOMPARE(tileStateOf(seat, quiet, kNow), TileState::Listening);
        QCOMPARE(tileStateOf(seat, quiet, kNow + 1s), TileState::Here);
    }

    void listensWhileAnotherRolePlaysAlone()
    {
        QCOMPARE(tileStateOf(seatWith({}), {}, kNow, true), TileState::Listening);
        QCOMPARE(tileStateOf(seatWith({.playing = true}), {}, kNow, true), TileState::Listening);
        QCOMPARE(tileStateOf(seatWith({.muted = true}), {}, kNow, true), TileState::Muted);
        QCOMPARE(tileStateOf(seatWith({.hand = true}), {}, kNow, true), TileState::NeedsHelp);
    }

    void lightsANoteForFourTenthsOfASecond_data()
    {
        QTest::addColumn<int>("ago");
        QTest::addColumn<double>("glow");
        QTest::newRow("touched") << 0 << 1.0;
        QTest::newRow("half") << 200 << 0.5;
        QTest::newRow("last moment") << 380 << 0.05;
        QTest::newRow("over") << 400 << 0.0;
        QTest::newRow("long ago") << 60'000 << 0.0;
        QTest::newRow("a clock ahead of ours") << -50 << 1.0;
    }

    void lightsANoteForFourTenthsOfASecond()
    {
        QFETCH(int, ago);
        QFETCH(double, glow);
        const Seat seat = seatThatPlayed(std::chrono::milliseconds{ago});
        QVERIFY(std::abs(noteGlowOf(seat, kNow) - glow) < 1e-9);
    }

    void doesNotLightASeatThatNeverPlayed() { QCOMPARE(noteGlowOf(Seat{}, kNow), 0.0); }

    void welcomesASeatForFiveSeconds()
    {
        Seat seat = seatWith({});
        QVERIFY(!justJoined(seat, kNow));
        seat.joinedAt = kNow;
        QVERIFY(justJoined(seat, kNow + 5s - 1ns));
        QVERIFY(!justJoined(seat, kNow + 5s));
        seat.presence = Presence::Rejoining;
        QVERIFY(!justJoined(seat, kNow));
    }
};

QTEST_GUILESS_MAIN(tst_TileState)
#include "tst_TileState.moc"
