#include "tests/channel/HubFixture.h"
#include "tests/channel/RecordingTopic.h"

#include <QTest>

#include <memory>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

constexpr PeerId kOwl{2};

/// Reports its end from inside close(), as a socket does that was broken all along.
class HastyPeer final : public Peer {
public:
    explicit HastyPeer(channel::Hub& hub)
        : m_hub(hub)
    {
    }
    PeerId id() const override { return PeerId{9}; }
    WriteResult write(std::span<const Bytes>) override { return result; }
    std::size_t pendingBytes() const override { return 0; }
    void close(std::uint16_t, std::string_view) override
    {
        ++closed;
        m_hub.disconnected(id());
    }

    WriteResult result = WriteResult::Sent;
    int closed = 0;

private:
    channel::Hub& m_hub;
};

/// Three tablets in one topic, in this order; the owl is the one that ends.
struct Trio : HubFixture {
    Trio()
    {
        fox.join();
        owl->join();
        bear.join();
        owl->say("2", "presence", R"({"event":"track","payload":{"name":"owl"}})");
        hub.flush();
        fox.peer.takeTexts();
        owl->peer.takeTexts();
        bear.peer.takeTexts();
    }
    static bool saysOwlLeft(const QByteArray& text)
    {
        return text.contains("presence_diff") && text.contains(R"("joins":{})") &&
               text.contains(R"("name":"owl")");
    }

    Tablet fox{*this, 1};
    std::unique_ptr<Tablet> owl = std::make_unique<Tablet>(*this, 2);
    Tablet bear{*this, 3};
};

} // namespace

/// Peers that end at bad moments.
class tst_HubEnds : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void tellsTheOthersWhenAPeerIsGone()
    {
        Trio f;
        f.hub.disconnected(kOwl);
        const Texts heard = f.bear.heard();
        QCOMPARE(heard.size(), 1);
        QVERIFY(Trio::saysOwlLeft(heard.first()));
    }

    void touchesNoPeerAfterItsEnd()
    {
        Trio f;
        f.fox.play(60); // waits for the owl, too
        f.hub.disconnected(kOwl);
        f.owl.reset();
        QCOMPARE(f.bear.heard().first(), noteHeard(60));
    }

    void takesNoWordFromAPeerAfterItsEnd()
    {
        Trio f;
        f.hub.disconnected(kOwl);
        f.owl->play(60);
        f.hub.writable(kOwl);
        f.hub.disconnected(kOwl);
        const Texts heard = f.bear.heard();
        QCOMPARE(heard.size(), 1);
        QVERIFY(Trio::saysOwlLeft(heard.first()));
        QCOMPARE(f.owl->peer.takeTexts(), Texts{});
    }

    void servesTheOthersWhenAWriteFindsAPeerGone()
    {
        Trio f;
        f.owl->peer.result = WriteResult::Gone;
        f.fox.play(60);
        const Texts heard = f.bear.heard();
        QCOMPARE(heard.size(), 2);
        QCOMPARE(heard.at(0), noteHeard(60));
        QVERIFY(Trio::saysOwlLeft(heard.at(1)));
        QVERIFY(f.owl->peer.closedWith);
    }

    void writesNoMoreToAPeerThatIsGone()
    {
        Trio f;
        f.owl->peer.result = WriteResult::Gone;
        f.fox.play(60);
        f.hub.flush();
        const int writes = f.owl->peer.writes;
        f.fox.play(61);
        f.hub.flush();
        QCOMPARE(f.owl->peer.writes, writes);
    }

    void findsThatAPeerIsGoneWhileAnsweringIt()
    {
        Trio f;
        f.owl->peer.result = WriteResult::Gone;
        f.owl->say(R"([null,"6","phoenix","heartbeat",{}])");
        QVERIFY(Trio::saysOwlLeft(f.bear.heard().value(0)));
    }

    void buriesTwoThatAreGoneInOneTurn()
    {
        Trio f;
        f.owl->peer.result = WriteResult::Gone;
        f.bear.peer.result = WriteResult::Gone;
        f.fox.play(60);
        const Texts heard = f.fox.heard();
        QCOMPARE(heard.size(), 1);
        QVERIFY(Trio::saysOwlLeft(heard.first()));
        QVERIFY(f.owl->peer.closedWith);
        QVERIFY(f.bear.peer.closedWith);
    }

    void survivesAnEndReportedFromInsideWrite_data()
    {
        QTest::addColumn<WriteResult>("result");
        QTest::newRow("sent") << WriteResult::Sent;
        QTest::newRow("behind") << WriteResult::Behind;
        QTest::newRow("gone") << WriteResult::Gone;
    }

    void survivesAnEndReportedFromInsideWrite()
    {
        QFETCH(WriteResult, result);
        Trio f;
        f.owl->peer.result = result;
        f.owl->peer.duringWrite = [&] { f.hub.disconnected(kOwl); };
        f.fox.play(60);
        const Texts heard = f.bear.heard();
        QCOMPARE(heard.size(), 2);
        QVERIFY(Trio::saysOwlLeft(heard.at(1)));
        QVERIFY(!f.owl->peer.closedWith); // it is gone by itself
    }

    void survivesAnotherPeersEndReportedFromInsideWrite()
    {
        Trio f;
        f.fox.peer.duringWrite = [&] { f.hub.disconnected(kOwl); };
        f.bear.play(60);
        f.hub.flush();
        QCOMPARE(f.owl->peer.takeTexts(), Texts{}); // came after the fox
        const Texts heard = f.bear.heard();
        QCOMPARE(heard.size(), 1);
        QVERIFY(Trio::saysOwlLeft(heard.first()));
    }

    void survivesAFlushFromInsideWrite()
    {
        Trio f;
        f.owl->peer.duringWrite = [&] {
            f.hub.disconnected(kOwl);
            f.hub.flush();
        };
        f.fox.play(60);
        const Texts heard = f.bear.heard();
        QCOMPARE(heard.size(), 2);
        QCOMPARE(heard.at(0), noteHeard(60));
        QVERIFY(Trio::saysOwlLeft(heard.at(1)));
    }

    void survivesAnEndReportedFromInsideClose()
    {
        HubFixture f;
        HastyPeer peer{f.hub};
        f.hub.connected(peer, {protocol::Vsn::V2, {}, f.token()});
        peer.result = WriteResult::Gone;
        f.hub.textReceived(peer.id(), R"([null,"6","phoenix","heartbeat",{}])");
        f.hub.flush();
        QCOMPARE(peer.closed, 1);
        f.hub.flush();
        QCOMPARE(peer.closed, 1);
    }

    void leavesEveryTopicOfAPeer()
    {
        HubFixture f;
        RecordingTopic rooms;
        f.hub.addHandler(rooms);
        Tablet fox{f, 1};
        fox.join("{}", "realtime:music_room:LARK");
        fox.join("{}", "realtime:music_room:DOVE");
        fox.join();
        rooms.log.clear();
        f.hub.disconnected(fox.peer.id());
        f.hub.flush();
        QCOMPARE(rooms.log, (QByteArrayList{"left 1", "left 1"}));
    }

    void tellsAHandlerOfAnEndOnce()
    {
        HubFixture f;
        RecordingTopic rooms;
        f.hub.addHandler(rooms);
        Tablet fox{f, 1};
        fox.join("{}", "realtime:music_room:LARK");
        rooms.log.clear();
        rooms.whenLeft = [&](const channel::Member& member) {
            f.hub.push(member.peer, member.topic, u"bye"_s, {}, channel::Lane::Control);
            f.hub.closeMember(member.peer, member.topic);
        };
        fox.peer.duringWrite = [&] { f.hub.disconnected(fox.peer.id()); };
        f.hub.push(fox.peer.id(), u"realtime:music_room:LARK"_s, u"hello"_s, {},
                   channel::Lane::Notes);
        f.hub.flush();
        QCOMPARE(rooms.log, QByteArrayList{"left 1"});
        QCOMPARE(fox.peer.takeTexts().size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_HubEnds)
#include "tst_HubEnds.moc"
