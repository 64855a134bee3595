#include "server/music/SeatTokens.h"
#include "tests/music/MusicRoom.h"
#include "tests/support/FakePeer.h"

#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace tutti::test;
using namespace Qt::StringLiterals;
using channel::Claims;

namespace {

const Claims kAnon = claims(u"anon"_s);
const Claims kTeacher = claims(u"teacher"_s, {{u"class"_s, u"1"_s}});

} // namespace

class tst_MusicExtension final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void obeysTheTeacherOfItsOwnClassOnly_data();
    void obeysTheTeacherOfItsOwnClassOnly();
    void givesANewTokensRightsAtOnce();
    void takesAnOldTokensRightsAway();
    void movesAMemberToTheSeatOfItsNewToken();
    void takesRestMessagesAsCommands();
    void takesNoRestMessageThatIsNone_data();
    void takesNoRestMessageThatIsNone();
    void keepsTrackDataSmall();
    void slowsDownWhoAsksTooOften();
    void refusesWhoComesInTooOften();
    void countsComingInForEachSeat();
    void endsAChannelThatChangesItsTokenTooOften();
    void leavesTheBarsOfWhoHasNotMeasured();
    void tellsEveryoneTheNewWord();
    void forgetsGuestsWithTheLesson();
};

void tst_MusicExtension::obeysTheTeacherOfItsOwnClassOnly_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<bool>("obeyed");
    QTest::newRow("own class") << u"teacher"_s << QJsonObject{{u"class"_s, u"1"_s}} << true;
    QTest::newRow("other class") << u"teacher"_s << QJsonObject{{u"class"_s, u"2"_s}} << false;
    QTest::newRow("no class named") << u"teacher"_s << QJsonObject{} << true;
    QTest::newRow("service") << u"service_role"_s << QJsonObject{{u"class"_s, u"2"_s}} << true;
    QTest::newRow("anon") << u"anon"_s << QJsonObject{} << false;
}

void tst_MusicExtension::obeysTheTeacherOfItsOwnClassOnly()
{
    QFETCH(QString, role);
    QFETCH(QJsonObject, more);
    QFETCH(bool, obeyed);
    MusicRoom f;
    f.join(claims(role, more));
    f.send(u"quiet"_s);
    QCOMPARE(f.sink.last<BeQuiet>() != nullptr, obeyed);
}

void tst_MusicExtension::givesANewTokensRightsAtOnce()
{
    MusicRoom f;
    f.join(kAnon);
    QVERIFY(f.music.reauthorized(f.member(kTeacher)));
    f.send(u"quiet"_s);
    QVERIFY(f.sink.last<BeQuiet>());
}

void tst_MusicExtension::takesAnOldTokensRightsAway()
{
    MusicRoom f;
    f.join(kTeacher);
    QVERIFY(f.music.reauthorized(f.member(kAnon)));
    f.send(u"quiet"_s);
    QVERIFY(!f.sink.last<BeQuiet>());
    QVERIFY(f.out.log.last().contains(u"not_allowed"_s));
}

void tst_MusicExtension::movesAMemberToTheSeatOfItsNewToken()
{
    MusicRoom f;
    f.join(kAnon);
    const Claims seat =
        claims(u"seat"_s,
               {{u"lesson"_s, u"7"_s}, {u"seats"_s, QJsonArray{2}}, {u"gens"_s, QJsonArray{1}}});
    QVERIFY(f.music.reauthorized(f.member(seat)));
    QVERIFY(std::holds_alternative<ConnectSeat>(f.sink.commands.front()));
    f.sink.commands.clear();
    QVERIFY(f.music.reauthorized(f.member(kAnon)));
    QVERIFY(std::holds_alternative<DisconnectSeat>(f.sink.commands.front()));
    const Claims freed =
        claims(u"seat"_s,
               {{u"lesson"_s, u"7"_s}, {u"seats"_s, QJsonArray{2}}, {u"gens"_s, QJsonArray{0}}});
    const auto refused = f.music.reauthorized(f.member(freed));
    QVERIFY(!refused && refused.error().startsWith(u"SeatReleased: "_s));
}

void tst_MusicExtension::takesRestMessagesAsCommands()
{
    MusicRoom f;
    QVERIFY(f.music.receivedByRest(kMusicTopic, kTeacher,
                                   {u"set_tempo"_s, {{u"bpm"_s, 120}}, true, {}}));
    QVERIFY(f.sink.last<ChangeTempo>());
    const QJsonObject note{{u"midi"_s, 60}, {u"student_id"_s, u"student-1"_s}};
    QVERIFY(f.music.receivedByRest(kMusicTopic, kAnon, {u"play_note"_s, note, true, {}}));
    QCOMPARE(f.sink.last<PlayNote>()->guest, std::string{"student-1"});
    QVERIFY(f.out.log.isEmpty());
}

void tst_MusicExtension::takesNoRestMessageThatIsNone_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("event");
    QTest::newRow("a teacher's event") << kMusicTopic << u"quiet"_s;
    QTest::newRow("an event of the server") << kMusicTopic << u"timeline"_s;
    QTest::newRow("an event about a connection") << kMusicTopic << u"beats"_s;
    QTest::newRow("another room") << u"realtime:music_room:FERN"_s << u"play_note"_s;
}

void tst_MusicExtension::takesNoRestMessageThatIsNone()
{
    QFETCH(QString, topic);
    QFETCH(QString, event);
    MusicRoom f;
    const QJsonObject payload{{u"midi"_s, 60}, {u"on"_s, true}};
    QVERIFY(!f.music.receivedByRest(topic, kAnon, {event, payload, true, {}}));
    QVERIFY(f.sink.commands.empty());
    QVERIFY(f.out.log.isEmpty());
}

void tst_MusicExtension::keepsTrackDataSmall()
{
    MusicRoom f;
    f.join(kAnon);
    f.music.tracked(f.member(kAnon), {{u"x"_s, QString(600, u'a')}});
    QVERIFY(f.out.log.last().contains(u"too_large"_s));
    f.music.tracked(f.member(kAnon), {{u"x"_s, u"a"_s}});
    QVERIFY(f.out.log.last().startsWith(u"present key"_s));
}

void tst_MusicExtension::slowsDownWhoAsksTooOften()
{
    MusicRoom f;
    f.join(kAnon);
    for (int i = 0; i < 100; ++i) {
        f.send(u"request_state"_s);
    }
    QCOMPARE(f.sink.commands.size(), std::size_t{6});
    QVERIFY(f.out.log.last().contains(u"slow_down"_s));
    f.clock.advance(std::chrono::seconds{1});
    f.send(u"request_state"_s);
    QCOMPARE(f.sink.commands.size(), std::size_t{7});
}

void tst_MusicExtension::refusesWhoComesInTooOften()
{
    MusicRoom f;
    const auto again = [&] { return f.music.join(f.member(kAnon)); };
    for (int i = 0; i < 6; ++i) {
        QVERIFY(again());
    }
    const auto refused = again();
    QVERIFY(!refused && refused.error().startsWith(u"SlowDown: "_s));
    f.clock.advance(std::chrono::milliseconds{500});
    QVERIFY(again());
    QVERIFY(!again());
    QVERIFY(f.music.join(f.member(kAnon, PeerId{8})));
}

void tst_MusicExtension::countsComingInForEachSeat()
{
    MusicRoom f;
    f.record(SeatClaimed{SeatId{3}, "other", 1});
    for (std::uint64_t peer = 20; peer < 120; ++peer) {
        QVERIFY(f.music.join(f.member(seatClaims({2}, {1}), PeerId{peer})));
    }
    QVERIFY(!f.music.join(f.member(seatClaims({2}, {1}), PeerId{200})));
    QVERIFY(f.music.join(f.member(seatClaims({3}, {1}), PeerId{201})));
}

void tst_MusicExtension::endsAChannelThatChangesItsTokenTooOften()
{
    MusicRoom f;
    f.join(kAnon);
    const Claims seat = seatClaims({2}, {1});
    int changes = 0;
    while (changes < 100 && f.music.reauthorized(f.member(changes % 2 == 0 ? seat : kAnon))) {
        ++changes;
    }
    // One of the six was for coming in.
    QCOMPARE(changes, 5);
    f.sink.commands.clear();
    const auto refused = f.music.reauthorized(f.member(kAnon));
    QVERIFY(!refused && refused.error().startsWith(u"SlowDown: "_s));
    QVERIFY(f.sink.commands.empty());
    // What it was counted for last is given back when it goes.
    f.music.left(f.member(kAnon));
    QVERIFY(f.sink.last<DisconnectSeat>());
}

void tst_MusicExtension::leavesTheBarsOfWhoHasNotMeasured()
{
    MusicRoom f;
    f.join(seatClaims({2}, {1}));
    f.record(SeatConnected{SeatId{2}});
    f.send(u"device_status"_s, {{u"sound"_s, u"running"_s}});
    const auto* first = f.sink.last<ReportDevice>();
    QVERIFY(first && first->status.soundRunning);
    QCOMPARE(first->status.connection(), Connection::Fair);
    f.record(DeviceReported{SeatId{2}, {true, true, 200.0, 4.0}});
    f.send(u"device_status"_s);
    QCOMPARE(f.sink.last<ReportDevice>()->status.rttMs, 200.0);
    QCOMPARE(f.sink.last<ReportDevice>()->status.uncertaintyMs, 4.0);
    f.record(DeviceReported{SeatId{2}, {true, true, 20.0, 4.0}});
    f.send(u"device_status"_s, {{u"rtt_ms"_s, 30}});
    QCOMPARE(f.sink.last<ReportDevice>()->status.rttMs, 30.0);
    QCOMPARE(f.sink.last<ReportDevice>()->status.connection(), Connection::Good);
}

void tst_MusicExtension::tellsEveryoneTheNewWord()
{
    MusicRoom f;
    f.join(kAnon);
    f.join(seatClaims({2}, {1}), PeerId{8});
    f.out.log.clear();
    f.record(CodeChanged{{"FERN"}});
    for (const QString& whom : {u"push 7 room_state"_s, u"push 8 room_state"_s}) {
        QCOMPARE(f.sent(whom).size(), 1);
        QVERIFY(f.sent(whom).first().contains(u"\"room\":\"FERN\""_s));
    }
}

void tst_MusicExtension::forgetsGuestsWithTheLesson()
{
    MusicRoom f;
    SeatPlan guest{SeatId{5}, "lion", ""};
    guest.guest = true;
    f.recordAll({SeatAdded{guest}, SeatClaimed{SeatId{5}, "guest", 1}, SeatConnected{SeatId{5}}});
    f.join(seatClaims({5}, {1}));
    f.music.tracked(f.member(seatClaims({5}, {1})), {{u"x"_s, 1}});
    QVERIFY(f.out.log.last().contains(u"\"client\""_s));
    FakePeer clock{3};
    QVERIFY(f.music.clockDesk().connected(
        clock, clockKey("a secret of thirty-two characters", LessonId{7}, {SeatId{5}, 1})));
    f.record(LessonEnded{});
    QVERIFY(clock.closedWith);
    QVERIFY(f.sent(u"gone seat-5"_s).size() == 1);
}

QTEST_GUILESS_MAIN(tst_MusicExtension)
#include "tst_MusicExtension.moc"
