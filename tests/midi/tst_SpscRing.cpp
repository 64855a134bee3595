#include "midi/SpscRing.h"

#include <QTest>

#include <cstdint>
#include <thread>

using namespace tutti::midi;

class tst_SpscRing : public QObject {
    Q_OBJECT

private slots:
    void givesBackInOrderAndRefusesWhenFull()
    {
        SpscRing<int, 4> ring;
        QVERIFY(!ring.pop());
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 4; ++i) {
                QVERIFY(ring.push(10 * round + i));
            }
            QVERIFY(!ring.push(99));
            for (int i = 0; i < 4; ++i) {
                QCOMPARE(ring.pop(), std::optional{10 * round + i});
            }
            QVERIFY(!ring.pop());
        }
    }

    void losesNothingBetweenTwoThreads()
    {
        struct Pair {
            std::uint64_t a = 0;
            std::uint64_t b = 0;
        };
        constexpr std::uint64_t kLast = 100'000;
        SpscRing<Pair, 64> ring;
        std::thread writer{[&ring] {
            for (std::uint64_t i = 1; i <= kLast; ++i) {
                while (!ring.push({i, ~i})) {
                    std::this_thread::yield();
                }
            }
        }};
        std::uint64_t expected = 1;
        bool whole = true;
        while (expected <= kLast) {
            if (const auto pair = ring.pop()) {
                whole = whole && pair->a == expected && pair->b == ~expected;
                ++expected;
            }
        }
        writer.join();
        QVERIFY(whole);
    }
};

QTEST_APPLESS_MAIN(tst_SpscRing)
#include "tst_SpscRing.moc"
