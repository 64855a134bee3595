#include "tests/classroom/RoomFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

template <typename E>
int countOf(const std::vector<Event>& events)
{
    return static_cast<int>(std::count_if(events.begin(), events.end(), [](const Event& event) {
        return std::holds_alternative<E>(event);
    }));
}

MakeMove moveOf(std::string name, std::string json = "{}", int seat = 0)
{
    return {{SeatId{seat}, std::move(name), std::move(json)}};
}

} // namespace

class tst_RoomGame : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void beginsTheLessonWithTheGameAskedFor()
    {
        RoomFixture f;
        f.open();
        f.submit(StartLesson{"chess"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoGame});
        f.submit(StartLesson{"beat_ring", 9});
        QCOMPARE(f.state().game->game(), std::string_view{"beat_ring"});
        QVERIFY(f.submit(StartLesson{}).empty());
    }

    void startsAnotherGameInALesson()
    {
        RoomFixture f;
        f.open();
        f.submit(StartGame{"beat_ring"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoLesson});
        f.submit(StartLesson{});
        f.submit(StartGame{"chess"});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoGame});
        const auto events = f.submit(StartGame{"beat_ring"});
        QVERIFY(std::get<GameChanged>(events.back()).begins);
        QVERIFY(std::get<GameChanged>(events.back()).beatsChanged);
        QCOMPARE(f.state().game->game(), std::string_view{"beat_ring"});
    }

    void recordsAMoveAndWhatCameOfIt()
    {
        RoomFixture f;
        f.open();
        f.submit(moveOf("next_round"));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoLesson});
        f.submit(StartLesson{"beat_ring"});
        f.seat(1, "a");
        const auto events = f.submit(moveOf("next_round"));
        QVERIFY(std::holds_alternative<GameMoved>(events.front()));
        QCOMPARE(countOf<GameChanged>(events), 1);
        QCOMPARE(countOf<RoundEnded>(events), 1);
        QCOMPARE(f.state().lastResult->round, 1);
        f.submit(moveOf("set", R"({"beats":5})"));
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadMove});
        f.submit(moveOf("hand", "{}", 9));
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
        f.submit(StartGame{"free_jam"});
        QVERIFY(!f.state().lastResult);
        f.submit(moveOf("next_round"));
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadMove});
    }

    void letsTheTeacherMoveInQuietButNoChild()
    {
        RoomFixture f;
        f.open();
        f.submit(StartLesson{"beat_ring"});
        f.seat(1, "a");
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        f.submit(BeQuiet{});
        f.submit(moveOf("hand", R"({"up":true})", 1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Quiet});
        f.submit(moveOf("pause", R"({"on":true})"));
        QVERIFY(!f.refusal);
    }

    void recordsNoMoveThatChangedNothing()
    {
        RoomFixture f;
        f.open();
        f.submit(StartLesson{"beat_ring"});
        f.seat(1, "a");
        f.submit(moveOf("pause", R"({"on":true})"));
        QVERIFY(f.submit(moveOf("pause", R"({"on":true})")).empty());
        QVERIFY(!f.refusal);
    }

    void letsASeatMoveOnlySoOften()
    {
        RoomFixture f;
        f.open();
        f.submit(StartLesson{"beat_ring"});
        f.seat(1, "a");
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        const MakeMove up = moveOf("hand", R"({"up":true})", 1);
        const MakeMove down = moveOf("hand", R"({"up":false})", 1);
        int moved = 0;
        for (int i = 0; i < 40; ++i) {
            moved += countOf<GameMoved>(f.submit(i % 2 == 0 ? up : down));
        }
        QCOMPARE(moved, 4);
        QCOMPARE(f.refusal, std::optional{ErrorCode::SlowDown});
        f.submit(moveOf("pause", R"({"on":true})"));
        f.submit(moveOf("pause", R"({"on":false})"));
        QVERIFY(!f.refusal);
        f.now += 500ms;
        QCOMPARE(countOf<GameMoved>(f.submit(up)), 1);
        f.submit(down);
        QCOMPARE(f.refusal, std::optional{ErrorCode::SlowDown});
    }

    void letsNoSilencedConductorMove()
    {
        RoomFixture f;
        f.open();
        f.submit(StartLesson{"beat_ring"});
        f.seat(1, "a");
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        f.submit(MuteSeats{{SeatId{1}}, true});
        f.submit(moveOf("hand", R"({"up":true})", 1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Muted});
        f.submit(MuteSeats{{SeatId{1}}, false});
        f.submit(SoloRole{Role::Bass});
        f.submit(moveOf("hand", R"({"up":true})", 1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Muted});
    }

    void changesTheGameAtMostTenTimesASecond()
    {
        RoomFixture f;
        f.open(8);
        f.submit(StartLesson{"beat_ring"});
        for (int i = 1; i <= 8; ++i) {
            f.seat(i, "t" + std::to_string(i));
        }
        f.submit(ChangeTempo{Tempo::fromBpm(300)});
        f.submit(ChangeCountIn{0});
        f.now += 1s;
        f.submit(StartTransport{});
        int changes = 0;
        for (int ms = 0; ms < 10'000; ++ms) {
            f.now += 1ms;
            // A tablet whose connection flaps: who covers for it changes all the time.
            f.submit(ms % 2 == 0 ? Command{DisconnectSeat{SeatId{1}}}
                                 : Command{ConnectSeat{SeatId{1}}});
            if (f.room.nextDue() && *f.room.nextDue() <= f.now) {
                changes += countOf<GameChanged>(f.submit(Tick{}));
            }
        }
        QVERIFY2(changes > 30 && changes <= 101, qPrintable(QString::number(changes)));
    }

    void forgetsTheNotesOfWhoLeft()
    {
        RoomFixture f;
        f.open(1);
        f.submit(StartLesson{"beat_ring"});
        f.seat(1, "a");
        f.submit(ChangeCountIn{0});
        f.now += 1s;
        f.submit(Tick{});
        f.submit(StartTransport{});
        f.now = f.state().timeline.transport.at + 30ms;
        QVERIFY(!f.submit(noteOf(1)).empty());
        f.submit(GiveSeat{SeatId{1}, "b"});
        f.submit(ConnectSeat{SeatId{1}});
        f.now += 1s;
        const auto events = f.submit(Tick{});
        QCOMPARE(countOf<OpportunitiesClosed>(events), 1);
        QVERIFY(!std::get<OpportunitiesClosed>(events[0]).opportunities.at(0).isAnswered());
    }

    void countsMoodsAndKeepsThemFromTheirChildren()
    {
        RoomFixture f;
        f.open();
        f.submit(GiveMood{SeatId{1}, 1, Mood::Happy});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadMove});
        f.submit(AskMood{});
        QCOMPARE(f.state().mood.id, 1);
        f.submit(GiveMood{SeatId{1}, 1, Mood::Happy});
        f.submit(GiveMood{SeatId{2}, 1, Mood::Happy});
        f.submit(GiveMood{SeatId{3}, 1, std::nullopt});
        QVERIFY(f.submit(GiveMood{SeatId{1}, 1, Mood::Sad}).empty());
        QVERIFY(!f.refusal);
        QCOMPARE(f.state().mood.counts[1], 2);
        QCOMPARE(f.state().mood.counts[4], 0);
        QCOMPARE(f.state().mood.skipped, 1);
        QVERIFY(f.state().mood.hasAnswered(SeatId{3}));
        QVERIFY(!f.state().mood.hasAnswered(SeatId{4}));
        f.submit(GiveMood{SeatId{4}, 2, Mood::Mad});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadMove});
        f.submit(GiveMood{SeatId{9}, 1, Mood::Mad});
        QCOMPARE(f.refusal, std::optional{ErrorCode::NoSuchSeat});
    }

    void asksAgainFromNewTotalsOn()
    {
        RoomFixture f;
        f.open();
        QVERIFY(f.submit(EndMood{}).empty());
        f.submit(AskMood{});
        f.submit(GiveMood{SeatId{1}, 1, Mood::Calm});
        QCOMPARE(f.submit(EndMood{}).size(), std::size_t{1});
        f.submit(GiveMood{SeatId{2}, 1, Mood::Calm});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadMove});
        QCOMPARE(f.state().mood.counts[2], 1);
        f.submit(AskMood{});
        QCOMPARE(f.state().mood.id, 2);
        QCOMPARE(f.state().mood.counts[2], 0);
        QVERIFY(!f.state().mood.hasAnswered(SeatId{1}));
    }

    void marksMoments()
    {
        RoomFixture f;
        f.openWithLesson();
        f.now += 5s;
        f.submit(MarkMoment{});
        QVERIFY(f.state().marks == std::vector{f.now});
        for (int i = 0; i < 300; ++i) {
            f.now += 1s;
            f.submit(MarkMoment{});
        }
        QCOMPARE(f.state().marks.size(), std::size_t{200});
        QVERIFY(f.state().marks.back() == f.now);
    }

    void letsTheTeacherPlayWithoutASeatAndInQuiet()
    {
        RoomFixture f;
        f.openWithLesson();
        PlayNote note = noteOf(0);
        f.submit(note);
        QCOMPARE(f.refusal, std::optional{ErrorCode::SeatRequired});
        note.byTeacher = true;
        QCOMPARE(f.submit(note).size(), std::size_t{1});
        f.submit(BeQuiet{});
        QCOMPARE(f.submit(note).size(), std::size_t{1});
        StopNote stop;
        stop.byTeacher = true;
        QCOMPARE(f.submit(stop).size(), std::size_t{1});
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Quiet});
    }
};

QTEST_GUILESS_MAIN(tst_RoomGame)
#include "tst_RoomGame.moc"
