#include "midi/ClickSound.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace tutti::midi;

namespace {

double energyOf(std::span<const float> wave)
{
    double sum = 0.0;
    for (const float sample : wave) {
        sum += static_cast<double>(sample) * static_cast<double>(sample);
    }
    return sum;
}

} // namespace

class tst_ClickSound : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void isShortAndNeverClips()
    {
        const ClickSound sound{48'000};
        for (const ClickKind kind : {ClickKind::Accent, ClickKind::Normal, ClickKind::CountIn}) {
            const auto wave = sound.wave(kind);
            QCOMPARE(wave.size(), std::size_t{2880});
            QVERIFY(
                std::all_of(wave.begin(), wave.end(), [](float s) { return std::abs(s) <= 1.0F; }));
            QVERIFY(std::abs(wave.back()) < 0.001F);
        }
    }

    void peaksWithinAMillisecondOfItsStart()
    {
        const ClickSound sound{48'000};
        const auto wave = sound.wave(ClickKind::Normal);
        const std::vector<float> copy{wave.begin(), wave.end()};
        const auto peak = std::max_element(
            copy.begin(), copy.end(), [](float a, float b) { return std::abs(a) < std::abs(b); });
        QVERIFY(peak - copy.begin() < 48);
    }

    void accentsAreLouder()
    {
        const ClickSound sound{48'000};
        QVERIFY(energyOf(sound.wave(ClickKind::Accent)) >
                2.0 * energyOf(sound.wave(ClickKind::Normal)));
    }

    void lastsAsLongAtAnotherRate()
    {
        QCOMPARE(ClickSound{44'100}.wave(ClickKind::Accent).size(), std::size_t{2646});
    }
};

QTEST_APPLESS_MAIN(tst_ClickSound)
#include "tst_ClickSound.moc"
