#include "midi/LaptopClickWorker.h"

#include <utility>

namespace tutti::midi {

LaptopClickWorker::LaptopClickWorker(AudioOutFactory makeOutput, LatestValue<ClickPlan>& plan,
                                     int framesPerSecond)
    : m_makeOutput(std::move(makeOutput))
    , m_plan(plan)
    , m_renderer(framesPerSecond)
{
}

void LaptopClickWorker::start()
{
    if (!m_output) {
        m_output = m_makeOutput();
        m_output->onChange([this](bool sounds) { emit available(sounds); });
    }
    const auto started =
        m_output->start([this](std::span<std::int16_t> samples, ServerTime start, int /*rate*/) {
            m_renderer.render(samples, start, m_plan.read());
        });
    emit available(started.has_value());
}

void LaptopClickWorker::flush()
{
    if (m_output) {
        m_output->flush();
    }
}

} // namespace tutti::midi
