#include "midi/LatestValue.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace tutti::midi;

class tst_LatestValue : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsWhatWasWrittenLast()
    {
        LatestValue<int> value;
        QCOMPARE(value.read(), 0);
        value.write(1);
        value.write(2);
        QCOMPARE(value.read(), 2);
        QCOMPARE(value.read(), 2);
        value.write(3);
        QCOMPARE(value.read(), 3);
    }

    void isNeverTornNorOlderThanBefore()
    {
        struct Pair {
            std::uint64_t a = 0;
            std::uint64_t b = 0;
        };
        constexpr std::uint64_t kLast = 200'000;
        LatestValue<Pair> value;
        std::thread writer{[&value] {
            for (std::uint64_t i = 1; i <= kLast; ++i) {
                value.write({i, ~i});
            }
        }};
        std::uint64_t before = 0;
        bool whole = true;
        while (before < kLast) {
            const Pair& pair = value.read();
            whole = whole && (pair.a == 0 || pair.b == ~pair.a) && pair.a >= before;
            before = pair.a;
        }
        writer.join();
        QVERIFY(whole);
    }
};

QTEST_APPLESS_MAIN(tst_LatestValue)
#include "tst_LatestValue.moc"
