#include "tests/flow/RunningTutti.h"
#include "tests/flow/TestTablet.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

/// The way of a tablet through a door the teacher has locked, with real sockets.
class tst_DoorFlow final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{u".*"_s});
        m_tutti.reset(new RunningTutti);
        QVERIFY(m_tutti->openLesson());
    }
    void cleanup() { m_tutti.reset(); }
    void leadsFromWaitingToASeat();
    void endsForATabletThatIsSentAway();
    void changesItsWordWithoutMovingTheRoom();
    void leadsAMovedTabletToTheSeatItWasGiven();

private:
    /// Knocks until the door says this; QTRY_VERIFY calls it again and again.
    static bool answersWith(TestTablet& tablet, int status)
    {
        if (tablet.status() != status) {
            tablet.knock();
            [[maybe_unused]] const bool answered =
                QTest::qWaitFor([&] { return tablet.status() != 0; }, 2000);
        }
        return tablet.status() == status;
    }

    std::unique_ptr<RunningTutti> m_tutti;
};

void tst_DoorFlow::leadsFromWaitingToASeat()
{
    TestTablet fox{m_tutti->base(), u"LARK"_s, 1};
    m_tutti->command(LockRoom{true});
    QTRY_VERIFY(answersWith(fox, 202));
    QVERIFY(fox.answer().value("waiting"_L1).toBool());
    QVERIFY(!fox.answer().contains("seats"_L1));
    fox.join();
    QTRY_COMPARE(fox.status(), 403);
    m_tutti->command(AnswerDoor{fox.device(), true});
    QTRY_VERIFY(answersWith(fox, 200));
    // Its number comes with its seat.
    QVERIFY(fox.answer().value("tablet"_L1).isNull());
    fox.join();
    QTRY_COMPARE(fox.heard(u"room_state"_s), 1);
    QCOMPARE(fox.answer().value("tablet"_L1).toInt(), 1);
}

void tst_DoorFlow::endsForATabletThatIsSentAway()
{
    TestTablet fox{m_tutti->base(), u"LARK"_s, 1};
    m_tutti->command(LockRoom{true});
    QTRY_VERIFY(answersWith(fox, 202));
    m_tutti->command(AnswerDoor{fox.device(), false});
    QTRY_VERIFY(answersWith(fox, 403));
    QCOMPARE(fox.answer()["error"_L1]["code"_L1].toString(), u"not_admitted"_s);
    m_tutti->command(LockRoom{false});
    QTRY_VERIFY(answersWith(fox, 200));
}

void tst_DoorFlow::changesItsWordWithoutMovingTheRoom()
{
    TestTablet fox{m_tutti->base(), u"LARK"_s, 1};
    fox.join();
    QTRY_COMPARE(fox.heard(u"room_state"_s), 1);
    m_tutti->command(ChangeCode{{"FERN"}});
    // Who is in learns the new word, to tell it to others.
    QTRY_COMPARE(fox.heard(u"room_state"_s), 2);
    QCOMPARE(fox.payloads(u"room_state"_s).last().value("room"_L1).toString(), u"FERN"_s);
    TestTablet late{m_tutti->base(), u"LARK"_s, 2};
    QTRY_VERIFY(answersWith(late, 404));
    TestTablet bear{m_tutti->base(), u"FERN"_s, 2};
    QVERIFY(answersWith(bear, 200));
    QCOMPARE(bear.answer().value("topic"_L1).toString(), u"realtime:music_room:LARK"_s);
    bear.join();
    QTRY_COMPARE(bear.heard(u"room_state"_s), 1);
    bear.play(64);
    QTRY_COMPARE(fox.heard(u"play_note"_s), 1);
    // Who sits in the room comes back with the word it knows.
    fox.knock();
    QTRY_COMPARE(fox.status(), 200);
    QCOMPARE(fox.answer().value("yours"_L1).toArray(), QJsonArray{1});
}

void tst_DoorFlow::leadsAMovedTabletToTheSeatItWasGiven()
{
    TestTablet fox{m_tutti->base(), u"LARK"_s, 1};
    fox.join();
    QTRY_COMPARE(fox.heard(u"room_state"_s), 1);
    m_tutti->command(SwapSeats{SeatId{1}, SeatId{5}});
    QTRY_COMPARE(fox.heard(u"bye"_s), 1);
    QCOMPARE(fox.payloads(u"bye"_s)[0].value("reason"_L1).toString(), u"seat_released"_s);
    fox.knock();
    QTRY_COMPARE(fox.status(), 200);
    QCOMPARE(fox.answer().value("yours"_L1).toArray(), QJsonArray{5});
    fox.claim(5, {});
    QTRY_COMPARE(fox.heard(u"room_state"_s), 2);
}

QTEST_MAIN(tst_DoorFlow)
#include "tst_DoorFlow.moc"
