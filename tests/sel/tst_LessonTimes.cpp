#include "app/sel/LessonTimes.h"

#include <QRegularExpression>
#include <QTest>

using namespace tutti;
using namespace tutti::sel;
using namespace std::chrono_literals;

namespace {

IntervalSet span(std::chrono::seconds from, std::chrono::seconds to)
{
    return IntervalSet{{{ServerTime{from}, ServerTime{to}}}};
}

/// Two seats; the lesson runs from 10 s on.
Batch lessonOfTwo()
{
    RoomOpened opened;
    opened.seats = {{SeatId{1}, "fox", {}, Role::Melody}, {SeatId{2}, "bear", {}, Role::Melody}};
    opened.timeline = Timeline::stopped(Tempo{100'000}, Meter{}, ServerTime{});
    return {{1, ServerTime{0s}, {}, opened},
            {2, ServerTime{5s}, {}, SeatClaimed{SeatId{1}, "t1", 1}},
            {3, ServerTime{6s}, {}, SeatConnected{SeatId{1}}},
            {4, ServerTime{10s}, {}, LessonStarted{}}};
}

} // namespace

class tst_LessonTimes : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsPresencePlayAndRolesOffTheEvents()
    {
        Batch events = lessonOfTwo();
        events.push_back({5, ServerTime{20s}, {}, SeatsMuted{{SeatId{1}}, true}});
        events.push_back({6, ServerTime{30s}, {}, SeatsMuted{{SeatId{1}}, false}});
        events.push_back({7, ServerTime{40s}, {}, SeatDisconnected{SeatId{1}}});
        events.push_back({8, ServerTime{45s}, {}, SeatConnected{SeatId{1}}});
        events.push_back({9, ServerTime{50s}, {}, RoleAssigned{{SeatId{2}}, Role::Listener}});
        events.push_back({10, ServerTime{60s}, {}, LessonEnded{}});
        const LessonTimes times = timesOf(events, ServerTime{99s});
        QVERIFY(times.play == span(10s, 60s));
        const SeatTimes& first = times.seats.at(SeatId{1});
        QVERIFY(first.present == span(6s, 40s).unitedWith(span(45s, 60s)));
        QVERIFY(first.muted == span(20s, 30s));
        QVERIFY(first.playing == span(10s, 60s));
        QVERIFY(times.seats.at(SeatId{2}).playing == span(10s, 50s));
        QVERIFY(times.seats.at(SeatId{2}).present.isEmpty());
    }

    void endsQuietAtItsRelease()
    {
        Batch events = lessonOfTwo();
        events.push_back({5, ServerTime{20s}, {}, QuietStarted{ServerTime{20s}}});
        events.push_back({6, ServerTime{25s}, {}, QuietReleased{ServerTime{28s}}});
        events.push_back({7, ServerTime{26s}, {}, HandRaised{SeatId{1}, true}});
        events.push_back({8, ServerTime{28s}, {}, QuietEnded{}});
        QVERIFY(timesOf(events, ServerTime{60s}).quiet == span(20s, 28s));
    }

    void takesAnotherRolesSoloForAMuteAndAConductorForAListener()
    {
        Batch events = lessonOfTwo();
        events.push_back({5, ServerTime{20s}, {}, RoleAssigned{{SeatId{2}}, Role::Bass}});
        events.push_back({6, ServerTime{20s}, {}, SoloChanged{Role::Bass}});
        events.push_back({7, ServerTime{25s}, {}, SeatsMuted{{SeatId{1}}, true}});
        events.push_back({8, ServerTime{30s}, {}, SoloChanged{}});
        events.push_back({9, ServerTime{35s}, {}, SeatsMuted{{SeatId{1}}, false}});
        events.push_back({10, ServerTime{40s}, {}, RoleAssigned{{SeatId{1}}, Role::Conductor}});
        const LessonTimes times = timesOf(events, ServerTime{60s});
        QVERIFY(times.seats.at(SeatId{1}).muted == span(20s, 35s));
        QVERIFY(times.seats.at(SeatId{2}).muted.isEmpty());
        QVERIFY(times.seats.at(SeatId{1}).playing == span(10s, 40s));
    }

    void beginsAGuestsTimesWithItsSeat()
    {
        Batch events = lessonOfTwo();
        events.push_back(
            {5, ServerTime{20s}, {}, SeatAdded{{SeatId{3}, "pig", {}, Role::Melody, true}}});
        events.push_back({6, ServerTime{22s}, {}, SeatClaimed{SeatId{3}, "t3", 1}});
        events.push_back({7, ServerTime{22s}, {}, SeatConnected{SeatId{3}}});
        events.push_back({8, ServerTime{30s}, {}, GameMoved{}});
        events.push_back({9, ServerTime{40s}, {}, SeatFreed{SeatId{3}, 2}});
        const SeatTimes guest = timesOf(events, ServerTime{60s}).seats.at(SeatId{3});
        QVERIFY(guest.playing == span(20s, 60s));
        QVERIFY(guest.present == span(22s, 40s));
    }

    void cutsALessonThatNeverEnded()
    {
        const LessonTimes times = timesOf(lessonOfTwo(), ServerTime{30s});
        QVERIFY(times.play == span(10s, 30s));
        QVERIFY(times.seats.at(SeatId{1}).present == span(6s, 30s));
    }
};

QTEST_APPLESS_MAIN(tst_LessonTimes)
#include "tst_LessonTimes.moc"
