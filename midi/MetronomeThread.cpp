#include "midi/MetronomeThread.h"

#include "midi/RealTimeThread.h"

#include <algorithm>
#include <utility>

namespace tutti::midi {
namespace {

/// How long quiet, a new tempo and the end may wait to be seen.
constexpr std::chrono::nanoseconds kLongestSleep = std::chrono::milliseconds{20};

} // namespace

MetronomeThread::MetronomeThread(const Clock& clock, std::unique_ptr<MidiPort> port,
                                 MetronomeFeed& feed, std::function<void()> gone)
    : m_clock(clock)
    , m_port(std::move(port))
    , m_feed(feed)
    , m_gone(std::move(gone))
    , m_thread([this] { run(); })
{
}

MetronomeThread::~MetronomeThread()
{
    m_ends = true;
    m_thread.join();
}

void MetronomeThread::run()
{
    becomeRealTime();
    MidiMetronome metronome{m_clock, *m_port};
    // Whoever had the port before may have left something sounding.
    metronome.silence();
    while (!m_ends && !metronome.isGone()) {
        sleep(metronome.step(m_feed.plan.read(), m_feed.choice.read()));
    }
    metronome.silence();
    if (metronome.isGone()) {
        m_isGone = true;
        m_gone();
    }
}

void MetronomeThread::sleep(std::optional<ServerTime> next) const
{
    const ServerTime now = m_clock.now();
    const auto wait = next ? std::min(*next - now, kLongestSleep) : kLongestSleep;
    if (wait > std::chrono::nanoseconds{0}) {
        sleepUntil(std::chrono::steady_clock::now() + wait);
    }
}

} // namespace tutti::midi
