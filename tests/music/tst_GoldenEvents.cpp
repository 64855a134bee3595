#include "server/music/CommandMapper.h"
#include "server/music/EventMapper.h"
#include "server/music/Wire.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace Qt::StringLiterals;

namespace {

const std::string kClock{"9f3c"};
constexpr ServerTime kNow = fromMicros(812'345'678);

/// A game that is whatever a golden frame says it is.
class GoldenGame final : public GameState {
public:
    explicit GoldenGame(const QJsonObject& game)
        : m_id(game["id"_L1].toString().toStdString())
        , m_state(game["state"_L1].toObject())
    {
    }
    std::string_view game() const override { return m_id; }
    std::string encode() const override { return QJsonDocument{m_state}.toJson().toStdString(); }
    std::vector<int> beatsOf(SeatId seat) const override
    {
        const QJsonValue next = m_state["next"_L1]["owners"_L1];
        const QJsonArray owners = (next.isArray() ? next : m_state["owners"_L1]).toArray();
        std::vector<int> beats;
        for (qsizetype i = 0; i < owners.size(); ++i) {
            if (owners.at(i).toArray().contains(seat.value)) {
                beats.push_back(static_cast<int>(i) + 1);
            }
        }
        return beats;
    }

private:
    std::string m_id;
    QJsonObject m_state;
};

const QJsonArray& golden()
{
    static const QJsonArray frames = [] {
        QFile file{QStringLiteral(TUTTI_GOLDEN_EVENTS)};
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array()
                                              : QJsonArray{};
    }();
    return frames;
}

QJsonObject named(QLatin1StringView name)
{
    for (const QJsonValue& frame : golden()) {
        if (frame["name"_L1].toString() == name) {
            return frame.toObject();
        }
    }
    return {};
}

GameStatePtr gameIn(QLatin1StringView name)
{
    const QJsonObject payload = named(name)["payload"_L1].toObject();
    return std::make_shared<GoldenGame>(payload.contains("game"_L1) ? payload["game"_L1].toObject()
                                                                    : payload);
}

Timeline timelineIn(const QJsonObject& json)
{
    Timeline line;
    line.rev = static_cast<std::uint64_t>(json["rev"_L1].toInteger());
    for (const QJsonValue& s : json["segments"_L1].toArray()) {
        line.segments.push_back({fromMicros(s["at"_L1].toInteger()),
                                 Ticks{s["tick"_L1].toInteger()},
                                 Tempo{s["milli_bpm"_L1].toInt()}});
    }
    for (const QJsonValue& m : json["meters"_L1].toArray()) {
        line.meters.push_back({m["bar"_L1].toInteger(),
                               Ticks{m["tick"_L1].toInteger()},
                               {m["num"_L1].toInt(), m["den"_L1].toInt()}});
    }
    const QJsonValue t = json["transport"_L1];
    line.transport = {t["playing"_L1].toBool(), Ticks{t["tick"_L1].toInteger()},
                      fromMicros(t["at"_L1].toInteger())};
    return line;
}

Seat seat(int number, const char* avatar, Role role, bool here = true)
{
    Seat made;
    made.id = SeatId{number};
    made.avatar = avatar;
    made.role = role;
    made.connections = here ? 1 : 0;
    made.device = "device-" + std::to_string(number);
    return made;
}

RoomState duoRoom()
{
    const QJsonObject payload = named("room state of a duo in a ring"_L1)["payload"_L1].toObject();
    RoomState room;
    room.seq = 60;
    room.phase = RoomPhase::Lesson;
    room.code = {"LARK"};
    room.doorCode = {"FERN"};
    room.className = "My class";
    room.seats = {seat(1, "fox", Role::Conductor), seat(2, "bear", Role::Melody),
                  seat(3, "owl", Role::Bass), seat(4, "frog", Role::Melody, false)};
    room.seats[2].handUp = true;
    room.seats[3].guest = true;
    room.timeline = timelineIn(payload["timeline"_L1].toObject());
    room.solo = Role::Bass;
    room.mood.id = 2;
    room.mood.open = true;
    // What others answered is nobody's business.
    room.mood.answered = {SeatId{1}, SeatId{3}};
    room.game = gameIn("room state of a duo in a ring"_L1);
    return room;
}

RoomState ringRoom(GameStatePtr game)
{
    RoomState room;
    room.seats = {seat(1, "fox", Role::Rhythm), seat(2, "bear", Role::Melody, false),
                  seat(3, "owl", Role::Melody)};
    room.seats[1].muted = true;
    room.seats[2].guest = true;
    room.mood.id = 2;
    room.game = std::move(game);
    return room;
}

/// The event of the room that a frame tells, and the room after it.
struct Told {
    QLatin1StringView name;
    std::uint64_t rev;
    Event event;
    RoomState room = {};
};

NotePlayed played(int seatNumber, int midi, const char* guest, std::optional<std::int64_t> seq)
{
    NotePlayed note{{}, kNow};
    note.note.seat = SeatId{seatNumber};
    note.note.midi = midi;
    note.note.guest = guest;
    note.note.seq = seq;
    return note;
}

std::vector<Told> lesson()
{
    const QJsonObject change = named("tempo and meter change"_L1)["payload"_L1].toObject();
    const TimelineChanged tempo{timelineIn(change), Tempo::fromBpm(120), fromMicros(812'900'000)};
    NoteStopped stopped{{}, fromMicros(812'445'678)};
    stopped.note.seat = SeatId{1};
    stopped.note.seq = 8;
    const std::vector<SeatId> seats{SeatId{1}, SeatId{3}};
    return {{"lesson starts"_L1, 42, LessonStarted{}},
            {"tempo and meter change"_L1, 1, tempo},
            {"tempo for stock clients"_L1, 1, tempo},
            {"a friend plays"_L1, 1, played(1, 60, "", 7)},
            {"a guest plays"_L1, 1, played(0, 62, "student-1", std::nullopt)},
            {"a friend lets go"_L1, 1, stopped},
            {"two seats muted"_L1, 43, SeatsMuted{seats, true}},
            {"a new role"_L1, 44, RoleAssigned{{SeatId{3}}, Role::Bass}},
            {"own hand is up"_L1, 45, HandRaised{SeatId{3}, true}},
            {"everyone quiet"_L1, 46, QuietStarted{fromMicros(812'500'000)}},
            {"playing again from a bar line"_L1, 47, QuietReleased{fromMicros(817'500'000)}},
            {"the lesson is over"_L1, 1, LessonEnded{}}};
}

std::vector<Told> ring()
{
    const auto free = gameIn("another set of notes"_L1);
    const auto begun = gameIn("a ring begins"_L1);
    const auto moved = gameIn("the ring moves on"_L1);
    const GameChanged move{moved, false, true};
    const RoomState after = ringRoom(moved);
    return {
        {"another set of notes"_L1, 48, GameChanged{free, true, true}},
        {"a ring begins"_L1, 61, GameChanged{begun, true, true}, ringRoom(begun)},
        {"the ring moves on"_L1, 62, move, after},
        {"beats for stock clients"_L1, 62, move, after},
        {"a round is over"_L1, 63, RoundEnded{{"beat_ring", 1, 4, 11, 7, 5, false}}},
        {"the last round is over"_L1, 64, RoundEnded{{"beat_ring", 4, 4, 8, 8, 8, true}}},
        {"how does it feel"_L1, 65, MoodAsked{2}},
        {"nobody is asked any more"_L1, 66, MoodEnded{}, after},
        {"a guest has a seat"_L1, 67, SeatAdded{{SeatId{3}, "owl", ""}}, after},
        {"only the bass sounds"_L1, 68, SoloChanged{Role::Bass}},
        {"all sound again"_L1, 69, SoloChanged{}},
    };
}

/// Frames for which no event of the room stands: tests of the extension have them, or the rules write them.
const QStringList kElsewhere{u"room state in a lesson"_s,
                             u"room state of a duo in a ring"_s,
                             u"beat for stock clients"_s,
                             u"a friend was given a seat here"_s,
                             u"the laptop has another address"_s,
                             u"the seat was released"_s,
                             u"too many notes"_s};

/// Every key and kind of value, without the values.
QJsonValue shapeOf(const QJsonValue& value)
{
    if (value.isObject()) {
        QJsonObject shape;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            shape.insert(it.key(), shapeOf(it.value()));
        }
        return shape;
    }
    return value.isArray() ? QJsonValue{u"list"_s} : QJsonValue{};
}

} // namespace

/// The events of a room that C++ and TypeScript agree on: resources/golden/music-events.json.
class tst_GoldenEvents final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void tellsEverythingAsTheFramesHaveIt();
    void leavesNoFrameOut();
    void writesTheStateOfADuo();
    void writesNothingBesideInAnyState();
    void takesWhatTabletsSend();
    void takesWhatTeachersSend();
};

void tst_GoldenEvents::tellsEverythingAsTheFramesHaveIt()
{
    std::vector<Told> all = lesson();
    const std::vector<Told> more = ring();
    all.insert(all.end(), more.begin(), more.end());
    for (const Told& told : all) {
        const QJsonObject frame = named(told.name);
        RoomState room = told.room;
        if (const auto* changed = std::get_if<GameChanged>(&told.event)) {
            room.game = changed->state;
        }
        QJsonObject payload;
        for (const Outgoing& out : outgoingFor({told.rev, kNow, {}, told.event}, room, kClock)) {
            if (out.event == frame["event"_L1].toString()) {
                payload = out.payload;
            }
        }
        QVERIFY2(!payload.isEmpty(), told.name.data());
        QCOMPARE(QJsonDocument{payload}.toJson(),
                 QJsonDocument{frame["payload"_L1].toObject()}.toJson());
    }
}

void tst_GoldenEvents::leavesNoFrameOut()
{
    QStringList known = kElsewhere;
    for (const auto& list : {lesson(), ring()}) {
        for (const Told& told : list) {
            known.append(told.name);
        }
    }
    for (const QJsonValue& frame : golden()) {
        const QString name = frame["name"_L1].toString();
        const bool toClient = frame["direction"_L1].toString().startsWith("to_"_L1);
        QVERIFY2(!toClient || known.contains(name), qPrintable(name));
    }
}

void tst_GoldenEvents::writesTheStateOfADuo()
{
    const QJsonObject state = roomStateJson(duoRoom(), {SeatId{2}, SeatId{3}}, kClock, kNow);
    const QJsonObject frame = named("room state of a duo in a ring"_L1);
    QCOMPARE(QJsonDocument{state}.toJson(), QJsonDocument{frame["payload"_L1].toObject()}.toJson());
}

void tst_GoldenEvents::writesNothingBesideInAnyState()
{
    RoomState room = duoRoom();
    room.mood.open = false;
    room.game = gameIn("room state in a lesson"_L1);
    const QJsonObject state = roomStateJson(room, {}, kClock, kNow);
    QCOMPARE(shapeOf(state), shapeOf(named("room state in a lesson"_L1)["payload"_L1]));
}

void tst_GoldenEvents::takesWhatTabletsSend()
{
    int frames = 0;
    for (const QJsonValue& frame : golden()) {
        const channel::ClientEvent event{
            frame["event"_L1].toString(), frame["payload"_L1].toObject(), true, {}};
        if (frame["direction"_L1].toString() == "from_tablet"_L1) {
            const auto mapped = mapCommand(event, {false, {SeatId{2}, SeatId{3}}});
            QVERIFY2(mapped, qPrintable(frame["name"_L1].toString()));
            ++frames;
        }
    }
    QVERIFY(frames >= 12);
}

void tst_GoldenEvents::takesWhatTeachersSend()
{
    int frames = 0;
    for (const QJsonValue& frame : golden()) {
        const channel::ClientEvent event{
            frame["event"_L1].toString(), frame["payload"_L1].toObject(), true, {}};
        if (frame["direction"_L1].toString() == "from_teacher"_L1) {
            const QByteArray name = frame["name"_L1].toString().toUtf8();
            QVERIFY2(mapCommand(event, {true, {}}), name.constData());
            QVERIFY2(!mapCommand(event, {false, {}}), name.constData());
            ++frames;
        }
    }
    QVERIFY(frames >= 13);
}

QTEST_GUILESS_MAIN(tst_GoldenEvents)
#include "tst_GoldenEvents.moc"
