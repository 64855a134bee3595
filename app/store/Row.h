#pragma once

#include "app/domain/Door.h"
#include "app/domain/Game.h"
#include "app/domain/Ids.h"
#include "app/domain/Mood.h"
#include "app/domain/Opportunity.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tutti::store {

struct LessonRow {
    LessonId lesson;
    ClassId classId;
    std::string code;
    std::int64_t openedMillis = 0;
    std::int64_t openedMicros = 0;
};

struct LessonStartRow {
    LessonId lesson;
    std::int64_t atMicros = 0;
};

struct LessonEndRow {
    LessonId lesson;
    std::int64_t atMicros = 0;
};

/// Velocity 0 ends a note.
struct NoteRow {
    LessonId lesson;
    std::uint64_t seq = 0;
    SeatId seat;
    std::int32_t midi = 0;
    std::int32_t velocity = 0;
    std::int64_t atMicros = 0;
    std::int64_t receivedMicros = 0;
};

struct PresenceBeginRow {
    LessonId lesson;
    SeatId seat;
    std::int64_t atMicros = 0;
    std::string_view kind;
    std::uint64_t seq = 0;
};

/// Ends whatever interval of the seat is open.
struct PresenceEndRow {
    LessonId lesson;
    SeatId seat;
    std::int64_t atMicros = 0;
};

struct ControlRow {
    LessonId lesson;
    std::uint64_t seq = 0;
    std::int64_t atNanos = 0;
    std::string_view kind;
    QByteArray json;
};

struct SnapshotRow {
    LessonId lesson;
    std::uint64_t seq = 0;
    QByteArray json;
};

/// The game's state after a change that is no control event; takes the place of the one before.
struct GameRow {
    LessonId lesson;
    std::uint64_t seq = 0;
    std::int64_t atNanos = 0;
    QByteArray json;
};

/// `n`: from 0 within its event.
struct OpportunityRow {
    LessonId lesson;
    std::uint64_t seq = 0;
    std::int32_t n = 0;
    std::string game;
    std::int32_t round = 1;
    Opportunity opportunity;

    friend bool operator==(const OpportunityRow&, const OpportunityRow&) = default;
};

struct RoundResultRow {
    LessonId lesson;
    std::uint64_t seq = 0;
    GroupResult result;

    friend bool operator==(const RoundResultRow&, const RoundResultRow&) = default;
};

/// How many answered so by now; takes the place of the count before. No mood: would rather not say.
struct MoodTotalRow {
    LessonId lesson;
    std::int32_t round = 1;
    std::optional<Mood> mood;
    std::int32_t count = 0;

    friend bool operator==(const MoodTotalRow&, const MoodTotalRow&) = default;
};

/// The child who has this seat in the lesson has this first name now.
struct StudentNameRow {
    LessonId lesson;
    SeatId seat;
    std::string name;
};

/// Time in milliseconds since 1970, UTC.
struct TabletRow {
    Tablet tablet;
    std::int64_t seenMillis = 0;
};

/// The tablet took a seat; nothing is kept of one without a number.
struct TabletSeenRow {
    std::string device;
    std::int64_t atMillis = 0;
};

/// One thing to be written, in the order in which it happened.
using Row = std::variant<LessonRow, LessonStartRow, LessonEndRow, NoteRow, PresenceBeginRow,
                         PresenceEndRow, ControlRow, SnapshotRow, GameRow, OpportunityRow,
                         RoundResultRow, MoodTotalRow, StudentNameRow, TabletRow, TabletSeenRow>;

} // namespace tutti::store
