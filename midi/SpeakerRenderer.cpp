#include "midi/SpeakerRenderer.h"

#include <algorithm>
#include <utility>

namespace tutti::midi {
namespace {

using std::chrono::nanoseconds;

constexpr std::int64_t kNanosPerSecond = 1'000'000'000;

std::int64_t framesIn(nanoseconds time, int rate)
{
    return floorDiv(time.count() * rate + kNanosPerSecond / 2, kNanosPerSecond);
}

/// The first time after the start of a block that belongs to frame `frames`.
nanoseconds timeBefore(std::int64_t frames, int rate)
{
    return nanoseconds{ceilDiv(frames * kNanosPerSecond - kNanosPerSecond / 2, rate)};
}

} // namespace

SpeakerRenderer::SpeakerRenderer(int framesPerSecond, std::unique_ptr<SoundFontSynth> synth)
    : m_rate(framesPerSecond)
    , m_clicks(framesPerSecond)
{
    if (synth) {
        m_synth.emplace(std::move(synth));
    }
}

void SpeakerRenderer::render(std::span<std::int16_t> samples, ServerTime start,
                             const ClickPlan& plan, const SoundChoice& choice, MixRing& notes)
{
    std::fill(samples.begin(), samples.end(), std::int16_t{0});
    const auto frames = static_cast<std::int64_t>(samples.size() / 2);
    const auto clicks = m_sequence.take(plan, choice, start, start + timeBefore(frames, m_rate));
    const std::span<const Beat> beats = beatsOf(clicks, start);
    if (choice.instrument == Instrument::Click) {
        for (const Beat& beat : beats) {
            m_clicks.strike(beat.kind, beat.frame);
        }
    }
    m_clicks.mix(samples, choice.volume);
    if (m_synth) {
        const bool strikes = choice.instrument == Instrument::Synth;
        m_synth->take(start, plan, choice, notes);
        m_synth->render(samples, strikes ? beats : std::span<const Beat>{}, choice.volume);
    }
}

std::span<const Beat> SpeakerRenderer::beatsOf(std::span<const DueClick> clicks, ServerTime start)
{
    std::transform(clicks.begin(), clicks.end(), m_beats.begin(), [&](const DueClick& click) {
        return Beat{click.kind, std::max<std::int64_t>(0, framesIn(click.at - start, m_rate))};
    });
    return std::span{m_beats}.first(clicks.size());
}

} // namespace tutti::midi
