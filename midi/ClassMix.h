#pragma once

#include "app/domain/RoomState.h"
#include "midi/MixEvent.h"

#include <string>
#include <vector>

namespace tutti::midi {

/// Turns what a class plays into notes by role. Two children on one note end it when the second
/// lets go; whoever leaves, is muted or gets another role leaves no note behind, and a note that came
/// late is not played. The teacher's notes always pass. When the queue is full notes are dropped, and
/// all are silenced as soon as there is room, so that none hangs.
/// Thread: the classroom thread. The ring outlives it.
class ClassMix {
public:
    explicit ClassMix(MixRing& ring);

    /// `room` is the state after the batch.
    void feed(const Batch& batch, const RoomState& room);
    /// Off, which it is at first: the class's notes are forgotten, and whoever turned it off has
    /// silenced them.
    void setPlaysClass(bool on);

private:
    struct Held {
        SeatId seat;
        /// A guest's own name; empty for a seat.
        std::string guest;
        std::uint8_t key = 0;
        Role role = Role::Melody;
        bool byTeacher = false;

        friend bool operator==(const Held&, const Held&) = default;
    };
    friend struct ClassMixVisitor;

    void play(const NotePlayed& played, ServerTime at, const RoomState& room);
    void hold(const Held& note, ServerTime at);
    void stop(const StopNote& note, ServerTime at);
    void releaseSilenced(const RoomState& room, ServerTime at);
    template <typename Ends>
    void releaseIf(Ends ends, ServerTime at);
    void silence(ServerTime at);
    void endNote(const Held& note, ServerTime at);
    void push(const MixEvent& event);

    MixRing& m_ring;
    std::vector<Held> m_held;
    bool m_playsClass = false;
    /// An event found no room: the other side may hold a note that has ended.
    bool m_isBehind = false;
};

} // namespace tutti::midi
