#include "server/music/BeatAnnouncer.h"

#include <QTest>

using namespace tutti;
using namespace tutti::music;
using namespace std::chrono_literals;

class tst_BeatAnnouncer : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void announcesEveryPulseOnce300MsAhead()
    {
        BeatAnnouncer beats;
        beats.follow(line(120, 100s), 99s + kZero);
        for (int n = 0; n < 5000; ++n) {
            QCOMPARE(*beats.due(), ServerTime{100s + n * 500ms - 300ms});
            QVERIFY(!beats.take(*beats.due() - 1ns));
            const auto pulse = beats.take(*beats.due());
            QCOMPARE(pulse->at, ServerTime{100s + n * 500ms});
            QCOMPARE(pulse->number, std::int64_t{n + 1});
        }
    }

    void announcesAFastCountInThatIsDueAtOnce()
    {
        BeatAnnouncer beats;
        const ServerTime now{100s};
        beats.follow(line(300, 100s + 300ms), now);
        QCOMPARE(beats.take(now)->at, now + 300ms);
        QCOMPARE(*beats.due(), now + 200ms);
    }

    void announcesNoBeatTwiceWhenTheTempoChanges()
    {
        BeatAnnouncer beats;
        Timeline timeline = line(200, 100s);
        beats.follow(timeline, ServerTime{99s});
        ServerTime last{0s};
        for (int i = 0; i < 500; ++i) {
            const ServerTime now = *beats.due();
            const auto pulse = beats.take(now);
            QVERIFY(pulse->at > last);
            last = pulse->at;
            timeline = timeline.retimed(Tempo::fromBpm(60 + (i * 37) % 200), now + 300ms);
            beats.follow(timeline, now);
        }
    }

    void leavesOutBeatsThatAreOver()
    {
        BeatAnnouncer beats;
        beats.follow(line(60, 100s), ServerTime{99s});
        QVERIFY(beats.take(ServerTime{99s + 700ms}));
        // The laptop slept: what was due meanwhile is announced no more.
        QVERIFY(!beats.take(ServerTime{130s + 100ms}));
        QCOMPARE(*beats.due(), ServerTime{131s - 300ms});
        QCOMPARE(beats.take(ServerTime{131s - 300ms})->at, ServerTime{131s});
    }

    void announcesABeatLateRatherThanNotAtAllWhileItIsStillToCome()
    {
        BeatAnnouncer beats;
        beats.follow(line(60, 100s), ServerTime{99s});
        QCOMPARE(beats.take(ServerTime{100s})->at, ServerTime{100s});
        QVERIFY(!beats.take(ServerTime{101s + 1ns}));
        QCOMPARE(*beats.due(), ServerTime{102s - 300ms});
    }

    void saysNothingWhileStopped()
    {
        BeatAnnouncer beats;
        QVERIFY(!beats.due());
        beats.follow(line(60, 100s).stoppedAt(ServerTime{102s + 1ms}), ServerTime{99s});
        int announced = 0;
        while (beats.due()) {
            beats.take(*beats.due());
            ++announced;
        }
        QCOMPARE(announced, 3);
    }

private:
    static constexpr ServerTime kZero{};

    static Timeline line(double bpm, std::chrono::nanoseconds start)
    {
        return Timeline::stopped(Tempo::fromBpm(bpm), {4, 4}, kZero).started(ServerTime{start}, 0);
    }
};

QTEST_GUILESS_MAIN(tst_BeatAnnouncer)
#include "tst_BeatAnnouncer.moc"
