#pragma once

#include "midi/LatestValue.h"
#include "midi/MidiMetronome.h"

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace tutti::midi {

/// What the metronome plays from; each value is read by the metronome thread alone.
struct MetronomeFeed {
    LatestValue<ClickPlan> plan;
    LatestValue<SoundChoice> choice;
};

/// Plays the metronome on one MIDI output for as long as it lives; the port is silent afterwards.
/// Owns: the metronome thread and the port. Clock and feed outlive it; one at a time reads a feed.
/// Thread: made and destroyed on one thread; `gone` is called on the metronome thread, once.
class MetronomeThread {
public:
    MetronomeThread(const Clock& clock, std::unique_ptr<MidiPort> port, MetronomeFeed& feed,
                    std::function<void()> gone);
    ~MetronomeThread();
    MetronomeThread(const MetronomeThread&) = delete;
    MetronomeThread& operator=(const MetronomeThread&) = delete;

    bool isGone() const { return m_isGone; }

private:
    void run();
    void sleep(std::optional<ServerTime> next) const;

    const Clock& m_clock;
    std::unique_ptr<MidiPort> m_port;
    MetronomeFeed& m_feed;
    std::function<void()> m_gone;
    std::atomic<bool> m_ends{false};
    std::atomic<bool> m_isGone{false};
    std::thread m_thread;
};

} // namespace tutti::midi
