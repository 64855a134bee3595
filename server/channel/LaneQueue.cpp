#include "server/channel/LaneQueue.h"

namespace tutti::channel {

void LaneQueue::push(QByteArray frame, Lane lane, ServerTime now)
{
    dropStaleNotes(now);
    m_bytes += static_cast<std::size_t>(frame.size());
    m_lanes.at(static_cast<std::size_t>(lane)).push_back({std::move(frame), now});
}

std::optional<QByteArray> LaneQueue::take(ServerTime now)
{
    dropStaleNotes(now);
    for (auto& lane : m_lanes) {
        if (!lane.empty()) {
            QByteArray frame = std::move(lane.front().frame);
            lane.pop_front();
            m_bytes -= static_cast<std::size_t>(frame.size());
            return frame;
        }
    }
    return std::nullopt;
}

void LaneQueue::dropStaleNotes(ServerTime now)
{
    auto& notes = m_lanes.at(static_cast<std::size_t>(Lane::Notes));
    while (!notes.empty() && now - notes.front().queuedAt > kNoteLife) {
        m_bytes -= static_cast<std::size_t>(notes.front().frame.size());
        notes.pop_front();
    }
}

} // namespace tutti::channel
