#include "midi/ClickSound.h"

#include <cmath>
#include <numbers>

namespace tutti::midi {
namespace {

struct Tone {
    double hertz;
    double loudness;
};

/// In the order of ClickKind. The accent is higher and louder, the count-in lower, so that each is
/// told by ear alone.
constexpr std::array kTones{Tone{2093.0, 0.9}, Tone{1396.9, 0.55}, Tone{1046.5, 0.6}};

constexpr double kSeconds = 0.060;
constexpr double kDecaySeconds = 0.012;
/// Short enough to be an attack, long enough not to crackle.
constexpr double kRiseSeconds = 0.0005;
/// First overtone of a free bar (2.756 times its fundamental).
constexpr double kOvertone = 2.756;

std::vector<float> render(const Tone& tone, int framesPerSecond)
{
    std::vector<float> wave(static_cast<std::size_t>(kSeconds * framesPerSecond));
    for (std::size_t i = 0; i < wave.size(); ++i) {
        const double t = static_cast<double>(i) / framesPerSecond;
        const double turn = 2.0 * std::numbers::pi * tone.hertz * t;
        // A cosine start puts the loudest frame at the beginning: the click is where its pulse is.
        const double body = 0.75 * std::cos(turn) + 0.25 * std::cos(kOvertone * turn);
        const double rise = std::min(1.0, t / kRiseSeconds);
        const double fall = std::exp(-t / kDecaySeconds) * (1.0 - t / kSeconds);
        wave[i] = static_cast<float>(tone.loudness * body * rise * fall);
    }
    return wave;
}

} // namespace

ClickSound::ClickSound(int framesPerSecond)
{
    for (std::size_t i = 0; i < kTones.size(); ++i) {
        m_waves[i] = render(kTones[i], framesPerSecond);
    }
}

std::span<const float> ClickSound::wave(ClickKind kind) const
{
    return m_waves[static_cast<std::size_t>(kind)];
}

} // namespace tutti::midi
