#include "server/music/CommandMapper.h"

#include <QJsonDocument>
#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace Qt::StringLiterals;
using channel::ClientEvent;

namespace {

const Sender kTablet{false, {SeatId{3}, SeatId{4}}};
const Sender kGuest{};
const Sender kTeacher{true, {}};

ClientEvent eventOf(const char* name, const char* json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return {QString::fromLatin1(name), document.object(), document.isObject(), {}};
}

} // namespace

template <typename Row>
void addGameRows(Row row)
{
    using enum ErrorCode;
    row("mood without seat", "reflect", R"({"prompt":1,"mood":"sad"})", 1, SeatRequired);
    row("mood of a teacher", "reflect", R"({"prompt":1,"mood":"sad"})", 2, SeatRequired);
    row("mood of another", "reflect", R"({"prompt":1,"mood":"sad","seat":5})", 0, NotYourSeat);
    row("mood without prompt", "reflect", R"({"mood":"sad"})", 0, BadPayload);
    row("mood of prompt 0", "reflect", R"({"prompt":0,"mood":"sad"})", 0, BadPayload);
    row("mood of a huge prompt", "reflect", R"({"prompt":1e12,"mood":"sad"})", 0, BadPayload);
    row("strange mood", "reflect", R"({"prompt":1,"mood":"hungry"})", 0, BadPayload);
    row("no mood", "reflect", R"({"prompt":1})", 0, BadPayload);
    row("move without seat", "game_move", R"({"move":"hand"})", 1, SeatRequired);
    row("move of another", "game_move", R"({"move":"hand","seat":5})", 0, NotYourSeat);
    row("no move", "game_move", "{}", 0, BadPayload);
    row("move number", "game_move", R"({"move":7})", 0, BadPayload);
    row("long move", "game_move", R"({"move":"123456789012345678901234567890123"})", 0, BadPayload);
    row("game without name", "start_game", "{}", 2, BadPayload);
    row("beat of nobody", "assign_beat", R"({"beat":1})", 2, BadPayload);
    row("no beat", "assign_beat", R"({"seats":[1]})", 2, BadPayload);
    row("half a beat", "assign_beat", R"({"seats":[1],"beat":1.5})", 2, BadPayload);
    row("strange solo", "solo", R"({"role":"king"})", 2, BadRole);
    row("solo of nothing", "solo", "{}", 2, BadRole);
    row("mute no role", "mute_role", R"({"muted":true})", 2, BadRole);
    row("mute role how", "mute_role", R"({"role":"bass"})", 2, BadPayload);
    row("deal how", "deal_roles", R"({"how":"fairly"})", 2, BadPayload);
    row("lock how", "lock", R"({"locked":"yes"})", 2, BadPayload);
}

class tst_CommandMapper : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsANote()
    {
        const auto mapped = mapCommand(
            eventOf("play_note",
                    R"({"midi":67,"velocity":80,"at":1500000,"seq":9,"seat":4,"t":12.5})"),
            kTablet);
        const auto note = std::get<PlayNote>(std::get<Command>(*mapped));
        QCOMPARE(note.seat, SeatId{4});
        QCOMPARE(note.midi, 67);
        QCOMPARE(note.velocity, 80);
        QCOMPARE(note.at, std::optional{fromMicros(1500000)});
        QCOMPARE(note.seq, std::optional<std::int64_t>{9});
        QCOMPARE(note.senderTime, std::optional{12.5});
    }

    void takesTheFirstSeatOfTheTokenByDefault()
    {
        const auto mapped = mapCommand(eventOf("play_note", R"({"midi":60})"), kTablet);
        QCOMPARE(std::get<PlayNote>(std::get<Command>(*mapped)).seat, SeatId{3});
    }

    void keepsAGuestsOwnName()
    {
        const auto mapped = mapCommand(
            eventOf("play_note", R"({"midi":60,"student_id":"student-1","seat":3})"), kGuest);
        const auto note = std::get<PlayNote>(std::get<Command>(*mapped));
        QCOMPARE(note.seat, SeatId{});
        QCOMPARE(note.guest, std::string{"student-1"});
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("who");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const char* event, const char* json, int who,
                            ErrorCode code) {
            QTest::newRow(name) << QByteArray{event} << QByteArray{json} << who << code;
        };
        row("unknown event", "dance", "{}", 0, ErrorCode::UnknownEvent);
        row("no name", "", "{}", 0, ErrorCode::UnknownEvent);
        row("case matters", "Play_Note", R"({"midi":60})", 0, ErrorCode::UnknownEvent);
        row("not an object", "play_note", "[60]", 0, ErrorCode::BadPayload);
        row("no midi", "play_note", "{}", 0, ErrorCode::BadPayload);
        row("midi text", "play_note", R"({"midi":"60"})", 0, ErrorCode::BadPayload);
        row("midi half", "play_note", R"({"midi":60.5})", 0, ErrorCode::BadPayload);
        row("midi below", "play_note", R"({"midi":-1})", 0, ErrorCode::BadPayload);
        row("midi above", "play_note", R"({"midi":128})", 0, ErrorCode::BadPayload);
        row("velocity 0", "play_note", R"({"midi":60,"velocity":0})", 0, ErrorCode::BadPayload);
        row("velocity 128", "play_note", R"({"midi":60,"velocity":128})", 0, ErrorCode::BadPayload);
        row("at text", "play_note", R"({"midi":60,"at":"now"})", 0, ErrorCode::BadPayload);
        row("at huge", "play_note", R"({"midi":60,"at":1e300})", 0, ErrorCode::BadPayload);
        row("at large", "play_note", R"({"midi":60,"at":9e15})", 0, ErrorCode::BadPayload);
        row("seq half", "play_note", R"({"midi":60,"seq":1.5})", 0, ErrorCode::BadPayload);
        row("seat text", "play_note", R"({"midi":60,"seat":"3"})", 0, ErrorCode::BadPayload);
        row("other seat", "play_note", R"({"midi":60,"seat":5})", 0, ErrorCode::NotYourSeat);
        row("other seat stop", "stop_note", R"({"midi":60,"seat":5})", 0, ErrorCode::NotYourSeat);
        row("hand without seat", "raise_hand", R"({"up":true})", 1, ErrorCode::SeatRequired);
        row("hand without up", "raise_hand", "{}", 0, ErrorCode::BadPayload);
        row("status without seat", "device_status", "{}", 1, ErrorCode::SeatRequired);
        row("beats without on", "beats", "{}", 0, ErrorCode::BadPayload);
        for (const char* event :
             {"set_tempo", "start", "stop", "mute", "unmute", "assign_role", "quiet", "resume",
              "end_lesson", "start_game", "next_round", "assign_beat", "solo", "mute_role",
              "deal_roles", "lock", "ask_mood", "end_mood"}) {
            row(qPrintable(QStringLiteral("tablet may not %1").arg(QLatin1String{event})), event,
                R"({"bpm":100,"all":true})", 0, ErrorCode::NotAllowed);
        }
        row("tempo text", "set_tempo", R"({"bpm":"fast"})", 2, ErrorCode::BadPayload);
        row("tempo low", "set_tempo", R"({"bpm":19})", 2, ErrorCode::BadTempo);
        row("tempo high", "set_tempo", R"({"bpm":1e9})", 2, ErrorCode::BadTempo);
        row("mute nobody", "mute", "{}", 2, ErrorCode::BadPayload);
        row("mute seat 0", "mute", R"({"seats":[0]})", 2, ErrorCode::NoSuchSeat);
        row("mute seat text", "mute", R"({"seats":["3"]})", 2, ErrorCode::NoSuchSeat);
        row("no role", "assign_role", R"({"seats":[1]})", 2, ErrorCode::BadRole);
        row("strange role", "assign_role", R"({"seats":[1],"role":"king"})", 2, ErrorCode::BadRole);
        addGameRows(row);
    }

    void refuses()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, json);
        QFETCH(int, who);
        QFETCH(ErrorCode, code);
        const Sender& sender = who == 0 ? kTablet : who == 1 ? kGuest : kTeacher;
        const auto mapped = mapCommand(eventOf(event.constData(), json.constData()), sender);
        QVERIFY(!mapped);
        QCOMPARE(mapped.error().code, code);
    }

    void refusesAGuestNameThatIsTooLong()
    {
        // No raw strings around the name: Qt 6.4's moc loses its way in two of them on one line.
        const QByteArray json = "{\"midi\":60,\"student_id\":\"" + QByteArray(65, 'x') + "\"}";
        QVERIFY(!mapCommand(eventOf("play_note", json.constData()), kGuest));
    }

    void mapsEveryTeacherCommand()
    {
        const auto command = [](const char* event, const char* json) {
            return std::get<Command>(*mapCommand(eventOf(event, json), kTeacher));
        };
        QCOMPARE(std::get<ChangeTempo>(command("set_tempo", R"({"bpm":96.5})")).pulses,
                 Tempo{96'500});
        QVERIFY(std::holds_alternative<StartTransport>(command("start", "{}")));
        QVERIFY(std::holds_alternative<StopTransport>(command("stop", "{}")));
        QVERIFY(std::get<MuteAll>(command("mute", R"({"all":true})")).muted);
        QVERIFY(!std::get<MuteSeats>(command("unmute", R"({"seats":[2]})")).muted);
        QCOMPARE(
            std::get<AssignRole>(command("assign_role", R"({"seats":[2],"role":"bass"})")).role,
            Role::Bass);
        QVERIFY(std::holds_alternative<BeQuiet>(command("quiet", "{}")));
        QVERIFY(std::holds_alternative<ReleaseQuiet>(command("resume", "{}")));
        QVERIFY(std::holds_alternative<EndLesson>(command("end_lesson", "{}")));
    }

    void mapsEveryGameCommandOfATeacher()
    {
        const auto command = [](const char* event, const char* json) {
            return std::get<Command>(*mapCommand(eventOf(event, json), kTeacher, 99));
        };
        const auto game = std::get<StartGame>(command("start_game", R"({"game":"beat_ring"})"));
        QCOMPARE(game.game, std::string{"beat_ring"});
        QCOMPARE(game.random, std::uint64_t{99});
        const auto dealt = std::get<DealRoles>(command("deal_roles", R"({"how":"shuffle"})"));
        QCOMPARE(dealt.random, std::uint64_t{99});
        QCOMPARE(dealt.how, Deal::Shuffle);
        const auto next = std::get<MakeMove>(command("next_round", R"({"x":1})")).move;
        QCOMPARE(next.name, std::string{"next_round"});
        QCOMPARE(next.json, std::string{"{}"});
        const auto beat =
            std::get<MakeMove>(command("assign_beat", R"({"seats":[3,4],"beat":2,"x":1})")).move;
        QCOMPARE(beat.name, std::string{"assign"});
        QCOMPARE(beat.json, std::string{R"({"beat":2,"seats":[3,4]})"});
        QCOMPARE(std::get<SoloRole>(command("solo", R"({"role":"bass"})")).role,
                 std::optional{Role::Bass});
        QVERIFY(!std::get<SoloRole>(command("solo", R"({"role":null})")).role);
        QVERIFY(std::get<LockRoom>(command("lock", R"({"locked":true})")).locked);
        QVERIFY(std::holds_alternative<AskMood>(command("ask_mood", "{}")));
        QVERIFY(std::holds_alternative<EndMood>(command("end_mood", "{}")));
    }

    void movesForTheSeatThatSaysSoAndForNobodyAsTeacher()
    {
        const ClientEvent hand = eventOf("game_move", R"({"move":"hand","up":true,"seat":4})");
        const auto own = std::get<MakeMove>(std::get<Command>(*mapCommand(hand, kTablet))).move;
        QCOMPARE(own.seat, SeatId{4});
        QCOMPARE(own.name, std::string{"hand"});
        QCOMPARE(own.json, std::string{R"({"up":true})"});
        const auto group = std::get<MakeMove>(std::get<Command>(*mapCommand(hand, kTeacher))).move;
        QCOMPARE(group.seat, SeatId{});
    }

    void keepsAMoveSmall()
    {
        const auto move = [](int size) {
            return mapCommand(
                {u"game_move"_s, {{u"move"_s, u"set"_s}, {u"x"_s, QString(size, u'a')}}, true, {}},
                kTeacher);
        };
        QVERIFY(move(1024 - 8)); // {"x":"…"} is 8 bytes longer
        QCOMPARE(move(1024 - 7).error().code, ErrorCode::TooLarge);
    }

    void readsAnAnswerToHowItFeels()
    {
        const auto mood = std::get<GiveMood>(std::get<Command>(
            *mapCommand(eventOf("reflect", R"({"prompt":2,"mood":"worried","seat":4})"), kTablet)));
        QCOMPARE(mood.seat, SeatId{4});
        QCOMPARE(mood.round, 2);
        QCOMPARE(mood.mood, std::optional{Mood::Worried});
        const auto skipped = std::get<GiveMood>(std::get<Command>(
            *mapCommand(eventOf("reflect", R"({"prompt":2,"mood":"skip"})"), kTablet)));
        QCOMPARE(skipped.seat, SeatId{3});
        QVERIFY(!skipped.mood);
    }

    void takesNoNoteForTheTeachersOwn()
    {
        const ClientEvent note = eventOf("play_note", R"({"midi":60,"byTeacher":true})");
        QVERIFY(!std::get<PlayNote>(std::get<Command>(*mapCommand(note, kTeacher))).byTeacher);
    }

    void passesOnWhetherTheChildHeard()
    {
        const auto heard = [](const char* json) {
            const auto mapped = mapCommand(eventOf("device_status", json), kTablet);
            return std::get<DeviceReport>(*mapped).status.heard;
        };
        QCOMPARE(heard(R"({"heard":false})"), std::optional{false});
        QCOMPARE(heard(R"({"heard":true})"), std::optional{true});
        QVERIFY(!heard("{}"));
    }

    void readsADeviceStatusAndBoundsIt()
    {
        const auto mapped = mapCommand(
            eventOf("device_status",
                    R"({"visible":false,"sound":"running","rtt_ms":-5,"uncertainty_ms":1e12})"),
            kTablet);
        const auto report = std::get<DeviceReport>(*mapped);
        QVERIFY(!report.status.visible);
        QVERIFY(report.status.soundRunning);
        QCOMPARE(report.rttMs, std::optional{0.0});
        QCOMPARE(report.uncertaintyMs, std::optional{60'000.0});
    }

    void reportsForTheSeatThatIsNamedOrForAll()
    {
        const auto seats = [](const char* json) {
            return std::get<DeviceReport>(*mapCommand(eventOf("device_status", json), kTablet))
                .seats;
        };
        QCOMPARE(seats("{}"), (std::vector{SeatId{3}, SeatId{4}}));
        QCOMPARE(seats(R"({"seat":4})"), std::vector{SeatId{4}});
    }

    void leavesOutWhatATabletHasNotMeasured()
    {
        const auto mapped = mapCommand(
            eventOf("device_status", R"({"rtt_ms":null,"uncertainty_ms":"3"})"), kTablet);
        QVERIFY(!std::get<DeviceReport>(*mapped).rttMs);
        QVERIFY(!std::get<DeviceReport>(*mapped).uncertaintyMs);
    }

    void keepsTheWishForBeatsOutOfTheRoom()
    {
        const auto mapped = mapCommand(eventOf("beats", R"({"on":false})"), kGuest);
        QVERIFY(!std::get<WantsBeats>(*mapped).on);
    }
};

QTEST_GUILESS_MAIN(tst_CommandMapper)
#include "tst_CommandMapper.moc"
