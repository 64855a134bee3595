#pragma once

#include "tests/classroom/RoomFixture.h"
#include "tests/gui/Dashboard.h"

namespace tutti::test {

/// The real rules behind the dashboard: carries out what its window has submitted and shows it what came of it.
class LiveRoom {
public:
    explicit LiveRoom(Dashboard& dashboard)
        : m_dashboard(dashboard)
    {
        OpenRoom open{
            ClassId{1}, "My class", false, {"LARK"}, LessonId{7}, 0, Classroom::plans(true)};
        submit(open);
        for (std::int32_t seat = 1; seat <= 6; ++seat) {
            submit(ClaimSeat{SeatId{seat}, "t" + std::to_string(seat)});
            submit(ConnectSeat{SeatId{seat}});
        }
        submit(StartLesson{"beat_ring", 1});
    }

    void submit(const Command& command)
    {
        m_room.now = m_dashboard.clock.now();
        Batch batch;
        const auto events = m_room.submit(command);
        const std::uint64_t first = m_room.state().seq - events.size() + 1;
        for (std::size_t i = 0; i < events.size(); ++i) {
            batch.push_back({first + i, m_room.now, Origin{}, events[i]});
        }
        m_dashboard.mirror.apply(batch);
        m_dashboard.mirror.flush();
    }
    /// False if the room refused anything.
    bool carryOut()
    {
        bool all = true;
        for (; m_done < m_dashboard.sink.commands.size(); ++m_done) {
            submit(m_dashboard.sink.commands[m_done]);
            all = all && !m_room.refusal;
        }
        return all;
    }
    const RoomState& state() const { return m_room.state(); }

private:
    Dashboard& m_dashboard;
    RoomFixture m_room;
    std::size_t m_done = 0;
};

} // namespace tutti::test
