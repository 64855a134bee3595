#pragma once

#include "app/domain/RoomState.h"
#include "app/store/Row.h"

#include <deque>
#include <optional>

namespace tutti::store {

/// Turns what a room recorded into rows and keeps them until they are written.
/// Knows no database and no clock: when to write is asked of it, time is that of the events.
class EventJournal {
public:
    /// Rows waiting for the disk; beyond it the oldest notes go, nothing else ever does.
    static constexpr std::size_t kMaxPending = 50'000;
    /// So many rows are worth a write of their own.
    static constexpr std::size_t kRowsPerWrite = 500;
    static constexpr std::chrono::seconds kSnapshotEvery{30};

    void record(const Batch& batch);

    const std::deque<Row>& pending() const { return m_rows; }
    /// Whether to write now instead of at the next regular write: many rows, or the lesson changed.
    bool isUrgent() const { return m_lessonChanged || m_rows.size() >= kRowsPerWrite; }
    /// The pending rows are safe.
    void clear();
    /// Notes given up because the disk did not take them.
    std::uint64_t droppedNotes() const { return m_dropped; }

private:
    void recordOne(const EventEnvelope& envelope);
    void recordDetails(const EventEnvelope& envelope);
    void recordControl(const EventEnvelope& envelope);
    void recordLesson(const EventEnvelope& envelope);
    void recordPresence(const std::vector<Seat>& before, LessonId lesson,
                        const EventEnvelope& envelope);
    void recordSnapshot(const EventEnvelope& envelope);
    void keepGame(GameRow row);
    void dropOldNotes();

    std::deque<Row> m_rows;
    RoomState m_state;
    std::optional<ServerTime> m_snapshotAt;
    bool m_lessonChanged = false;
    std::uint64_t m_dropped = 0;
};

} // namespace tutti::store
