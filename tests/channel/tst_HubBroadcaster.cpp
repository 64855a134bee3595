#include "tests/channel/HubFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;
using channel::Lane;
using protocol::Vsn;

namespace {

const QString kTopic = u"realtime:song"_s;

QByteArray frame(const QByteArray& joinRef, const QByteArray& event)
{
    return '[' + joinRef + R"(,null,"realtime:song","broadcast",{"event":")" + event +
           R"(","payload":{"midi":60},"type":"broadcast"}])";
}

/// Three tablets in one topic: the fox hears itself, the bear speaks 1.0.0.
struct Trio : HubFixture {
    Trio()
    {
        fox.join(R"({"broadcast":{"self":true}})");
        owl.join();
        bear.join();
        ant.join("{}", "realtime:other");
    }
    void broadcast(PeerId except = {}, const channel::Broadcaster::Filter& filter = {})
    {
        hub.broadcast(kTopic, u"note"_s, {{u"midi"_s, 60}}, Lane::Notes, except, filter);
    }
    /// Letters of those that heard something.
    QByteArray hearers()
    {
        return (fox.heard().isEmpty() ? QByteArray{} : "f") +
               (owl.heard().isEmpty() ? QByteArray{} : "o") +
               (bear.heard().isEmpty() ? QByteArray{} : "b") +
               (ant.heard().isEmpty() ? QByteArray{} : "a");
    }

    Tablet fox{*this, 1};
    Tablet owl{*this, 2};
    Tablet bear{*this, 3, Vsn::V1};
    Tablet ant{*this, 4};
};

} // namespace

/// What a handler may do with the Hub.
class tst_HubBroadcaster : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void broadcastsInEverySerializer()
    {
        Trio f;
        f.broadcast();
        QCOMPARE(f.owl.heard(), Texts{frame("null", "note")});
        QCOMPARE(
            f.bear.heard(),
            Texts{
                R"({"topic":"realtime:song","event":"broadcast","payload":{"event":"note","payload":{"midi":60},"type":"broadcast"},"ref":null})"});
        QCOMPARE(f.ant.heard(), Texts{});
    }

    void leavesOutWhoItIsFrom_data()
    {
        QTest::addColumn<quint64>("except");
        QTest::addColumn<QByteArray>("hearers");
        QTest::newRow("nobody") << quint64{0} << QByteArray{"fob"};
        QTest::newRow("the owl") << quint64{2} << QByteArray{"fb"};
        QTest::newRow("the fox, which hears itself") << quint64{1} << QByteArray{"fob"};
        QTest::newRow("one that is elsewhere") << quint64{4} << QByteArray{"fob"};
    }

    void leavesOutWhoItIsFrom()
    {
        QFETCH(quint64, except);
        Trio f;
        f.broadcast(PeerId{except});
        QTEST(f.hearers(), "hearers");
    }

    void asksTheFilterAboutEveryMember()
    {
        Trio f;
        QByteArrayList asked;
        f.broadcast({}, [&](const channel::Member& member) {
            asked.append(QByteArray::number(qulonglong{member.peer.value}));
            return member.peer == PeerId{2};
        });
        QCOMPARE(f.hearers(), QByteArray{"o"});
        QCOMPARE(asked, (QByteArrayList{"1", "2", "3"}));
    }

    void leavesOutTheSenderThatTheFilterAccepts()
    {
        Trio f;
        f.broadcast(PeerId{2}, [](const channel::Member& m) { return m.peer != PeerId{3}; });
        QCOMPARE(f.hearers(), QByteArray{"f"});
    }

    void pushesToOneMemberWithItsJoinRef()
    {
        Trio f;
        f.hub.push(PeerId{2}, kTopic, u"note"_s, {{u"midi"_s, 60}}, Lane::Notes);
        QCOMPARE(f.owl.heard(), Texts{frame(R"("1")", "note")});
        QCOMPARE(f.hearers(), QByteArray{});
    }

    void pushesToNobodyOutsideOfTheTopic()
    {
        Trio f;
        f.hub.push(PeerId{4}, kTopic, u"note"_s, {}, Lane::Notes);
        f.hub.push(PeerId{99}, kTopic, u"note"_s, {}, Lane::Notes);
        QCOMPARE(f.hearers(), QByteArray{});
    }

    void keepsTheOrderOfBroadcastsAndPushes()
    {
        Trio f;
        f.hub.push(PeerId{2}, kTopic, u"a"_s, {{u"midi"_s, 60}}, Lane::Notes);
        f.broadcast();
        f.hub.push(PeerId{2}, kTopic, u"b"_s, {{u"midi"_s, 60}}, Lane::Control);
        QCOMPARE(f.owl.heard(),
                 (Texts{frame(R"("1")", "a"), frame("null", "note"), frame(R"("1")", "b")}));
    }

    void closesAMemberBehindWhatItWasTold()
    {
        Trio f;
        f.hub.push(PeerId{2}, kTopic, u"bye"_s, {{u"midi"_s, 60}}, Lane::Control);
        f.hub.closeMember(PeerId{2}, kTopic);
        f.broadcast();
        QCOMPARE(f.owl.heard(),
                 (Texts{frame(R"("1")", "bye"), R"(["1","1","realtime:song","phx_close",{}])"}));
        QVERIFY(f.owl.lives());
    }

    void closesNobodyOutsideOfTheTopic()
    {
        Trio f;
        f.hub.closeMember(PeerId{4}, kTopic);
        f.hub.closeMember(PeerId{99}, kTopic);
        QCOMPARE(f.hearers(), QByteArray{});
    }

    void writesPresenceForAMember()
    {
        Trio f;
        f.hub.setPresence(kTopic, PeerId{2}, u"seat-3"_s, {{u"away"_s, false}});
        QCOMPARE(
            f.owl.heard(),
            Texts{
                R"([null,null,"realtime:song","presence_diff",{"joins":{"seat-3":{"metas":[{"away":false,"phx_ref":"F1"}]}},"leaves":{}}])"});
        f.hub.setPresence(kTopic, PeerId{2}, u"seat-3"_s, {{u"away"_s, false}});
        QCOMPARE(f.owl.heard(), Texts{});
        f.hub.clearPresence(kTopic, PeerId{2}, u"seat-3"_s);
        QCOMPARE(
            f.owl.heard(),
            Texts{
                R"([null,null,"realtime:song","presence_diff",{"joins":{},"leaves":{"seat-3":{"metas":[{"away":false,"phx_ref":"F1"}]}}}])"});
    }

    void keepsTheServersPresenceWhenAMemberGoes()
    {
        Trio f;
        f.hub.setPresence(kTopic, {}, u"seat-3"_s, {{u"away"_s, true}});
        f.hub.disconnected(PeerId{2});
        f.hub.flush();
        f.ant.say("2", "phx_join", R"({"config":{"presence":{"enabled":true}}})");
        QVERIFY(f.ant.heard().last().contains(
            R"("presence_state",{"seat-3":{"metas":[{"away":true,"phx_ref":"F1"}]}})"));
    }

    void writesNothingToATopicWithoutMembers()
    {
        Trio f;
        f.hub.setPresence(u"realtime:empty"_s, {}, u"seat-3"_s, {});
        f.hub.broadcast(u"realtime:empty"_s, u"note"_s, {}, Lane::Notes);
        f.hub.clearPresence(u"realtime:empty"_s, {}, u"seat-3"_s);
        QCOMPARE(f.hearers(), QByteArray{});
    }
};

QTEST_GUILESS_MAIN(tst_HubBroadcaster)
#include "tst_HubBroadcaster.moc"
