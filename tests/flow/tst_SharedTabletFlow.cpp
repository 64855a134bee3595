#include "tests/flow/RunningTutti.h"
#include "tests/flow/TestTablet.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

QJsonArray ownSeats(const TestTablet& tablet)
{
    QJsonArray numbers;
    const QList<QJsonObject> states = tablet.payloads(u"room_state"_s);
    for (const QJsonValue& seat :
         states.isEmpty() ? QJsonArray{} : states.last()["you"_L1]["seats"_L1].toArray()) {
        numbers.append(seat["seat"_L1]);
    }
    return numbers;
}

QJsonArray yours(const TestTablet& tablet)
{
    const QList<QJsonObject> told = tablet.payloads(u"yours"_s);
    return told.isEmpty() ? QJsonArray{} : told.last().value("seats"_L1).toArray();
}

} // namespace

/// Two children at one tablet, and a teacher who moves them about, with real sockets.
class tst_SharedTabletFlow final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{u".*"_s});
        m_tutti.reset(new RunningTutti);
        QVERIFY(m_tutti->openLesson());
        m_pair.reset(new TestTablet{m_tutti->base(), u"LARK"_s, 2});
        m_pair->join();
        QTRY_COMPARE(ownSeats(*m_pair), QJsonArray{2});
    }
    void cleanup()
    {
        m_pair.reset();
        m_tutti.reset();
    }
    void comesBackWithBothSeats();
    void keepsOneSeatWhenTheOtherIsFreed();
    void takesASeatItIsGiven();
    void goesWhenItsOnlySeatIsFreed();

private:
    /// Makes it a tablet with seats 2 and 3.
    void pair()
    {
        m_pair->claim(3, {2});
        QTRY_COMPARE(ownSeats(*m_pair), (QJsonArray{2, 3}));
    }
    void playFor(int seat)
    {
        m_pair->broadcast(u"play_note"_s, {{u"midi"_s, 60}, {u"seat"_s, seat}});
    }

    std::unique_ptr<RunningTutti> m_tutti;
    std::unique_ptr<TestTablet> m_pair;
};

void tst_SharedTabletFlow::comesBackWithBothSeats()
{
    pair();
    TestTablet again{m_tutti->base(), u"LARK"_s, 2};
    again.open(m_pair->token());
    QTRY_COMPARE(ownSeats(again), (QJsonArray{2, 3}));
}

void tst_SharedTabletFlow::keepsOneSeatWhenTheOtherIsFreed()
{
    pair();
    TestTablet listener{m_tutti->base(), u"LARK"_s, 9};
    listener.join();
    QTRY_COMPARE(listener.heard(u"room_state"_s), 1);
    const QString old = m_pair->token();
    m_tutti->command(FreeSeat{SeatId{2}});
    QTRY_COMPARE(yours(*m_pair), QJsonArray{3});
    QCOMPARE(m_pair->heard(u"bye"_s), 0);
    playFor(2);
    QTRY_COMPARE(m_pair->heard(u"refused"_s), 1);
    QCOMPARE(m_pair->payloads(u"refused"_s)[0].value("code"_L1).toString(), u"not_your_seat"_s);
    playFor(3);
    QTRY_COMPARE(listener.heard(u"play_note"_s), 1);
    QCOMPARE(listener.payloads(u"play_note"_s)[0].value("seat"_L1).toInt(), 3);
    m_pair->claim(3, {});
    QTRY_COMPARE(ownSeats(*m_pair), QJsonArray{3});
    QVERIFY(m_pair->token() != old);
}

void tst_SharedTabletFlow::takesASeatItIsGiven()
{
    m_tutti->command(GiveSeat{SeatId{7}, m_pair->device()});
    QTRY_COMPARE(yours(*m_pair), (QJsonArray{2, 7}));
    m_pair->claim(7, {2});
    QTRY_COMPARE(ownSeats(*m_pair), (QJsonArray{2, 7}));
    QCOMPARE(m_pair->heard(u"bye"_s), 0);
}

void tst_SharedTabletFlow::goesWhenItsOnlySeatIsFreed()
{
    m_tutti->command(FreeSeat{SeatId{2}});
    QTRY_COMPARE(m_pair->heard(u"bye"_s), 1);
    QCOMPARE(m_pair->heard(u"yours"_s), 0);
}

QTEST_MAIN(tst_SharedTabletFlow)
#include "tst_SharedTabletFlow.moc"
