#include "server/music/BeatAnnouncer.h"

#include <algorithm>

namespace tutti::music {

using std::chrono::nanoseconds;

void BeatAnnouncer::follow(const Timeline& timeline, ServerTime now)
{
    m_timeline = timeline;
    findNext(now);
}

std::optional<ServerTime> BeatAnnouncer::due() const
{
    return m_next ? std::optional{m_next->at - kBeatLead} : std::nullopt;
}

std::optional<Pulse> BeatAnnouncer::take(ServerTime now)
{
    if (m_next && m_next->at < now) {
        findNext(now);
    }
    if (!m_next || m_next->at - kBeatLead > now) {
        return std::nullopt;
    }
    const Pulse pulse = *m_next;
    m_last = pulse.at;
    findNext(now);
    return pulse;
}

void BeatAnnouncer::findNext(ServerTime now)
{
    const ServerTime after = m_last == ServerTime::min() ? now : m_last + nanoseconds{1};
    m_next = m_timeline.pulseFrom(std::max(after, now));
}

} // namespace tutti::music
