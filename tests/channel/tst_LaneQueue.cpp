#include "server/channel/LaneQueue.h"

#include <QTest>

using namespace tutti;
using namespace tutti::channel;
using namespace std::chrono_literals;

namespace {

constexpr ServerTime kNow{10s};

QByteArrayList all(LaneQueue& queue, ServerTime now)
{
    QByteArrayList frames;
    while (auto frame = queue.take(now)) {
        frames.append(*frame);
    }
    return frames;
}

} // namespace

class tst_LaneQueue : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void sendsUrgentLanesFirst()
    {
        LaneQueue queue;
        queue.push("note", Lane::Notes, kNow);
        queue.push("state", Lane::State, kNow);
        queue.push("control", Lane::Control, kNow);
        QCOMPARE(all(queue, kNow), (QByteArrayList{"control", "state", "note"}));
    }

    void keepsTheOrderInsideALane()
    {
        LaneQueue queue;
        queue.push("1", Lane::State, kNow);
        queue.push("2", Lane::State, kNow);
        queue.push("3", Lane::State, kNow);
        QCOMPARE(all(queue, kNow), (QByteArrayList{"1", "2", "3"}));
    }

    void letsALateUrgentFrameOvertake()
    {
        LaneQueue queue;
        queue.push("state 1", Lane::State, kNow);
        queue.push("state 2", Lane::State, kNow);
        QCOMPARE(queue.take(kNow), std::optional<QByteArray>{"state 1"});
        queue.push("quiet", Lane::Control, kNow);
        QCOMPARE(all(queue, kNow), (QByteArrayList{"quiet", "state 2"}));
    }

    void dropsNotesThatAreLate()
    {
        LaneQueue queue;
        queue.push("old", Lane::Notes, kNow);
        queue.push("new", Lane::Notes, kNow + 1ms);
        QCOMPARE(all(queue, kNow + 251ms), QByteArrayList{"new"});
    }

    void keepsNotesForTheirWholeLife()
    {
        LaneQueue queue;
        queue.push("note", Lane::Notes, kNow);
        QCOMPARE(all(queue, kNow + LaneQueue::kNoteLife), QByteArrayList{"note"});
    }

    void dropsNothingButNotes()
    {
        LaneQueue queue;
        queue.push("state", Lane::State, kNow);
        queue.push("control", Lane::Control, kNow);
        QCOMPARE(all(queue, kNow + 1h), (QByteArrayList{"control", "state"}));
    }

    void countsItsBytes()
    {
        LaneQueue queue;
        QVERIFY(queue.isEmpty());
        queue.push("12345", Lane::State, kNow);
        queue.push("123", Lane::Notes, kNow);
        QCOMPARE(queue.bytes(), std::size_t{8});
        queue.take(kNow);
        QCOMPARE(queue.bytes(), std::size_t{3});
        queue.take(kNow);
        QVERIFY(queue.isEmpty());
    }

    void countsNoDroppedNote()
    {
        LaneQueue queue;
        queue.push("12345", Lane::Notes, kNow);
        queue.push("123", Lane::State, kNow + 1s);
        QCOMPARE(queue.bytes(), std::size_t{3});
    }

    void isEmptyWhenOnlyLateNotesWereLeft()
    {
        LaneQueue queue;
        queue.push("note", Lane::Notes, kNow);
        QCOMPARE(queue.take(kNow + 1s), std::optional<QByteArray>{});
        QVERIFY(queue.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_LaneQueue)
#include "tst_LaneQueue.moc"
