#include "midi/ClickRenderer.h"

#include <algorithm>
#include <cmath>

namespace tutti::midi {
namespace {

using std::chrono::nanoseconds;

/// A click later than this only confuses.
constexpr std::chrono::milliseconds kTooLate{30};
/// The clock of the sound may be corrected backwards a little; further back is another run of it.
constexpr std::chrono::seconds kRestart{1};
constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

std::int64_t framesIn(nanoseconds time, int rate)
{
    return floorDiv(time.count() * rate + kNanosPerSecond / 2, kNanosPerSecond);
}

nanoseconds durationOf(std::int64_t frames, int rate)
{
    return nanoseconds{floorDiv(frames * kNanosPerSecond, rate)};
}

ClickKind kindOf(const Pulse& pulse)
{
    if (pulse.number < 1) {
        return ClickKind::CountIn;
    }
    return pulse.inBar == 1 ? ClickKind::Accent : ClickKind::Normal;
}

/// The bar before a release is clicked, so that everybody comes in together.
bool leadsIn(const Pulse& pulse, const ClickPlan& plan)
{
    if (!plan.quiet.releaseAt) {
        return false;
    }
    // The release is a bar line to the microsecond; a hair later is surely inside its bar.
    const ServerTime inside = *plan.quiet.releaseAt + std::chrono::milliseconds{1};
    return plan.timeline.pulseAt(plan.timeline.tickAt(inside)).bar == pulse.bar + 1;
}

bool sounds(const Pulse& pulse, const ClickPlan& plan)
{
    return !plan.quiet.holdsAt(pulse.at) || leadsIn(pulse, plan);
}

std::int16_t added(std::int16_t sample, float value)
{
    const float sum = static_cast<float>(sample) + value * 32767.0F;
    return static_cast<std::int16_t>(std::lround(std::clamp(sum, -32768.0F, 32767.0F)));
}

} // namespace

ClickRenderer::ClickRenderer(int framesPerSecond)
    : m_rate(framesPerSecond)
    , m_sound(framesPerSecond)
{
}

void ClickRenderer::render(std::span<std::int16_t> samples, ServerTime start, const ClickPlan& plan)
{
    std::fill(samples.begin(), samples.end(), std::int16_t{0});
    if (!plan.timeline.segments.empty() && !plan.timeline.meters.empty()) {
        startClicks(start, static_cast<std::int64_t>(samples.size() / 2), plan);
    }
    mix(samples, plan.volume);
}

void ClickRenderer::startClicks(ServerTime start, std::int64_t frames, const ClickPlan& plan)
{
    if (m_handled > start + kRestart) {
        m_handled = ServerTime::min();
    }
    const ServerTime from = std::max(start - kTooLate, m_handled + nanoseconds{1});
    for (auto pulse = plan.timeline.pulseFrom(from); pulse;
         pulse = plan.timeline.pulseAfter(*pulse)) {
        const std::int64_t frame = framesIn(pulse->at - start, m_rate);
        if (frame >= frames || pulse->at >= start + durationOf(frames, m_rate) + kTooLate) {
            break;
        }
        m_handled = pulse->at;
        if (sounds(*pulse, plan)) {
            strike(kindOf(*pulse), std::max<std::int64_t>(0, frame));
        }
    }
}

void ClickRenderer::strike(ClickKind kind, std::int64_t frame)
{
    m_voices[m_nextVoice] = {m_sound.wave(kind), -frame};
    m_nextVoice = (m_nextVoice + 1) % m_voices.size();
}

void ClickRenderer::mix(std::span<std::int16_t> samples, float volume)
{
    const auto frames = static_cast<std::int64_t>(samples.size() / 2);
    for (Voice& voice : m_voices) {
        const auto length = static_cast<std::int64_t>(voice.wave.size());
        const std::int64_t first = std::max<std::int64_t>(0, -voice.position);
        const std::int64_t last = std::min(frames, length - voice.position);
        for (std::int64_t i = first; i < last; ++i) {
            const float value = voice.wave[static_cast<std::size_t>(voice.position + i)] * volume;
            const auto left = static_cast<std::size_t>(2 * i);
            samples[left] = added(samples[left], value);
            samples[left + 1] = added(samples[left + 1], value);
        }
        voice.position = std::min(voice.position + frames, length);
    }
}

} // namespace tutti::midi
