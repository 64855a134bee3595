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

    void tellsAFreedSeatAlone()
    {
        const auto out = map(SeatFreed{SeatId{3}, 2});
        QCOMPARE(out.at(0).only, SeatId{3});
        QCOMPARE(json(out.at(0).payload), QByteArray{R"({"reason":"seat_released"})"});
        QCOMPARE(map(HandRaised{SeatId{4}, true}).at(0).only, SeatId{4});
    }

    void keepsToItselfWhatOthersNeedNotKnow()
    {
        QVERIFY(map(SeatClaimed{SeatId{1}, "device", 1}).empty());
        QVERIFY(map(DeviceReported{SeatId{1}, {}}).empty());
        QVERIFY(map(CountInChanged{2}).empty());
        QVERIFY(map(QuietEnded{}).empty());
        QVERIFY(map(RoomOpened{}).empty());
    }

    void sendsTheWholeGame()
    {
        RoomState state;
        state.game = games::allGames().find("free_jam")->begin();
        const QJsonObject game = map(GameChanged{state.game}, state).at(0).payload;
        QCOMPARE(game.value(QLatin1String("id")).toString(), QStringLiteral("free_jam"));
        QVERIFY(game.value(QLatin1String("state")).toObject().contains(QLatin1String("notes")));
    }

    void refreshesPresenceOfTheSeatsThatChanged()
    {
        QCOMPARE(presenceTouchedBy(SeatsMuted{{SeatId{1}, SeatId{2}}, true}),
                 (std::vector{SeatId{1}, SeatId{2}}));
        QVERIFY(presenceTouchedBy(QuietStarted{}).empty());
    }
};

QTEST_GUILESS_MAIN(tst_EventMapper)
#include "tst_EventMapper.moc"
