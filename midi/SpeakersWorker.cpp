#include "midi/SpeakersWorker.h"

#include <filesystem>
#include <utility>

namespace tutti::midi {

SpeakersWorker::SpeakersWorker(AudioOutFactory makeOutput, std::string soundFont, SpeakerFeed& feed,
                               int framesPerSecond)
    : m_makeOutput(std::move(makeOutput))
    , m_soundFont(std::move(soundFont))
    , m_feed(feed)
    , m_rate(framesPerSecond)
{
}

void SpeakersWorker::prepare()
{
    auto synth = SoundFontSynth::open(m_soundFont, m_rate);
    std::error_code error;
    const SynthState missing =
        std::filesystem::exists(m_soundFont, error) ? SynthState::Failed : SynthState::None;
    const SynthState state = synth ? SynthState::Ready : missing;
    m_renderer.emplace(m_rate, std::move(synth));
    m_output = m_makeOutput();
    m_output->onChange([this](bool sounds) { emit available(sounds); });
    emit synthLoaded(state);
}

void SpeakersWorker::start()
{
    if (!m_output) {
        prepare();
    }
    const auto started = m_output->start([this](std::span<std::int16_t> samples, ServerTime start,
                                                int /*rate*/) {
        m_renderer->render(samples, start, m_feed.plan.read(), m_feed.choice.read(), m_feed.notes);
    });
    emit available(started.has_value());
}

void SpeakersWorker::flush()
{
    if (m_output) {
        m_output->flush();
    }
}

} // namespace tutti::midi
