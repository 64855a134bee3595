#pragma once

#include "app/domain/ClassList.h"
#include "app/domain/RoomState.h"

#include <QObject>

namespace tutti::ui {

/// The dashboard's copy of the room, kept by the room's own evolve. It says `dirtied` at the first change after a flush and
/// `changed` at the flush; whoever shows it flushes at most 30 times a second.
/// Thread: the GUI thread; apply() is the queued end of RoomHost::recorded.
class RoomMirror final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const RoomState& state() const { return m_state; }
    /// Changed since the last flush.
    bool isDirty() const { return m_dirty; }
    /// The class list, shown while no room is open.
    void setClassPlan(const ClassRoster& roster);

public slots:
    void apply(const tutti::Batch& batch);
    void flush();

signals:
    /// This batch is in state() now. For whoever needs each event and not only what came of it.
    void applied(const tutti::Batch& batch);
    void dirtied();
    void changed();

private:
    void markDirty();

    RoomState m_state;
    bool m_dirty = false;
};

} // namespace tutti::ui
