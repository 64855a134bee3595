#include "tests/channel/HubFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using channel::Lane;

namespace {

/// Two tablets in one topic; the owl's socket is behind.
struct SlowOwl : HubFixture {
    explicit SlowOwl(const channel::Limits& limits = {})
        : HubFixture(limits)
    {
        fox.join();
        owl.join();
        fox.peer.takeTexts();
        owl.peer.result = WriteResult::Behind;
        fox.play(0);
        owl.heard();
    }

    void send(const QString& event, Lane lane, const QString& text = {})
    {
        hub.broadcast(u"realtime:song"_s, event, {{u"text"_s, text}}, lane);
    }
    /// The user events that the owl hears once its socket has room again.
    QStringList eventsOnceWritable()
    {
        owl.peer.result = WriteResult::Sent;
        owl.peer.pending = 0;
        hub.writable(owl.peer.id());
        return events(owl.peer.takeTexts());
    }
    static QStringList events(const Texts& texts)
    {
        QStringList events;
        for (const QByteArray& text : texts) {
            events.append(QJsonDocument::fromJson(text)[4][u"event"].toString());
        }
        return events;
    }

    Tablet fox{*this, 1};
    Tablet owl{*this, 2};
};

} // namespace

/// A peer whose socket is behind: what waits, what overtakes, what is dropped, and when it is given up.
class tst_HubBacklog : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void keepsWhatAPeerThatIsBehindCannotTake()
    {
        SlowOwl f;
        const int before = f.owl.peer.writes;
        f.fox.play(60);
        QCOMPARE(f.owl.heard(), Texts{});
        QCOMPARE(f.owl.peer.writes, before);
        f.owl.peer.result = WriteResult::Sent;
        f.owl.peer.pending = 0;
        f.hub.writable(f.owl.peer.id());
        QCOMPARE(f.owl.peer.takeTexts(), Texts{noteHeard(60)});
    }

    void servesTheOthersMeanwhile()
    {
        SlowOwl f;
        Tablet bear{f, 3};
        bear.join();
        f.fox.play(60);
        QCOMPARE(bear.heard(), Texts{noteHeard(60)});
    }

    void sendsUrgentLanesFirst()
    {
        SlowOwl f;
        f.send(u"note"_s, Lane::Notes);
        f.send(u"state"_s, Lane::State);
        f.send(u"quiet"_s, Lane::Control);
        f.hub.flush();
        f.send(u"resumed"_s, Lane::Control);
        f.hub.flush();
        QCOMPARE(f.eventsOnceWritable(),
                 (QStringList{u"quiet"_s, u"resumed"_s, u"state"_s, u"note"_s}));
    }

    void keepsTheOrderForAPeerThatIsNotBehind()
    {
        SlowOwl f;
        f.send(u"note"_s, Lane::Notes);
        f.send(u"quiet"_s, Lane::Control);
        QCOMPARE(SlowOwl::events(f.fox.heard()), (QStringList{u"note"_s, u"quiet"_s}));
    }

    void dropsNotesThatAreLate()
    {
        SlowOwl f;
        f.send(u"old note"_s, Lane::Notes);
        f.send(u"state"_s, Lane::State);
        f.hub.flush();
        f.clock.advance(200ms);
        f.send(u"new note"_s, Lane::Notes);
        f.hub.flush();
        f.clock.advance(100ms);
        QCOMPARE(f.eventsOnceWritable(), (QStringList{u"state"_s, u"new note"_s}));
    }

    void countsWhatClientsSayAsNotes()
    {
        SlowOwl f;
        f.fox.play(60);
        f.hub.flush();
        f.clock.advance(251ms);
        QCOMPARE(f.eventsOnceWritable(), QStringList{});
    }

    void queuesRepliesAndOwnFramesWithTheRest()
    {
        SlowOwl f;
        f.send(u"state"_s, Lane::State);
        f.owl.say("5", "presence", "{}");
        f.hub.push(f.owl.peer.id(), u"realtime:song"_s, u"own"_s, {}, Lane::Control);
        f.owl.say(R"([null,"6","phoenix","heartbeat",{}])");
        QCOMPARE(f.owl.heard(), Texts{});
        f.owl.peer.result = WriteResult::Sent;
        f.owl.peer.pending = 0;
        f.hub.writable(f.owl.peer.id());
        const Texts heard = f.owl.peer.takeTexts();
        QCOMPARE(heard.size(), 4);
        QVERIFY(heard.at(0).contains("phoenix"));
        QVERIFY(heard.at(1).contains("own"));
        QVERIFY(heard.at(2).contains("state"));
        QCOMPARE(heard.at(3), okReply("5"));
    }

    void leavesOutWhatIsNotForThePeerThatIsBehind()
    {
        SlowOwl f;
        f.owl.play(60);
        f.fox.play(61);
        f.hub.flush();
        f.owl.peer.result = WriteResult::Sent;
        f.owl.peer.pending = 0;
        f.hub.writable(f.owl.peer.id());
        QCOMPARE(f.owl.peer.takeTexts(), Texts{noteHeard(61)});
    }

    void writesDirectlyOnceItHasCaughtUp()
    {
        SlowOwl f;
        f.eventsOnceWritable();
        f.fox.play(60);
        QCOMPARE(f.owl.heard(), Texts{noteHeard(60)});
    }

    void drainsNoMoreThanTheSocketTakes()
    {
        SlowOwl f;
        for (int i = 0; i < 40; ++i) {
            f.send(u"state"_s, Lane::State, QString(1000, u'x'));
        }
        f.hub.flush();
        f.owl.peer.pending = 0;
        f.hub.writable(f.owl.peer.id()); // behind again after one piece of the queue
        const qsizetype first = f.owl.peer.takeTexts().size();
        QVERIFY(first > 0);
        QVERIFY(first < 20);
        f.send(u"quiet"_s, Lane::Control);
        f.hub.flush();
        const QStringList rest = f.eventsOnceWritable();
        QCOMPARE(rest.first(), u"quiet"_s);
        QCOMPARE(rest.size(), 40 - first + 1);
    }

    void givesUpAPeerThatIsTooFarBehind()
    {
        SlowOwl f{{.queuedBytesPerPeer = 2000}};
        f.send(u"state"_s, Lane::State, QString(1000, u'x'));
        f.hub.flush();
        QVERIFY(!f.owl.peer.closedWith);
        f.send(u"state"_s, Lane::State, QString(1000, u'x'));
        f.hub.flush();
        QCOMPARE(f.owl.peer.closedWith.value().first, 1013);
        QCOMPARE(f.owl.peer.closedWith.value().second, std::string{"too slow"});
        QCOMPARE(f.fox.heard().size(), 2);
    }

    void countsWhatTheSocketHoldsBack()
    {
        SlowOwl f{{.queuedBytesPerPeer = 2000}};
        f.owl.peer.pending = 1990;
        f.fox.play(60);
        f.hub.flush();
        QCOMPARE(f.owl.peer.closedWith.value().first, 1013);
    }

    void forgetsAPeerItHasGivenUp()
    {
        SlowOwl f{{.queuedBytesPerPeer = 500}};
        f.owl.say("2", "presence", R"({"event":"track","payload":{}})");
        f.hub.flush();
        f.fox.peer.takeTexts();
        f.send(u"state"_s, Lane::State, QString(1000, u'x'));
        const Texts heard = f.fox.heard();
        QCOMPARE(heard.size(), 2);
        QVERIFY(heard.at(1).contains("presence_diff"));
        const int writes = f.owl.peer.writes;
        f.owl.peer.result = WriteResult::Sent;
        f.hub.writable(f.owl.peer.id());
        f.owl.play(61);
        QCOMPARE(f.fox.heard(), Texts{});
        QCOMPARE(f.owl.peer.writes, writes);
    }
};

QTEST_GUILESS_MAIN(tst_HubBacklog)
#include "tst_HubBacklog.moc"
