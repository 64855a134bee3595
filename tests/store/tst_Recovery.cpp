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
        switch (below(15)) {
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
            return DeviceReported{seat(), {coin(), coin(), below(1000) / 7.0, below(100) / 3.0}};
        case 11:
            return coin() ? Event{HandRaised{seat(), coin()}} : Event{QuietEnded{}};
        case 12:
            return GameChanged{coin() ? m_games.find("free_jam")->begin() : nullptr};
        case 13:
            return ChangesDeferred{
                {coin() ? std::optional{Tempo{20'000 + below(280'000)}} : std::nullopt, coin()}};
        default:
            return SeatConnected{seat()};
        }
    }

    std::mt19937 m_random;
    const GameRegistry& m_games;
    test::EventStream m_stream;
    std::uint64_t m_rev = 0;
};

std::string gameOf(const RoomState& state)
{
    return state.game ? state.game->encode() : std::string{};
}

void compareStates(const RoomState& read, const RoomState& real)
{
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
        write(journal);
        const auto room = recoverRoom(*m_database, test::kLesson, m_games);
        QVERIFY(room && room->has_value());
        compareStates(**room, real);
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
