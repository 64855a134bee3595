#include "app/games/Games.h"
#include "app/store/EventCodec.h"
#include "app/store/ValueCodec.h"
#include "tests/store/Lesson.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace tutti;
using namespace tutti::store;
using namespace std::chrono_literals;

namespace {

const ServerTime kAt{std::chrono::nanoseconds{1'234'567'890'123'457}};

Timeline busyTimeline()
{
    return Timeline::stopped(Tempo{93'700}, Meter{3, 4}, ServerTime{7ns})
        .started(ServerTime{1s}, 2)
        .retimed(Tempo{120'001}, ServerTime{5s})
        .remetered(Meter{6, 8}, ServerTime{9s});
}

RoomOpened openedWithRoles()
{
    RoomOpened opened = test::openedRoom(ClassId{5}, 2);
    opened.namesOnTablets = true;
    opened.lesson = LessonId{(std::int64_t{1} << 53) - 1};
    opened.seats[1].role = Role::Listener;
    opened.seats[1].guest = true;
    opened.timeline = busyTimeline();
    opened.tablets = {{"tablet-ü", 7}, {"b", 12}};
    return opened;
}

/// One of every kind of control event, none of its fields at its default.
std::vector<Event> everyControlEvent(const GameRegistry& games)
{
    Timeline line = busyTimeline();
    line.rev = 41;
    return {openedWithRoles(),
            CodeChanged{{"WREN"}},
            LessonStarted{},
            LessonEnded{},
            TimelineChanged{line, Tempo{120'001}, kAt},
            ChangesDeferred{{Tempo{90'500}, true}},
            CountInChanged{2},
            SeatsMuted{{SeatId{1}, SeatId{48}}, false},
            RoleAssigned{{SeatId{2}}, Role::Bass},
            SoloChanged{Role::Harmony},
            SoloChanged{},
            QuietStarted{kAt},
            QuietReleased{kAt},
            QuietEnded{},
            SeatClaimed{SeatId{3}, "tablet-ü", 7},
            SeatFreed{SeatId{3}, 8},
            TabletNumbered{{"tablet-ü", 7}},
            SeatAdded{{SeatId{25}, "hat-fox", {}, Role::Bass, true}},
            DoorLocked{false},
            DoorAnswered{"tablet-ü", false},
            SeatConnected{SeatId{4}},
            SeatDisconnected{SeatId{4}},
            DeviceReported{SeatId{5}, {false, true, 12.25, 3.5}},
            DeviceReported{SeatId{5}, {false, true, 12.25, 3.5, false}},
            HandRaised{SeatId{6}, false},
            GameChanged{test::begun(*games.find("free_jam")), true, false},
            GameChanged{test::begun(*games.find("free_jam")), false, true},
            GameMoved{{SeatId{3}, "hand", R"({"up":true})"}},
            RoundEnded{{"free_jam", 2, 4, 16, 11, 5, true}},
            MoodAsked{3},
            MoodEnded{},
            MomentMarked{}};
}

/// One of every kind that the store keeps in another way, or not at all.
std::vector<Event> everyOtherEvent()
{
    return {SeatRenamed{SeatId{1}, "Ada"},
            DoorKnocked{"t"},
            DoorLeft{"t"},
            NotePlayed{},
            NoteStopped{},
            OpportunitiesClosed{},
            MoodGiven{SeatId{7}, Mood::Sad}};
}

/// Fields of an event that make it what it is, besides its JSON.
bool sameTimeline(const Event& a, const Event& b)
{
    const auto* x = std::get_if<TimelineChanged>(&a);
    const auto* y = std::get_if<TimelineChanged>(&b);
    return !x ||
           (y && x->timeline == y->timeline && x->tempo == y->tempo && x->tempoAt == y->tempoAt);
}

} // namespace

class tst_EventCodec : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_games = games::allGames(); }
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsBackEveryControlEvent()
    {
        std::set<std::size_t> kinds;
        for (const Event& event : everyControlEvent(m_games)) {
            kinds.insert(event.index());
            QVERIFY(isControl(event));
            const QByteArray json = encodeEvent(event);
            const auto read = decodeEvent(kindOf(event), json, m_games, {});
            QVERIFY2(read, kindOf(event).data());
            QCOMPARE(read->index(), event.index());
            QCOMPARE(encodeEvent(*read), json);
            QVERIFY(sameTimeline(event, *read));
        }
        for (const Event& event : everyOtherEvent()) {
            kinds.insert(event.index());
            QVERIFY(!isControl(event));
            QCOMPARE(encodeEvent(event), QByteArray("{}"));
            QVERIFY(!decodeEvent(kindOf(event), "{}", m_games, {}));
        }
        QCOMPARE(kinds.size(), std::variant_size_v<Event>);
    }

    void keepsWhatEachNewEventSays()
    {
        const auto again = [&](const Event& event) {
            return *decodeEvent(kindOf(event), encodeEvent(event), m_games, {});
        };
        QVERIFY(std::get<SoloChanged>(again(SoloChanged{Role::Bass})).role == Role::Bass);
        QVERIFY(!std::get<SoloChanged>(again(SoloChanged{})).role);
        const SeatPlan guest{SeatId{25}, "hat-fox", {}, Role::Bass, true};
        QVERIFY(std::get<SeatAdded>(again(SeatAdded{guest})).plan == guest);
        const GroupResult result{"free_jam", 2, 4, 16, 11, 5, true};
        QVERIFY(std::get<RoundEnded>(again(RoundEnded{result})).result == result);
        const auto moved = std::get<GameMoved>(again(GameMoved{{SeatId{3}, "hand", "{}"}}));
        QVERIFY(moved.move.seat == SeatId{3} && moved.move.name == "hand");
        const auto changed = std::get<GameChanged>(
            again(GameChanged{test::begun(*m_games.find("free_jam")), true, false}));
        QVERIFY(changed.begins && !changed.beatsChanged);
        const DeviceReported deaf{SeatId{5}, {true, true, 1, 1, false}};
        QVERIFY(std::get<DeviceReported>(again(deaf)).status == deaf.status);
        QVERIFY(std::get<TabletNumbered>(again(TabletNumbered{{"t", 7}})).tablet ==
                (Tablet{"t", 7}));
    }

    void takesOnlyTheTurnsOfAGameForControlEvents()
    {
        QVERIFY(isControl(GameChanged{nullptr, true, false}));
        QVERIFY(isControl(GameChanged{nullptr, false, true}));
        QVERIFY(!isControl(GameChanged{nullptr, false, false}));
    }

    void writesEveryFieldOnce()
    {
        const auto object = [](const Event& event) {
            return QString::fromUtf8(encodeEvent(event));
        };
        QCOMPARE(object(SeatClaimed{SeatId{3}, "t", 7}),
                 QStringLiteral(R"({"device":"t","gen":7,"seat":3})"));
        QCOMPARE(
            object(DeviceReported{SeatId{5}, {false, true, 12.25, 3.5}}),
            QStringLiteral(
                R"({"rtt_ms":12.25,"seat":5,"sound":true,"uncertainty_ms":3.5,"visible":false})"));
        QCOMPARE(object(QuietStarted{kAt}), QStringLiteral(R"({"at":1234567890123457})"));
        QCOMPARE(object(RoleAssigned{{SeatId{2}}, Role::Bass}),
                 QStringLiteral(R"({"role":"bass","seats":[2]})"));
        QCOMPARE(object(SeatsMuted{{SeatId{1}, SeatId{2}}, true}),
                 QStringLiteral(R"({"muted":true,"seats":[1,2]})"));
        QCOMPARE(object(HandRaised{SeatId{6}, true}), QStringLiteral(R"({"seat":6,"up":true})"));
        QCOMPARE(object(CountInChanged{2}), QStringLiteral(R"({"bars":2})"));
    }

    void namesEveryKind()
    {
        QCOMPARE(kindOf(RoomOpened{}), std::string_view{"room_opened"});
        QCOMPARE(kindOf(QuietEnded{}), std::string_view{"quiet_ended"});
        QCOMPARE(kindOf(SeatFreed{}), std::string_view{"seat_freed"});
        QCOMPARE(kindOf(NotePlayed{}), std::string_view{"note_played"});
        QCOMPARE(kindOf(GameChanged{}), std::string_view{"game_changed"});
        QVERIFY(!isControl(NotePlayed{}));
        QVERIFY(!isControl(NoteStopped{}));
    }

    void keepsEveryFieldOfAnOpenedRoomButTheNames()
    {
        RoomOpened opened = openedWithRoles();
        opened.seats[0].name = "Ada";
        const QByteArray json = encodeEvent(opened);
        QVERIFY(!json.contains("Ada"));
        const auto read = decodeEvent("room_opened", json, m_games, {{SeatId{1}, "Grace"}});
        const auto& room = std::get<RoomOpened>(*read);
        opened.seats[0].name = "Grace";
        QVERIFY(room.seats == opened.seats);
        QVERIFY(room.classId == opened.classId && room.className == opened.className);
        QVERIFY(room.code == opened.code && room.lesson == opened.lesson);
        QVERIFY(room.wallMillis == opened.wallMillis && room.namesOnTablets);
        QVERIFY(room.timeline == opened.timeline);
        QVERIFY(room.tablets == opened.tablets);
    }

    void readsAnOpenedRoomOfTheFirstVersion()
    {
        const auto read = decodeEvent(
            "room_opened",
            R"({"class":5,"code":"LARK","seats":[{"seat":1,"avatar":"fox","role":"bass"}],)"
            R"("timeline":{"segments":[{"milli_bpm":1000}],"meters":[{"num":4,"den":4}]}})",
            m_games, {});
        const auto& room = std::get<RoomOpened>(*read);
        QVERIFY(room.tablets.empty());
        QVERIFY((room.seats == std::vector<SeatPlan>{{SeatId{1}, "fox", {}, Role::Bass}}));
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("unknown kind") << QStringLiteral("party") << QByteArray("{}");
        QTest::newRow("a note") << QStringLiteral("note_played") << QByteArray("{}");
        QTest::newRow("no JSON") << QStringLiteral("lesson_started") << QByteArray("{");
        QTest::newRow("a list") << QStringLiteral("lesson_started") << QByteArray("[]");
        QTest::newRow("no timeline") << QStringLiteral("timeline_changed") << QByteArray("{}");
        QTest::newRow("a timeline without tempo")
            << QStringLiteral("timeline_changed")
            << QByteArray(
                   R"({"timeline":{"segments":[{"milli_bpm":0}],"meters":[{"num":4,"den":4}]}})");
        QTest::newRow("a meter of nothing")
            << QStringLiteral("room_opened")
            << QByteArray(
                   R"({"timeline":{"segments":[{"milli_bpm":1000}],"meters":[{"num":0,"den":0}]}})");
        QTest::newRow("a game of the future")
            << QStringLiteral("game_changed") << QByteArray(R"({"game":{"id":"x","state":"{}"}})");
    }
    void refusesWhatItCannotRead()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, json);
        const auto read = decodeEvent(kind.toStdString(), json, m_games, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::StoreCorrupt);
    }

private:
    GameRegistry m_games;
};

QTEST_GUILESS_MAIN(tst_EventCodec)
#include "tst_EventCodec.moc"
