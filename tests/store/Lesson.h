#pragma once

#include "app/domain/Avatar.h"
#include "app/domain/Event.h"

namespace tutti::test {

inline constexpr LessonId kLesson{1234567};

/// Opens a room of `seats` animals.
inline RoomOpened openedRoom(ClassId classId, int seats = 4, LessonId lesson = kLesson)
{
    RoomOpened opened;
    opened.classId = classId;
    opened.className = "Grade 3 · Room 12";
    opened.code = {"LARK"};
    opened.lesson = lesson;
    opened.wallMillis = 1'700'000'000'000;
    for (int i = 1; i <= seats; ++i) {
        opened.seats.push_back({SeatId{i}, avatarFor(SeatId{i}), {}, Role::Melody});
    }
    opened.timeline = Timeline::stopped(Tempo{100'000}, Meter{}, ServerTime{});
    return opened;
}

inline NotePlayed notePlayed(SeatId seat, int midi, ServerTime at)
{
    NotePlayed played;
    played.note.seat = seat;
    played.note.midi = midi;
    played.at = at;
    return played;
}

/// Numbers and stamps events a millisecond apart.
class EventStream {
public:
    EventEnvelope next(Event event)
    {
        ++m_seq;
        // The odd nanosecond shows whether times are stored whole.
        m_at += std::chrono::nanoseconds{1'000'001};
        return {m_seq, m_at, {}, std::move(event)};
    }
    void skip(std::chrono::nanoseconds time) { m_at += time; }
    ServerTime now() const { return m_at; }

private:
    std::uint64_t m_seq = 0;
    ServerTime m_at;
};

} // namespace tutti::test
