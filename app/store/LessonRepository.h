#pragma once

#include "app/domain/Event.h"
#include "app/store/EventCodec.h"
#include "app/store/Row.h"

#include <optional>
#include <string>
#include <vector>

namespace tutti::store {

class Database;

/// One past lesson. Times in micros are server time of that lesson.
struct LessonEntry {
    LessonId id;
    /// Invalid when the class was unknown.
    ClassId classId;
    std::string code;
    std::int64_t openedMillis = 0;
    std::string zone;
    std::int64_t openedMicros = 0;
    std::optional<std::int64_t> startedMicros;
    std::optional<std::int64_t> endedMicros;

    friend bool operator==(const LessonEntry&, const LessonEntry&) = default;
};

/// From when to when the tablet of a seat was here, away or rejoining; without an end if nothing
/// ended it.
struct PresenceEntry {
    SeatId seat;
    std::int64_t fromMicros = 0;
    std::optional<std::int64_t> toMicros;
    std::string kind;

    friend bool operator==(const PresenceEntry&, const PresenceEntry&) = default;
};

/// Who sat where.
struct SeatingEntry {
    SeatId seat;
    StudentId student;
    /// Empty without a name.
    std::string firstName;

    friend bool operator==(const SeatingEntry&, const SeatingEntry&) = default;
};

/// Reads past lessons.
/// Thread: the connection's. Errors: StoreUnavailable, StoreCorrupt.
class LessonRepository {
public:
    explicit LessonRepository(const Database& database)
        : m_database(database)
    {
    }

    /// Newest first; of one class, or of all with an invalid id.
    Result<std::vector<LessonEntry>> list(ClassId classId = {}) const;
    Result<std::vector<NoteRow>> notes(LessonId lesson) const;
    Result<std::vector<PresenceEntry>> presence(LessonId lesson) const;
    Result<std::vector<SeatingEntry>> seating(LessonId lesson) const;
    Result<SeatNames> names(LessonId lesson) const;
    Result<std::vector<OpportunityRow>> opportunities(LessonId lesson) const;
    /// In order of the rounds, in each the moods somebody gave.
    Result<std::vector<MoodTotalRow>> moodTotals(LessonId lesson) const;
    Result<std::vector<RoundResultRow>> roundResults(LessonId lesson) const;
    /// The game's last state in the middle of a round, as the event that brought it.
    Result<std::optional<EventEnvelope>> lastGame(LessonId lesson, const GameRegistry& games) const;
    /// Control events numbered above `after`, in order.
    Result<Batch> controlEvents(LessonId lesson, const GameRegistry& games,
                                std::uint64_t after = 0) const;

private:
    const Database& m_database;
};

} // namespace tutti::store
