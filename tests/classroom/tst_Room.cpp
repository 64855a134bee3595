#include "tests/classroom/RoomFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

class tst_Room : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void refusesEverythingWhileClosed()
    {
        RoomFixture f;
        for (const Command& command : std::initializer_list<Command>{
                 StartLesson{}, EndLesson{}, StartTransport{}, ChangeTempo{Tempo::fromBpm(100)},
                 MuteAll{}, BeQuiet{}, ClaimSeat{SeatId{1}, "a"}, noteOf(1), RequestState{}}) {
            QVERIFY(f.submit(command).empty());
            QCOMPARE(f.refusal, std::optional{ErrorCode::RoomClosed});
        }
    }

    void opensOnce()
    {
        RoomFixture f;
        f.open();
        QCOMPARE(f.state().phase, RoomPhase::Lobby);
        f.open();
        QCOMPARE(f.refusal, std::optional{ErrorCode::RoomOpen});
    }

    void keepsTempoAndMeterFromOneLessonToTheNext()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(ChangeTempo{Tempo::fromBpm(80)});
        f.submit(ChangeMeter{Meter{6, 8}});
        const auto rev = f.state().timeline.rev;
        f.submit(EndLesson{});
        f.open();
        QCOMPARE(f.state().pulseTempo(), Tempo::fromBpm(80));
        QCOMPARE(f.state().meter(), (Meter{6, 8}));
        QVERIFY(f.state().timeline.rev > rev);
    }

    void startsFreeJamWithTheLesson()
    {
        RoomFixture f;
        f.openWithLesson();
        QCOMPARE(f.state().phase, RoomPhase::Lesson);
        QCOMPARE(f.state().game->game(), std::string_view{"free_jam"});
    }

    void refusesALessonWithoutAnyGame()
    {
        RoomFixture f{{}, GameRegistry{}};
        f.open();
        f.submit(StartLesson{});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoGame});
        QCOMPARE(f.state().phase, RoomPhase::Lobby);
    }

    void startsTheMusicAtLeast300MsAheadWithTheCountIn()
    {
        RoomFixture f;
        f.open();
        f.submit(StartTransport{});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoLesson});
        f.submit(StartLesson{});
        f.submit(StartTransport{});
        const Timeline& line = f.state().timeline;
        QCOMPARE(line.transport.at, f.now + 300ms);
        QCOMPARE(line.transport.tick, Ticks{-4 * 960});
        f.submit(StartTransport{});
        QCOMPARE(f.refusal, std::optional{ErrorCode::AlreadyPlaying});
        f.submit(StopTransport{});
        QVERIFY(!f.state().timeline.transport.playing);
        f.submit(StopTransport{});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NotPlaying});
    }

    void numbersEveryTimeline()
    {
        RoomFixture f;
        f.openWithLesson();
        auto rev = f.state().timeline.rev;
        for (const Command& command :
             std::initializer_list<Command>{StartTransport{}, ChangeTempo{Tempo::fromBpm(150)},
                                            ChangeMeter{Meter{3, 4}}, StopTransport{}}) {
            f.submit(command);
            QCOMPARE(f.state().timeline.rev, rev + 1);
            rev = f.state().timeline.rev;
        }
    }

    void givesASlowRoomMoreLeadButNotForOneBadTablet()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        f.submit(ReportDevice{SeatId{1}, {true, true, 200.0, 1.0}});
        f.submit(StartTransport{});
        QCOMPARE(f.state().timeline.transport.at, f.now + 550ms);
        f.submit(StopTransport{});
        f.submit(ReportDevice{SeatId{1}, {true, true, 900.0, 90.0}});
        f.now += 10s;
        f.submit(StartTransport{});
        QCOMPARE(f.state().timeline.transport.at, f.now + 300ms);
    }

    void refusesATempoOutOfRange_data()
    {
        QTest::addColumn<double>("bpm");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("below") << 19.999 << false;
        QTest::newRow("lowest") << 20.0 << true;
        QTest::newRow("highest") << 300.0 << true;
        QTest::newRow("above") << 300.001 << false;
    }

    void refusesATempoOutOfRange()
    {
        QFETCH(double, bpm);
        QFETCH(bool, accepted);
        RoomFixture f;
        f.openWithLesson();
        QCOMPARE(!f.submit(ChangeTempo{Tempo::fromBpm(bpm)}).empty(), accepted);
        QCOMPARE(f.refusal.has_value(), !accepted);
    }

    void seatsOneTabletOnOneSeat()
    {
        RoomFixture f;
        f.openWithLesson();
        const SeatGranted granted{SeatId{2}, {{SeatId{2}, 1}}, 1};
        f.submit(ClaimSeat{SeatId{2}, "a"});
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)), granted);
        QVERIFY(f.submit(ClaimSeat{SeatId{2}, "a"}).empty());
        QCOMPARE(std::get<SeatGranted>(f.answers.at(0)), granted);
        f.submit(ClaimSeat{SeatId{2}, "b"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::SeatTaken});
        f.submit(ClaimSeat{SeatId{3}, "a"});
        QVERIFY(!f.state().seat(SeatId{2})->isClaimed());
        QCOMPARE(f.state().seat(SeatId{3})->device, std::string{"a"});
        f.submit(ClaimSeat{SeatId{99}, "c"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
    }

    void voidsTheTokenOfAFreedSeat()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        f.submit(FreeSeat{SeatId{1}});
        QCOMPARE(f.state().seat(SeatId{1})->gen, 2u);
        f.submit(ConnectSeat{SeatId{1}});
        QCOMPARE(f.refusal, std::optional{ErrorCode::SeatReleased});
    }

    void recordsOnlyWhatChanges()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        QCOMPARE(f.submit(MuteSeats{{SeatId{1}, SeatId{2}}, true}).size(), std::size_t{1});
        QVERIFY(f.submit(MuteSeats{{SeatId{1}}, true}).empty());
        const auto rest = f.submit(MuteAll{true});
        QCOMPARE(std::get<SeatsMuted>(rest.at(0)).seats, (std::vector{SeatId{3}, SeatId{4}}));
        QVERIFY(f.submit(AssignRole{{SeatId{1}}, Role::Melody}).empty());
        QVERIFY(f.submit(ChangeTempo{f.state().pulseTempo()}).empty());
        QVERIFY(f.submit(RaiseHand{SeatId{1}, false}).empty());
        QVERIFY(f.submit(ReleaseQuiet{}).empty());
        QVERIFY(!f.submit(ReportDevice{SeatId{1}, {true, true, 10.0, 1.0}}).empty());
        QVERIFY(f.submit(ReportDevice{SeatId{1}, {true, true, 11.0, 2.0}}).empty());
    }

    void recordsFourReportsASecondOfATabletThatCannotDecide()
    {
        RoomFixture f;
        f.openWithLesson();
        f.seat(1, "a");
        f.seat(2, "b");
        int recorded = 0;
        for (int i = 0; i < 10'000; ++i) {
            f.now += 1ms;
            recorded += static_cast<int>(
                f.submit(ReportDevice{SeatId{1}, {i % 2 == 0, true, 10.0, 1.0}}).size());
            QVERIFY(!f.refusal);
        }
        QVERIFY(recorded >= 40 && recorded <= 44);
        QCOMPARE(f.submit(ReportDevice{SeatId{2}, {false, true, 10.0, 1.0}}).size(),
                 std::size_t{1});
    }

    void recordsFourHandsASecondOfAChildThatWaves()
    {
        RoomFixture f;
        f.openWithLesson();
        int recorded = 0;
        for (int i = 0; i < 10'000; ++i) {
            f.now += 1ms;
            const bool up = !f.state().seat(SeatId{1})->handUp;
            recorded += static_cast<int>(f.submit(RaiseHand{SeatId{1}, up}).size());
        }
        QVERIFY(recorded >= 40 && recorded <= 44);
        QCOMPARE(f.refusal, std::optional{ErrorCode::SlowDown});
        QCOMPARE(f.submit(RaiseHand{SeatId{2}, true}).size(), std::size_t{1});
    }

    void changesNoSeatIfOneIsUnknown()
    {
        RoomFixture f;
        f.openWithLesson();
        QVERIFY(f.submit(MuteSeats{{SeatId{1}, SeatId{9}}, true}).empty());
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
        QVERIFY(!f.state().seat(SeatId{1})->muted);
    }

    void stopsTheMusicWithTheLesson()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(StartTransport{});
        f.submit(EndLesson{});
        QVERIFY(!f.state().timeline.pulseFrom(f.now));
        QCOMPARE(f.state().phase, RoomPhase::Closed);
    }
};

QTEST_GUILESS_MAIN(tst_Room)
#include "tst_Room.moc"
