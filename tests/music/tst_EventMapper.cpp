#include "app/games/Games.h"
#include "server/music/EventMapper.h"

#include <QJsonDocument>
#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace std::chrono_literals;
using channel::Lane;

namespace {

std::vector<Outgoing> map(Event event, const RoomState& state = {})
{
    return outgoingFor({42, ServerTime{20s}, {PeerId{7}}, std::move(event)}, state, "clock");
}

NotePlayed note(int seat, ServerTime at)
{
    NotePlayed played{{}, at};
    played.note.seat = SeatId{seat};
    played.note.midi = 67;
    played.note.guest = "student-1";
    return played;
}

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

} // namespace

class tst_EventMapper : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void namesASeatInsteadOfWhatItsTabletSaid()
    {
        const auto out = map(note(3, ServerTime{20s}));
        QCOMPARE(json(out.at(0).payload),
                 QByteArray{
                     R"({"at":20000000,"midi":67,"seat":3,"student_id":"seat-3","velocity":90})"});
        QCOMPARE(out.at(0).except, PeerId{7});
        QCOMPARE(out.at(0).lane, Lane::Notes);
    }

    void passesOnAGuestsNameAndItsOwnTime()
    {
        NotePlayed played = note(0, ServerTime{20s});
        played.note.senderTime = 123456789012345.0;
        const QJsonObject payload = map(played).at(0).payload;
        QCOMPARE(json(payload), QByteArray{R"({"at":20000000,"midi":67,"student_id":"student-1",)"
                                           R"("t":123456789012345,"velocity":90})"});
    }

    void passesOnNoStaleNote()
    {
        QCOMPARE(map(note(3, ServerTime{20s - 250ms})).size(), std::size_t{1});
        QVERIFY(map(note(3, ServerTime{20s - 251ms})).empty());
    }

    void sendsQuietAheadOfEverything()
    {
        const auto out = map(QuietStarted{ServerTime{20s}});
        QCOMPARE(out.at(0).lane, Lane::Control);
        QCOMPARE(json(out.at(0).payload), QByteArray{R"({"at":20000000,"rev":42})"});
    }

    void tellsStockClientsATempoBesideTheTimeline()
    {
        Timeline line = Timeline::stopped(Tempo::fromBpm(96), {4, 4}, ServerTime{1s});
        const auto out = map(TimelineChanged{line, Tempo::fromBpm(96.5), ServerTime{21s}});
        QCOMPARE(out.at(0).event, QStringLiteral("timeline"));
        QCOMPARE(out.at(1).event, QStringLiteral("tempo_changed"));
        QCOMPARE(json(out.at(1).payload), QByteArray{R"({"at":21000000,"bpm":96.5})"});
        QCOMPARE(map(TimelineChanged{line, std::nullopt, {}}).size(), std::size_t{1});
    }

    void tellsAHandToItsOwnTabletAlone()
    {
        QCOMPARE(map(HandRaised{SeatId{4}, true}).at(0).only, SeatId{4});
    }

    void keepsToItselfWhatOthersNeedNotKnow()
    {
        QVERIFY(map(SeatClaimed{SeatId{1}, "device", 1}).empty());
        QVERIFY(map(DeviceReported{SeatId{1}, {}}).empty());
        QVERIFY(map(CountInChanged{2}).empty());
        QVERIFY(map(QuietEnded{}).empty());
        QVERIFY(map(RoomOpened{}).empty());
        QVERIFY(map(DoorKnocked{"device"}).empty());
        QVERIFY(map(DoorAnswered{"device", true}).empty());
        QVERIFY(map(TabletNumbered{{"device", 7}}).empty());
        QVERIFY(map(CodeChanged{{"FERN"}}).empty());
        QVERIFY(map(OpportunitiesClosed{}).empty());
        QVERIFY(map(MomentMarked{}).empty());
    }

    void saysNothingAboutAnAnswerToHowItFeels()
    {
        RoomState state;
        state.mood.open = true;
        QVERIFY(map(MoodGiven{SeatId{1}, Mood::Sad}, state).empty());
        QVERIFY(map(MoodGiven{SeatId{1}, std::nullopt}, state).empty());
        QVERIFY(presenceTouchedBy(MoodGiven{SeatId{1}, Mood::Sad}, state).empty());
    }

    void tellsNamesOnlyToClassesThatShowThem()
    {
        RoomState state;
        state.seats.resize(1);
        state.seats[0].name = "Ada";
        QVERIFY(map(SeatRenamed{SeatId{1}, "Ada"}, state).empty());
        QVERIFY(!json(map(SeatAdded{}, state).at(0).payload).contains("Ada"));
        state.namesOnTablets = true;
        const auto out = map(SeatRenamed{SeatId{1}, "Ada"}, state);
        QCOMPARE(out.at(0).event, QStringLiteral("seats"));
        QVERIFY(json(out.at(0).payload).contains("Ada"));
    }

    void sendsTheWholeGame()
    {
        RoomState state;
        state.game = games::allGames().find("free_jam")->begin({state, {}, ServerTime{20s}}, 0);
        const QJsonObject game = map(GameChanged{state.game, true, false}, state).at(0).payload;
        QCOMPARE(game.value(QLatin1String("id")).toString(), QStringLiteral("free_jam"));
        QVERIFY(game.value(QLatin1String("state")).toObject().contains(QLatin1String("notes")));
    }

    void refreshesPresenceOfTheSeatsThatChanged()
    {
        QCOMPARE(presenceTouchedBy(SeatsMuted{{SeatId{1}, SeatId{2}}, true}, {}),
                 (std::vector{SeatId{1}, SeatId{2}}));
        QVERIFY(presenceTouchedBy(QuietStarted{}, {}).empty());
    }

    void refreshesEverySeatThatIsHereWhenBeatsChange()
    {
        RoomState state;
        state.seats.resize(2);
        state.seats[0].id = SeatId{1};
        state.seats[1].id = SeatId{2};
        state.seats[1].connections = 1;
        QCOMPARE(presenceTouchedBy(GameChanged{{}, false, true}, state), std::vector{SeatId{2}});
        QVERIFY(presenceTouchedBy(GameChanged{{}, false, false}, state).empty());
    }
};

QTEST_GUILESS_MAIN(tst_EventMapper)
#include "tst_EventMapper.moc"
