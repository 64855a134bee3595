#pragma once

#include "app/domain/Timeline.h"

#include <chrono>
#include <optional>

namespace tutti::music {

/// Says which `beat` is to leave when, each exactly once, kBeatLead before it sounds. A value; the caller owns the timer.
/// Beats are never taken back, because every change of the timeline comes with at least this lead.
class BeatAnnouncer {
public:
    static constexpr std::chrono::milliseconds kBeatLead{300};

    void follow(const Timeline& timeline, ServerTime now);
    /// When the next beat is due to leave; nothing while stopped.
    std::optional<ServerTime> due() const;
    /// The next beat, if it is due at `now`; then looks for the one after it. Beats that are over, because the program
    /// came too late for them, are skipped.
    std::optional<Pulse> take(ServerTime now);
    Tempo tempoAt(const Pulse& pulse) const { return m_timeline.pulseTempoAt(pulse.at); }

private:
    void findNext(ServerTime now);

    Timeline m_timeline;
    std::optional<Pulse> m_next;
    ServerTime m_last = ServerTime::min();
};

} // namespace tutti::music
