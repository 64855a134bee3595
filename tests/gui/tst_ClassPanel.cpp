#include "tests/gui/LiveRoom.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/ClassPanel.h"
#include "ui/widgets/FigureRow.h"
#include "ui/widgets/HandsPanel.h"
#include "ui/widgets/MoodRow.h"
#include "ui/widgets/SeatGrid.h"

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// What a figure says to a screen reader, or nothing if it is not shown.
QString figure(const Dashboard& d, const QString& name)
{
    for (const auto* row : d.window.findChildren<FigureRow*>()) {
        if (row->isVisible() && row->accessibleName().startsWith(name)) {
            return row->accessibleName();
        }
    }
    return {};
}

struct JamDashboard : Dashboard {
    JamDashboard()
    {
        startLesson();
        beginGame("free_jam");
        for (std::int32_t seat = 1; seat <= 4; ++seat) {
            room.join(seat, clock.now());
        }
    }
};

} // namespace

class tst_ClassPanel : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void asksHowItFeltAndStopsAsking()
    {
        JamDashboard d;
        QVERIFY(!d.shown<MoodRow>());
        QVERIFY(d.click(u"Ask how it felt…"_s));
        QVERIFY(d.sink.last<AskMood>());
        d.record(MoodAsked{1});
        QVERIFY(d.shown<MoodRow>());
        QVERIFY(d.says(u"Check-in 0 of 4"_s));
        QVERIFY(d.click(u"Stop asking"_s));
        QVERIFY(d.sink.last<EndMood>());
        d.record(MoodEnded{});
        QVERIFY(d.named<QWidget>(u"Ask how it felt…"_s));
    }

    void showsTotalsOnly()
    {
        JamDashboard d;
        d.record(MoodAsked{1});
        d.record(MoodGiven{SeatId{1}, Mood::Happy});
        d.record(MoodGiven{SeatId{2}, Mood::Happy});
        d.record(MoodGiven{SeatId{3}, std::nullopt});
        QVERIFY(d.named<QWidget>(u"Happy: 2"_s));
        QVERIFY(d.named<QWidget>(u"Sad: 0"_s));
        QVERIFY(d.says(u"Check-in 3 of 4"_s));
        d.record(MoodEnded{});
        QVERIFY(d.named<QWidget>(u"Happy: 2"_s));
    }

    void countsWhoIsHereAndNoTurnsInFreeJam()
    {
        JamDashboard d;
        QCOMPARE(figure(d, u"Here"_s), u"Here: 4 of 24"_s);
        QVERIFY(d.says(u"Free Jam counts no turns and no timing."_s));
        QVERIFY(figure(d, u"Together in time"_s).isEmpty());
        QVERIFY(figure(d, u"Taking part"_s).isEmpty());
    }

    void showsTheActiveShareAfterAMinute()
    {
        JamDashboard d;
        QCOMPARE(figure(d, u"Active share"_s), u"Active share: After a minute of playing"_s);
        for (int i = 0; i < 60; ++i) {
            d.room.note(1, 60, d.clock.now());
            d.later(2s);
        }
        // One of four plays all the time.
        QCOMPARE(figure(d, u"Active share"_s), u"Active share: 25%"_s);
    }

    void measuresBeatRingByTheRealRules()
    {
        Dashboard d;
        LiveRoom room(d);
        QCOMPARE(figure(d, u"Taking part"_s), u"Taking part: 0 of 6"_s);
        QCOMPARE(figure(d, u"Together in time"_s), u"Together in time: After eight notes"_s);
        QVERIFY(d.says(u"Together: within 0.12 s, not a grade."_s));
        d.room.note(2, 60, d.clock.now());
        d.room.note(2, 60, d.clock.now() + 1ms);
        d.room.note(3, 60, d.clock.now());
        QCOMPARE(figure(d, u"Taking part"_s), u"Taking part: 2 of 6"_s);
    }

    void startsCountingAgainWithEachRound()
    {
        Dashboard d;
        LiveRoom room(d);
        d.room.note(2, 60, d.clock.now());
        QCOMPARE(figure(d, u"Taking part"_s), u"Taking part: 1 of 6"_s);
        d.key(Qt::Key_N);
        QVERIFY(d.sink.last<MakeMove>());
        QVERIFY(room.carryOut());
        QCOMPARE(figure(d, u"Taking part"_s), u"Taking part: 0 of 6"_s);
    }

    void namesWhoHasBeenQuietAndGivesABeat()
    {
        Dashboard d;
        LiveRoom room(d);
        room.submit(MakeMove{{SeatId{}, "assign", R"({"seats":[2],"beat":0})"}});
        room.submit(StartTransport{});
        d.clock.advance(1s);
        room.submit(Tick{});
        QVERIFY(!d.named<QWidget>(u"Give a beat"_s));
        d.clock.advance(130s);
        for (const std::int32_t seat : {1, 3, 4, 5, 6}) {
            d.room.note(seat, 60, d.clock.now());
        }
        d.later(2s);
        QVERIFY(d.says(u"Ben"_s));
        QVERIFY(d.click(u"Give a beat"_s));
        QVERIFY(d.sink.last<MakeMove>());
        QCOMPARE(QString::fromStdString(d.sink.last<MakeMove>()->move.name), u"assign"_s);
        QVERIFY(room.carryOut());
        QCOMPARE(room.state().game->beatsOf(SeatId{2}).size(), std::size_t{1});
    }

    void pinsRaisedHandsLongestFirst()
    {
        JamDashboard d;
        QVERIFY(!d.shown<HandsPanel>());
        d.record(HandRaised{SeatId{3}, true});
        d.clock.advance(20s);
        d.record(HandRaised{SeatId{1}, true});
        d.settle();
        QVERIFY(d.says(u"Chloe raised a hand"_s));
        QVERIFY(d.says(u"20 seconds ago"_s));
        QVERIFY(d.says(u"Just now"_s));
        const auto top = [&](const QString& name) {
            return d.named<QWidget>(name)->mapTo(&d.window, QPoint()).y();
        };
        QVERIFY(top(u"Show Chloe"_s) < top(u"Show Amara"_s));
        d.record(HandRaised{SeatId{2}, true});
        d.record(HandRaised{SeatId{4}, true});
        d.settle();
        QVERIFY(d.says(u"2 more"_s));
        QVERIFY(!d.named<QWidget>(u"Show Ben"_s));
    }

    void showsTheStudentAndLowersTheHand()
    {
        JamDashboard d;
        d.record(HandRaised{SeatId{3}, true});
        d.settle();
        QVERIFY(d.click(u"Show Chloe"_s));
        const auto* grid = d.named<SeatGrid>(u"Students"_s);
        QCOMPARE(grid->currentIndex().data(SeatModel::SeatRole).toInt(), 3);
        QVERIFY(d.click(u"Lower the hand of Chloe"_s));
        QCOMPARE(d.sink.last<RaiseHand>()->seat, SeatId{3});
        QCOMPARE(d.sink.last<RaiseHand>()->up, false);
        d.record(HandRaised{SeatId{3}, false});
        QVERIFY(!d.shown<HandsPanel>());
    }

    void tellsOfASilentTablet()
    {
        JamDashboard d;
        d.record(DeviceReported{SeatId{3}, {true, true, 14.0, 3.0, false}});
        QVERIFY(d.says(u"Chloe’s tablet is silent: check the volume keys"_s));
        d.record(DeviceReported{SeatId{3}, {true, true, 14.0, 3.0, true}});
        QVERIFY(!d.shown<HandsPanel>());
    }
};

QTEST_MAIN(tst_ClassPanel)
#include "tst_ClassPanel.moc"
