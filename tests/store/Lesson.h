#pragma once

#include "app/domain/Avatar.h"
#include "app/domain/Event.h"
#include "app/domain/RoomState.h"

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

/// A game as it begins.
inline GameStatePtr begun(const Game& game)
{
    const RoomState room;
    return game.begin({room, {}, {}}, 1);
}

/// One turn of a seat, answered a little late or not at all. Times in whole microseconds, as the store keeps them.
inline Opportunity opportunity(SeatId seat, bool answered)
{
    using namespace std::chrono_literals;
    Opportunity made;
    made.seat = seat;
    made.expected = ServerTime{12'000'003us};
    made.from = ServerTime{11'750'000us};
    made.to = ServerTime{12'250'000us};
    if (answered) {
        made.touched = ServerTime{12'055'000us};
        made.asynchrony = 24'997us;
    }
    made.hit = 120ms;
    made.close = 180ms;
    made.uncertainty = 3'500us;
    return made;
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
