#pragma once

#include "midi/ClickPlan.h"
#include "midi/ClickSound.h"
#include "midi/SoundChoice.h"

#include <array>
#include <optional>
#include <span>

namespace tutti::midi {

/// A pulse that sounds.
struct DueClick {
    ClickKind kind = ClickKind::Normal;
    ServerTime at;
};

/// Which clicks there are, and when: the pulses of the music and of a test of the output, each
/// handed out once. Everyone quiet silences both, except for the bar that leads out of it.
/// Neither allocates nor waits. Thread: that of its owner.
class ClickSequence {
public:
    /// A click later than this only confuses.
    static constexpr std::chrono::milliseconds kTooLate{30};

    /// The clicks before `until` that had no turn yet and are not too late at `from`, in order of
    /// time. Valid until the next call.
    std::span<const DueClick> take(const ClickPlan& plan, const SoundChoice& choice,
                                   ServerTime from, ServerTime until);
    /// The first pulse after `time`, whether it will sound or not.
    static std::optional<ServerTime> next(const ClickPlan& plan, const SoundChoice& choice,
                                          ServerTime time);

private:
    template <typename Sounds>
    void add(const Timeline& timeline, ServerTime& handled, ServerTime from, ServerTime until,
             Sounds sounds);

    std::array<DueClick, 16> m_due;
    std::size_t m_count = 0;
    /// Pulses up to here have had their turn, heard or not.
    ServerTime m_musicHandled = ServerTime::min();
    ServerTime m_testHandled = ServerTime::min();
};

} // namespace tutti::midi
