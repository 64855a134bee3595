#include "app/games/Games.h"
#include "app/store/Database.h"
#include "app/store/EventJournal.h"
#include "app/store/Recovery.h"
#include "app/store/RowWriter.h"
#include "tests/store/Lesson.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace tutti;
using namespace tutti::store;
using namespace std::chrono_literals;

namespace {

constexpr int kSeats = 6;

/// Events as a lesson brings them, in an order nobody would choose.
class Lesson {
public:
    Lesson(unsigned seed, const GameRegistry& games)
        : m_random(seed)
        , m_games(games)
    {
    }

    EventEnvelope open() { return m_stream.next(test::openedRoom(ClassId{}, kSeats)); }

    EventEnvelope next()
    {
        if (below(10) == 0) {
            m_stream.skip(std::chrono::seconds{below(20)});
        }
        return m_stream.next(anyEvent());
    }
    EventEnvelope mark() { return m_stream.next(MomentMarked{}); }
    EventEnvelope note() { return m_stream.next(test::notePlayed(seat(), 60, m_stream.now())); }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool coin() { return below(2) == 0; }
    SeatId seat() { return SeatId{1 + below(kSeats + 1)}; }
    Role role() { return kRoles[static_cast<std::size_t>(below(5))]; }

    Timeline timeline()
    {
        const Meter meter = coin() ? Meter{6, 8} : Meter{3, 4};
        const Tempo tempo{40'000 + below(200'000)};
        Timeline line = Timeline::stopped(tempo, meter, m_stream.now());
        line.rev = ++m_rev;
        return coin() ? line
                      : line.started(m_stream.now() + 100ms, below(3))
                            .retimed(Tempo{90'000}, m_stream.now() + 2s);
    }

    Event anyEvent()
    {
        switch (below(24)) {
        case 0:
            return LessonStarted{};
        case 1:
            return TimelineChanged{timeline(), Tempo{100'000}, m_stream.now()};
        case 2:
            return CountInChanged{below(3)};
        case 3:
            return SeatsMuted{{seat(), seat()}, coin()};
        case 4:
            return RoleAssigned{{seat()}, role()};
        case 5:
            return QuietStarted{m_stream.now()};
        case 6:
            return QuietReleased{m_stream.now() + 3s};
        case 7:
            return SeatClaimed{seat(), "tablet" + std::to_string(below(9)),
                               static_cast<std::uint32_t>(below(9))};
        case 8:
            return SeatFreed{seat(), static_cast<std::uint32_t>(below(9))};
        case 9:
            return SeatDisconnected{seat()};
        case 10:
            return report();
        case 11:
            return coin() ? Event{HandRaised{seat(), coin()}} : Event{QuietEnded{}};
        case 12:
            return GameChanged{coin() ? test::begun(*m_games.find("free_jam")) : nullptr, coin(),
                               coin()};
        case 13:
            return ChangesDeferred{
                {coin() ? std::optional{Tempo{20'000 + below(280'000)}} : std::nullopt, coin()}};
        case 14:
            return CodeChanged{{coin() ? "WREN" : "LARK"}};
        case 15:
            return SoloChanged{coin() ? std::optional{role()} : std::nullopt};
        default:
            return anyNewerEvent();
        }
    }

    Event anyNewerEvent()
    {
        switch (below(12)) {
        case 0:
            return TabletNumbered{{"tablet" + std::to_string(below(99)), below(99)}};
        case 1:
            m_guest = SeatId{m_guest.value + 1};
            return SeatAdded{{m_guest, "hat-fox", {}, role(), true}};
        case 2:
            return DoorLocked{coin()};
        case 3:
            return DoorKnocked{"tablet" + std::to_string(below(9))};
        case 4:
            return DoorAnswered{"tablet" + std::to_string(below(9)), coin()};
        case 5:
            return DoorLeft{"tablet" + std::to_string(below(9))};
        case 6:
            return RoundEnded{{"free_jam", below(9), 9, below(30), below(9), below(9), coin()}};
        case 7:
            return MoodAsked{++m_moods};
        case 8:
            return MoodGiven{seat(), coin()
                                         ? std::optional{kMoods[static_cast<std::size_t>(below(6))]}
                                         : std::nullopt};
        case 9:
            return coin() ? Event{MoodEnded{}} : Event{MomentMarked{}};
        case 10:
            return OpportunitiesClosed{"free_jam", 1, {test::opportunity(seat(), coin())}};
        default:
            return SeatConnected{seat()};
        }
    }

    DeviceReported report()
    {
        DeviceReported made{seat(), {coin(), coin(), below(1000) / 7.0, below(100) / 3.0}};
        if (coin()) {
            made.status.heard = coin();
        }
        return made;
    }

    std::mt19937 m_random;
    const GameRegistry& m_games;
    test::EventStream m_stream;
    std::uint64_t m_rev = 0;
    SeatId m_guest{kSeats};
    std::int32_t m_moods = 0;
};

std::string gameOf(const RoomState& state)
{
    return state.game ? state.game->encode() : std::string{};
}

/// What the store never has: who answered the question, who waits at the door.
RoomState withoutWhatIsNotKept(RoomState state)
{
    state.mood.answered.clear();
    state.door.knocks.clear();
    return state;
}

void compareNewerParts(const RoomState& read, const RoomState& real)
{
    QVERIFY(read.doorCode == real.doorCode);
    QVERIFY(read.lastResult == real.lastResult);
    QVERIFY(read.solo == real.solo);
    QVERIFY(read.door == real.door);
    QVERIFY(read.tablets == real.tablets);
    QVERIFY(read.mood == real.mood);
    QVERIFY(read.marks == real.marks);
}

void compareStates(const RoomState& read, const RoomState& live)
{
    const RoomState real = withoutWhatIsNotKept(live);
    compareNewerParts(read, real);
    QCOMPARE(read.seq, real.seq);
    QCOMPARE(read.phase, real.phase);
    QVERIFY(read.classId == real.classId && read.className == real.className);
    QCOMPARE(read.namesOnTablets, real.namesOnTablets);
    QVERIFY(read.code == real.code && read.lesson == real.lesson);
    QCOMPARE(read.openedWallMillis, real.openedWallMillis);
    QVERIFY(read.openedAt == real.openedAt && read.lessonStartedAt == real.lessonStartedAt);
    QVERIFY(read.timeline == real.timeline);
    QVERIFY(read.tempoChangedAt == real.tempoChangedAt && read.pending == real.pending);
    QCOMPARE(read.countInBars, real.countInBars);
    QVERIFY(read.quiet == real.quiet);
    QCOMPARE(gameOf(read), gameOf(real));
    QVERIFY(read.seats == real.seats);
}

} // namespace

class tst_Recovery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_games = games::allGames(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        auto opened = Database::open(m_folder.filePath(QStringLiteral("%1").arg(++m_files)));
        QVERIFY(opened);
        m_database.emplace(std::move(*opened));
    }
    void cleanup() { m_database.reset(); }

    void findsNothingOfALessonThatNeverWas()
    {
        const auto room = recoverRoom(*m_database, LessonId{5}, m_games);
        QVERIFY(room && !room->has_value());
    }

    void bringsBackExactlyTheRoomThatWas_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 40; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void bringsBackExactlyTheRoomThatWas()
    {
        QFETCH(const unsigned, seed);
        Lesson lesson{seed, m_games};
        EventJournal journal;
        RoomState real;
        const auto record = [&](const EventEnvelope& envelope) {
            real.evolve(envelope);
            journal.record({envelope});
        };
        record(lesson.open());
        for (unsigned i = 0; i < 20 + seed * 5; ++i) {
            record(lesson.next());
        }
        // Ends with something that is kept, so that the numbers can be compared.
        record(lesson.mark());
        write(journal);
        const auto room = recoverRoom(*m_database, test::kLesson, m_games);
        QVERIFY(room && room->has_value());
        compareStates(**room, real);
    }

    void bringsBackTheGameInTheMiddleOfARound()
    {
        test::EventStream stream;
        EventJournal journal;
        const GameStatePtr state = test::begun(*m_games.find("free_jam"));
        journal.record({stream.next(test::openedRoom(ClassId{}, kSeats)),
                        stream.next(GameChanged{nullptr, true, true}),
                        stream.next(GameChanged{state, false, false})});
        write(journal);
        QCOMPARE(gameOf(**recoverRoom(*m_database, test::kLesson, m_games)), state->encode());
        journal.clear();
        journal.record({stream.next(LessonEnded{})});
        write(journal);
        QVERIFY(!(*recoverRoom(*m_database, test::kLesson, m_games))->game);
    }

    void bringsBackHowTheClassFeltFromItsTotals()
    {
        test::EventStream stream;
        EventJournal journal;
        journal.record({stream.next(test::openedRoom(ClassId{}, kSeats)), stream.next(MoodAsked{1}),
                        stream.next(MoodGiven{SeatId{1}, Mood::Mad}), stream.next(MoodAsked{2}),
                        stream.next(MoodGiven{SeatId{1}, Mood::Calm}),
                        stream.next(MoodGiven{SeatId{2}, Mood::Calm}),
                        stream.next(MoodGiven{SeatId{3}, std::nullopt})});
        write(journal);
        const MoodRound mood = (*recoverRoom(*m_database, test::kLesson, m_games))->mood;
        QCOMPARE(mood.id, 2);
        QCOMPARE(mood.counts[static_cast<std::size_t>(Mood::Calm)], 2);
        QCOMPARE(mood.counts[static_cast<std::size_t>(Mood::Mad)], 0);
        QCOMPARE(mood.skipped, 1);
        QVERIFY(mood.open && mood.answered.empty());
    }

    void goesOnCountingBehindTheLastOpportunity()
    {
        test::EventStream stream;
        EventJournal journal;
        journal.record(
            {stream.next(test::openedRoom(ClassId{}, kSeats)),
             stream.next(OpportunitiesClosed{"g", 1, {test::opportunity(SeatId{1}, true)}})});
        write(journal);
        QCOMPARE((*recoverRoom(*m_database, test::kLesson, m_games))->seq, std::uint64_t{2});
    }

    void keepsTheSnapshotWholeWithItsNotes()
    {
        Lesson lesson{7, m_games};
        EventJournal journal;
        RoomState real;
        for (const EventEnvelope& envelope :
             {lesson.open(), lesson.note(),
              EventEnvelope{3, ServerTime{40s}, {}, LessonStarted{}}}) {
            real.evolve(envelope);
            journal.record({envelope});
        }
        write(journal);
        const auto snapshot = loadLastSnapshot(*m_database, test::kLesson, m_games);
        QVERIFY(snapshot && snapshot->has_value());
        compareStates(**snapshot, real);
    }

    void goesOnCountingBehindTheLastNote()
    {
        Lesson lesson{7, m_games};
        EventJournal journal;
        journal.record({lesson.open(), lesson.note(), lesson.note()});
        write(journal);
        QCOMPARE((*recoverRoom(*m_database, test::kLesson, m_games))->seq, std::uint64_t{3});
    }

private:
    void write(const EventJournal& journal) const
    {
        QVERIFY(RowWriter(*m_database, QStringLiteral("Etc/UTC")).write(journal.pending()));
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::optional<Database> m_database;
    GameRegistry m_games;
};

QTEST_GUILESS_MAIN(tst_Recovery)
#include "tst_Recovery.moc"
