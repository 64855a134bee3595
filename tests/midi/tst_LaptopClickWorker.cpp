#include "midi/LaptopClickWorker.h"
#include "tests/support/FakeAudioOut.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

constexpr int kRate = 48'000;

/// A worker whose output the test holds.
struct Desk {
    test::FakeAudioOut* output = nullptr;
    LatestValue<ClickPlan> plan;
    LaptopClickWorker worker{[this] {
                                 auto made = std::make_unique<test::FakeAudioOut>();
                                 made->answer = answer;
                                 output = made.get();
                                 return made;
                             },
                             plan, kRate};
    Result<void> answer;
};

} // namespace

class tst_LaptopClickWorker : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void playsTheNewestPlan()
    {
        Desk desk;
        QSignalSpy available{&desk.worker, &LaptopClickWorker::available};
        desk.worker.start();
        QCOMPARE(available.value(0).value(0).toBool(), true);
        const auto isSilent = [&](ServerTime start) {
            const auto samples = desk.output->play(start, 4800, kRate);
            return std::all_of(samples.begin(), samples.end(),
                               [](std::int16_t s) { return s == 0; });
        };
        QVERIFY(isSilent(ServerTime{0s}));
        ClickPlan plan;
        plan.timeline =
            Timeline::stopped(Tempo{60'000}, Meter{}, ServerTime{}).started(ServerTime{1s}, 0);
        desk.plan.write(plan);
        QVERIFY(!isSilent(ServerTime{1s}));
        QVERIFY(isSilent(ServerTime{1500ms}));
    }

    void saysThatThereIsNoSoundOutputAndTriesAgainWhenTold()
    {
        Desk desk;
        desk.answer = tl::unexpected{Error{ErrorCode::NoAudioDevice, {}}};
        QSignalSpy available{&desk.worker, &LaptopClickWorker::available};
        desk.worker.start();
        QCOMPARE(available.value(0).value(0).toBool(), false);
        desk.output->answer = {};
        desk.worker.start();
        QCOMPARE(available.value(1).value(0).toBool(), true);
        QVERIFY(desk.output->isRunning());
    }

    void passesOnThatTheOutputDiedAndCameBack()
    {
        Desk desk;
        desk.worker.start();
        QSignalSpy available{&desk.worker, &LaptopClickWorker::available};
        desk.output->change(false);
        desk.output->change(true);
        QCOMPARE(available.size(), 2);
        QCOMPARE(available.value(0).value(0).toBool(), false);
        QCOMPARE(available.value(1).value(0).toBool(), true);
    }

    void flushesTheOutputOnlyOnceThereIsOne()
    {
        Desk desk;
        desk.worker.flush();
        desk.worker.start();
        desk.worker.flush();
        QCOMPARE(desk.output->flushes, 1);
    }
};

QTEST_APPLESS_MAIN(tst_LaptopClickWorker)
#include "tst_LaptopClickWorker.moc"
