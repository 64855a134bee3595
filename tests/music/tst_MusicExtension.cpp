#include "server/music/MusicExtension.h"
#include "tests/music/FakeBroadcaster.h"
#include "tests/support/FakeCommandSink.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace tutti::test;
using namespace Qt::StringLiterals;
using channel::Claims;

namespace {

constexpr PeerId kPeer{7};
const QString kTopic = u"realtime:music_room:LARK"_s;

/// An open room of class 1 with two seats, and one member.
struct Room {
    Room()
    {
        RoomOpened opened{ClassId{1},  "My class",
                          false,       {"LARK"},
                          LessonId{7}, 0,
                          {},          Timeline::stopped(Tempo::fromBpm(96), {4, 4}, clock.now())};
        opened.seats = {{SeatId{1}, "fox", ""}, {SeatId{2}, "bear", ""}};
        record(opened);
        record(SeatClaimed{SeatId{2}, "device", 1});
        out.log.clear();
    }

    void record(Event event) { music.onRecorded({{++seq, clock.now(), {}, std::move(event)}}); }
    channel::Member member(const Claims& claims) const
    {
        return {kPeer, kTopic, u"1"_s, {false, false, true, false, u"key"_s}, claims};
    }
    void join(const Claims& claims)
    {
        QVERIFY(music.join(member(claims)));
        music.joined(member(claims));
        sink.commands.clear();
    }
    void send(const QString& event, const QJsonObject& payload = {})
    {
        music.received(member({}), {event, payload, true, u"3"_s});
    }

    ManualClock clock;
    FakeCommandSink sink;
    FakeBroadcaster out;
    std::uint64_t seq = 0;
    MusicExtension music{clock, sink, out, {"a secret of thirty-two characters", {}}};
};

Claims claims(const QString& role, QJsonObject more = {})
{
    more.insert(u"role"_s, role);
    return {role, 4'000'000'000, more};
}

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
    Room f;
    f.join(claims(role, more));
    f.send(u"quiet"_s);
    QCOMPARE(f.sink.last<BeQuiet>() != nullptr, obeyed);
}

void tst_MusicExtension::givesANewTokensRightsAtOnce()
{
    Room f;
    f.join(kAnon);
    QVERIFY(f.music.reauthorized(f.member(kTeacher)));
    f.send(u"quiet"_s);
    QVERIFY(f.sink.last<BeQuiet>());
}

void tst_MusicExtension::takesAnOldTokensRightsAway()
{
    Room f;
    f.join(kTeacher);
    QVERIFY(f.music.reauthorized(f.member(kAnon)));
    f.send(u"quiet"_s);
    QVERIFY(!f.sink.last<BeQuiet>());
    QVERIFY(f.out.log.last().contains(u"not_allowed"_s));
}

void tst_MusicExtension::movesAMemberToTheSeatOfItsNewToken()
{
    Room f;
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
    Room f;
    QVERIFY(
        f.music.receivedByRest(kTopic, kTeacher, {u"set_tempo"_s, {{u"bpm"_s, 120}}, true, {}}));
    QVERIFY(f.sink.last<ChangeTempo>());
    const QJsonObject note{{u"midi"_s, 60}, {u"student_id"_s, u"student-1"_s}};
    QVERIFY(f.music.receivedByRest(kTopic, kAnon, {u"play_note"_s, note, true, {}}));
    QCOMPARE(f.sink.last<PlayNote>()->guest, std::string{"student-1"});
    QVERIFY(f.out.log.isEmpty());
}

void tst_MusicExtension::takesNoRestMessageThatIsNone_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("event");
    QTest::newRow("a teacher's event") << kTopic << u"quiet"_s;
    QTest::newRow("an event of the server") << kTopic << u"timeline"_s;
    QTest::newRow("an event about a connection") << kTopic << u"beats"_s;
    QTest::newRow("another room") << u"realtime:music_room:FERN"_s << u"play_note"_s;
}

void tst_MusicExtension::takesNoRestMessageThatIsNone()
{
    QFETCH(QString, topic);
    QFETCH(QString, event);
    Room f;
    const QJsonObject payload{{u"midi"_s, 60}, {u"on"_s, true}};
    QVERIFY(!f.music.receivedByRest(topic, kAnon, {event, payload, true, {}}));
    QVERIFY(f.sink.commands.empty());
    QVERIFY(f.out.log.isEmpty());
}

void tst_MusicExtension::keepsTrackDataSmall()
{
    Room f;
    f.join(kAnon);
    f.music.tracked(f.member(kAnon), {{u"x"_s, QString(600, u'a')}});
    QVERIFY(f.out.log.last().contains(u"too_large"_s));
    f.music.tracked(f.member(kAnon), {{u"x"_s, u"a"_s}});
    QVERIFY(f.out.log.last().startsWith(u"present key"_s));
}

void tst_MusicExtension::slowsDownWhoAsksTooOften()
{
    Room f;
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

QTEST_GUILESS_MAIN(tst_MusicExtension)
#include "tst_MusicExtension.moc"
