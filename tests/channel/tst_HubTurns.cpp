#include "tests/channel/HubFixture.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;

/// How many writes a turn of the loop costs (design 2).
class tst_HubTurns : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void writesALoneFrameOnceAndInOnePiece()
    {
        HubFixture f;
        Tablet fox{f, 1};
        Tablet owl{f, 2};
        fox.join();
        owl.join();
        const int before = owl.peer.writes;
        fox.play(60);
        QCOMPARE(owl.heard(), Texts{noteHeard(60)});
        QCOMPARE(owl.peer.writes, before + 1);
        QCOMPARE(owl.peer.lastPieces, std::size_t{1});
    }

    void writesABusyTurnOnce()
    {
        HubFixture f;
        Tablet fox{f, 1};
        Tablet owl{f, 2};
        Tablet bear{f, 3};
        Texts expected;
        fox.join();
        owl.join();
        bear.join();
        const int before = owl.peer.writes + bear.peer.writes;
        for (int i = 0; i < 100; ++i) {
            fox.play(i);
            expected.append(noteHeard(i));
        }
        QCOMPARE(owl.heard(), expected);
        QCOMPARE(bear.heard(), expected);
        QCOMPARE(owl.peer.writes + bear.peer.writes, before + 2);
        QCOMPARE(owl.peer.lastPieces, std::size_t{1});
    }

    void writesNothingToASenderThatOnlyHearsItself()
    {
        HubFixture f;
        Tablet fox{f, 1};
        fox.join();
        const int before = fox.peer.writes;
        fox.play(60);
        fox.play(61);
        QCOMPARE(fox.heard(), Texts{});
        QCOMPARE(fox.peer.writes, before);
    }

    void leavesOutASendersOwnFramesInOneWrite()
    {
        HubFixture f;
        Tablet fox{f, 1};
        Tablet owl{f, 2};
        fox.join();
        owl.join();
        const int before = fox.peer.writes;
        for (int i = 0; i < 6; i += 2) {
            fox.play(i);
            owl.play(i + 1);
        }
        QCOMPARE(fox.heard(), (Texts{noteHeard(1), noteHeard(3), noteHeard(5)}));
        QCOMPARE(owl.heard(), (Texts{noteHeard(0), noteHeard(2), noteHeard(4)}));
        QCOMPARE(fox.peer.writes, before + 1);
    }

    void writesNothingInAnEmptyTurn()
    {
        HubFixture f;
        Tablet fox{f, 1};
        Tablet owl{f, 2};
        fox.join();
        owl.join();
        fox.play(60);
        f.hub.flush();
        const int before = owl.peer.writes;
        f.hub.flush();
        QCOMPARE(owl.peer.writes, before);
    }

    void tellsANewMemberNothingOfTheTurnBeforeItCame()
    {
        HubFixture f;
        Tablet fox{f, 1};
        Tablet owl{f, 2};
        Tablet bear{f, 3};
        fox.join();
        owl.join();
        fox.play(60);
        bear.say("1", "phx_join", "{}");
        fox.play(61);
        QCOMPARE(owl.heard(), (Texts{noteHeard(60), noteHeard(61)}));
        const Texts heard = bear.heard();
        QCOMPARE(heard.size(), 2);
        QVERIFY(heard.at(0).contains("phx_reply"));
        QCOMPARE(heard.at(1), noteHeard(61));
    }

    void tellsALeaverTheTurnBeforeItWent()
    {
        HubFixture f;
        Tablet fox{f, 1};
        Tablet owl{f, 2};
        fox.join();
        owl.join();
        fox.play(60);
        owl.say("9", "phx_leave", "{}");
        fox.play(61);
        QCOMPARE(owl.heard(), (Texts{noteHeard(60), okReply("9"),
                                     R"(["1","1","realtime:song","phx_close",{}])"}));
    }

    void wantsToFlushWhenMuchHasCollected()
    {
        HubFixture f;
        Tablet fox{f, 1};
        Tablet owl{f, 2};
        fox.join();
        owl.join();
        fox.say("2", "broadcast", '"' + QByteArray(60'000, 'x') + '"');
        QVERIFY(!f.hub.wantsFlush());
        fox.say("2", "broadcast", '"' + QByteArray(6'000, 'x') + '"');
        QVERIFY(f.hub.wantsFlush());
        f.hub.flush();
        QVERIFY(!f.hub.wantsFlush());
    }

    void startsEmptyTopicsAnew()
    {
        HubFixture f;
        Tablet fox{f, 1};
        fox.join();
        f.hub.setPresence(QStringLiteral("realtime:song"), {}, QStringLiteral("seat-3"), {});
        fox.say("3", "phx_leave", "{}");
        fox.heard();
        fox.say("1", "phx_join", R"({"config":{"presence":{"enabled":true}}})");
        QCOMPARE(fox.heard().last(),
                 QByteArray{R"(["1",null,"realtime:song","presence_state",{}])"});
    }
};

QTEST_GUILESS_MAIN(tst_HubTurns)
#include "tst_HubTurns.moc"
