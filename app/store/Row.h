#pragma once

#include "app/domain/Ids.h"

#include <QByteArray>

#include <cstdint>
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

/// One thing to be written, in the order in which it happened.
using Row = std::variant<LessonRow, LessonStartRow, LessonEndRow, NoteRow, PresenceBeginRow,
                         PresenceEndRow, ControlRow, SnapshotRow>;

} // namespace tutti::store
