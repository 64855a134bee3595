#include "ui/models/QuietKey.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace std::chrono_literals;

class tst_QuietKey : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void isOneKeyForBothWays_data()
    {
        QTest::addColumn<QuietState>("quiet");
        QTest::addColumn<int>("millis");
        QTest::addColumn<QuietPress>("expected");
        const ServerTime start{};
        const QuietState playing;
        const QuietState quiet{true, start, std::nullopt};
        const QuietState leaving{true, start, start + 5s};
        using enum QuietPress;
        QTest::newRow("playing") << playing << 0 << BeQuiet;
        QTest::newRow("a bounce") << quiet << 0 << Nothing;
        QTest::newRow("a slip") << quiet << 1499 << Nothing;
        QTest::newRow("meant") << quiet << 1500 << LetPlay;
        QTest::newRow("much later") << quiet << 600'000 << LetPlay;
        QTest::newRow("while counted in") << leaving << 4000 << BeQuiet;
        QTest::newRow("at the release") << leaving << 5000 << BeQuiet;
        QTest::newRow("after the release") << leaving << 6000 << BeQuiet;
    }

    void isOneKeyForBothWays()
    {
        QFETCH(QuietState, quiet);
        QFETCH(int, millis);
        QTEST(quietPressAt(quiet, ServerTime{std::chrono::milliseconds{millis}}), "expected");
    }
};

QTEST_GUILESS_MAIN(tst_QuietKey)
#include "tst_QuietKey.moc"
