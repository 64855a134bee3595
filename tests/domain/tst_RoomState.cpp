#include "app/domain/Avatar.h"
#include "app/domain/RoomState.h"

#include <QTest>

using namespace tutti;
using namespace std::chrono_literals;

namespace {

RoomState opened(int seats = 3)
{
    RoomOpened event{ClassId{1},  "My class",
                     false,       {"LARK"},
                     LessonId{7}, 0,
                     {},          Timeline::stopped(Tempo::fromBpm(96), {4, 4}, ServerTime{1s})};
    for (int i = 1; i <= seats; ++i) {
        event.seats.push_back({SeatId{i}, avatarFor(SeatId{i}), ""});
    }
    RoomState state;
    state.evolve({1, ServerTime{1s}, {}, event});
    return state;
}

void apply(RoomState& state, Event event, ServerTime at = ServerTime{2s})
{
    state.evolve({state.seq + 1, at, {}, std::move(event)});
}

} // namespace

class tst_RoomState : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void opensWithEverySeatFree()
    {
        const RoomState state = opened();
        QCOMPARE(state.phase, RoomPhase::Lobby);
        QCOMPARE(state.seats.size(), std::size_t{3});
        QCOMPARE(state.seat(SeatId{2})->avatar, avatarFor(SeatId{2}));
        QVERIFY(!state.seat(SeatId{2})->isClaimed());
        QCOMPARE(state.seatsHere(), 0);
    }

    void changesNothingForASeatItDoesNotHave()
    {
        RoomState state = opened();
        const auto before = state.seats;
        apply(state, SeatsMuted{{SeatId{0}, SeatId{4}, SeatId{-1}}, true});
        QVERIFY(state.seats == before);
        QVERIFY(!state.seat(SeatId{0}));
        QVERIFY(!state.seat(SeatId{4}));
    }

    void keepsASeatWhileItsTabletIsGone()
    {
        RoomState state = opened();
        apply(state, SeatClaimed{SeatId{1}, "tablet", 1});
        apply(state, SeatConnected{SeatId{1}});
        apply(state, SeatsMuted{{SeatId{1}}, true});
        apply(state, SeatDisconnected{SeatId{1}});
        QCOMPARE(state.seat(SeatId{1})->presence, Presence::Rejoining);
        QVERIFY(state.seat(SeatId{1})->muted);
        apply(state, SeatConnected{SeatId{1}});
        QCOMPARE(state.seat(SeatId{1})->presence, Presence::Here);
        QVERIFY(state.seat(SeatId{1})->muted);
    }

    void countsATabletOnceWhileItReloads()
    {
        RoomState state = opened();
        apply(state, SeatClaimed{SeatId{1}, "tablet", 1});
        apply(state, SeatConnected{SeatId{1}});
        apply(state, SeatConnected{SeatId{1}});
        apply(state, SeatDisconnected{SeatId{1}});
        QCOMPARE(state.seatsHere(), 1);
        QCOMPARE(state.seat(SeatId{1})->presence, Presence::Here);
    }

    void forgetsTheChildWhenASeatIsFreed()
    {
        RoomState state = opened();
        apply(state, SeatClaimed{SeatId{1}, "tablet", 1});
        apply(state, SeatConnected{SeatId{1}});
        apply(state, HandRaised{SeatId{1}, true});
        apply(state, SeatFreed{SeatId{1}, 2});
        const Seat& seat = *state.seat(SeatId{1});
        QVERIFY(!seat.isClaimed());
        QVERIFY(!seat.handUp);
        QCOMPARE(seat.presence, Presence::Empty);
        QCOMPARE(seat.gen, 2u);
    }

    void keepsWhatTheTeacherGaveTheChildOfAFreedSeat()
    {
        RoomState state = opened();
        apply(state, SeatRenamed{SeatId{1}, "Mei"});
        apply(state, RoleAssigned{{SeatId{1}}, Role::Bass});
        apply(state, SeatsMuted{{SeatId{1}}, true});
        apply(state, SeatClaimed{SeatId{1}, "tablet", 1});
        apply(state, SeatFreed{SeatId{1}, 2});
        QCOMPARE(state.seat(SeatId{1})->name, std::string{"Mei"});
        QCOMPARE(state.seat(SeatId{1})->role, Role::Bass);
        QVERIFY(state.seat(SeatId{1})->muted);
    }

    void silencesEveryRoleButTheSolo()
    {
        RoomState state = opened();
        apply(state, RoleAssigned{{SeatId{2}}, Role::Bass});
        apply(state, SeatsMuted{{SeatId{3}}, true});
        QVERIFY(!state.isSilenced(*state.seat(SeatId{1})));
        QVERIFY(state.isSilenced(*state.seat(SeatId{3})));
        apply(state, SoloChanged{Role::Bass});
        QVERIFY(state.isSilenced(*state.seat(SeatId{1})));
        QVERIFY(!state.isSilenced(*state.seat(SeatId{2})));
        apply(state, SoloChanged{});
        QVERIFY(!state.isSilenced(*state.seat(SeatId{1})));
    }

    void forgetsTheDoorTheGuestsAndTheMoodsWithTheLesson()
    {
        RoomState state = opened();
        apply(state, SeatAdded{{SeatId{4}, "pig", "", Role::Melody, true}});
        apply(state, DoorLocked{true});
        apply(state, DoorKnocked{"waits"});
        apply(state, CodeChanged{{"WREN"}});
        apply(state, MoodAsked{1});
        apply(state, MoodGiven{SeatId{1}, Mood::Sad});
        apply(state, SoloChanged{Role::Bass});
        apply(state, LessonEnded{});
        QCOMPARE(state.seats.size(), std::size_t{3});
        QVERIFY(state.door == DoorState{});
        QVERIFY(state.mood == MoodRound{});
        QVERIFY(!state.solo);
        QVERIFY(!state.doorCode.isValid());
    }

    void remembersHowTheLastRoundWentUntilTheNextGame()
    {
        RoomState state = opened();
        apply(state, RoundEnded{{"beat_ring", 1, 4, 9, 7, 5, false}});
        apply(state, GameChanged{nullptr, false, false});
        QCOMPARE(state.lastResult->held, 7);
        apply(state, GameChanged{nullptr, true, true});
        QVERIFY(!state.lastResult);
    }

    void knowsWhenQuietHolds()
    {
        RoomState state = opened();
        apply(state, QuietStarted{ServerTime{5s}});
        QVERIFY(state.quiet.holdsAt(ServerTime{60s}));
        apply(state, QuietReleased{ServerTime{9s}});
        QVERIFY(state.quiet.holdsAt(ServerTime{8s}));
        QVERIFY(!state.quiet.holdsAt(ServerTime{9s}));
        apply(state, QuietEnded{});
        QVERIFY(!state.quiet.on);
    }

    void voidsEveryTokenWhenTheLessonEnds()
    {
        RoomState state = opened();
        apply(state, SeatClaimed{SeatId{1}, "tablet", 1});
        apply(state, LessonEnded{});
        QCOMPARE(state.phase, RoomPhase::Closed);
        QCOMPARE(state.seat(SeatId{1})->gen, 2u);
        QVERIFY(state.seat(SeatId{1})->device.empty());
        QVERIFY(!state.code.isValid());
    }

    void showsATempoThatWaitsUntilItIsPublished()
    {
        RoomState state = opened();
        apply(state, ChangesDeferred{{Tempo::fromBpm(120), true}});
        QCOMPARE(state.pulseTempo(), Tempo::fromBpm(120));
        const Timeline line = state.timeline.retimed(Tempo::fromBpm(110), ServerTime{3s});
        apply(state, TimelineChanged{line, Tempo::fromBpm(110), ServerTime{3s}}, ServerTime{3s});
        QCOMPARE(state.pulseTempo(), Tempo::fromBpm(110));
        QCOMPARE(state.tempoChangedAt, std::optional{ServerTime{3s}});
        QVERIFY(state.pending.start);
        apply(state, TimelineChanged{line.started(ServerTime{4s}, 1), std::nullopt, {}});
        QVERIFY(!state.pending.start);
        QCOMPARE(state.tempoChangedAt, std::optional{ServerTime{3s}});
    }

    void remembersTheLastNoteOfASeat()
    {
        RoomState state = opened();
        PlayNote note;
        note.seat = SeatId{2};
        note.midi = 67;
        apply(state, NotePlayed{note, ServerTime{3s}});
        QCOMPARE(state.seat(SeatId{2})->lastNote, (LastNote{67, ServerTime{3s}}));
    }
};

QTEST_GUILESS_MAIN(tst_RoomState)
#include "tst_RoomState.moc"
