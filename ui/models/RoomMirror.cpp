#include "ui/models/RoomMirror.h"

namespace tutti::ui {

void RoomMirror::setClassPlan(const ClassRoster& roster)
{
    if (m_state.isOpen()) {
        return;
    }
    m_state.classId = roster.id;
    m_state.className = roster.name;
    m_state.namesOnTablets = roster.namesOnTablets;
    m_state.seats.clear();
    for (const SeatPlan& plan : roster.seats) {
        Seat seat;
        seat.id = plan.seat;
        seat.avatar = plan.avatar;
        seat.name = plan.name;
        seat.role = plan.role;
        m_state.seats.push_back(std::move(seat));
    }
    markDirty();
}

void RoomMirror::apply(const tutti::Batch& batch)
{
    for (const EventEnvelope& envelope : batch) {
        m_state.evolve(envelope);
    }
    if (!batch.empty()) {
        emit applied(batch);
        markDirty();
    }
}

void RoomMirror::markDirty()
{
    if (!m_dirty) {
        m_dirty = true;
        emit dirtied();
    }
}

void RoomMirror::flush()
{
    if (m_dirty) {
        m_dirty = false;
        emit changed();
    }
}

} // namespace tutti::ui
