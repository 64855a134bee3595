#include "ui/models/RoomMirror.h"

namespace tutti::ui {

void RoomMirror::setClassPlan(const QString& className, const std::vector<SeatPlan>& seats)
{
    if (m_state.isOpen()) {
        return;
    }
    m_state.className = className.toStdString();
    m_state.seats.clear();
    for (const SeatPlan& plan : seats) {
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
