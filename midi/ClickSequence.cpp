#include "midi/ClickSequence.h"

#include <algorithm>

namespace tutti::midi {
namespace {

using std::chrono::nanoseconds;

/// A clock may be corrected backwards a little; further back is another run of it.
constexpr std::chrono::seconds kRestart{1};

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

std::optional<ServerTime> nextPulse(const Timeline& timeline, ServerTime time)
{
    if (timeline.segments.empty() || timeline.meters.empty()) {
        return std::nullopt;
    }
    const auto pulse = timeline.pulseFrom(time + nanoseconds{1});
    return pulse ? std::optional{pulse->at} : std::nullopt;
}

} // namespace

std::span<const DueClick> ClickSequence::take(const ClickPlan& plan, const SoundChoice& choice,
                                              ServerTime from, ServerTime until)
{
    m_count = 0;
    add(plan.timeline, m_musicHandled, from, until, [&](const Pulse& pulse) {
        return choice.clickOn && (!plan.quiet.holdsAt(pulse.at) || leadsIn(pulse, plan));
    });
    add(choice.test, m_testHandled, from, until,
        [&](const Pulse& pulse) { return !plan.quiet.holdsAt(pulse.at); });
    const auto end = m_due.begin() + static_cast<std::ptrdiff_t>(m_count);
    std::sort(m_due.begin(), end, [](const DueClick& a, const DueClick& b) { return a.at < b.at; });
    return {m_due.data(), m_count};
}

template <typename Sounds>
void ClickSequence::add(const Timeline& timeline, ServerTime& handled, ServerTime from,
                        ServerTime until, Sounds sounds)
{
    if (timeline.segments.empty() || timeline.meters.empty()) {
        return;
    }
    if (handled > from + kRestart) {
        handled = ServerTime::min();
    }
    const ServerTime first = std::max(from - kTooLate, handled + nanoseconds{1});
    for (auto pulse = timeline.pulseFrom(first);
         pulse && pulse->at < until && m_count < m_due.size();
         pulse = timeline.pulseAfter(*pulse)) {
        handled = pulse->at;
        if (sounds(*pulse)) {
            m_due[m_count++] = {kindOf(*pulse), pulse->at};
        }
    }
}

std::optional<ServerTime> ClickSequence::next(const ClickPlan& plan, const SoundChoice& choice,
                                              ServerTime time)
{
    const auto music = nextPulse(plan.timeline, time);
    const auto test = nextPulse(choice.test, time);
    return music && test ? std::min(music, test) : (music ? music : test);
}

} // namespace tutti::midi
