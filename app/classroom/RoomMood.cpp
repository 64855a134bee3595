// The part of Room that decides about moods and marks.
#include "app/classroom/Room.h"

namespace tutti::classroom {

Decision Room::decideOn(const AskMood&, ServerTime) const
{
    return record(MoodAsked{m_state.mood.id + 1});
}

Decision Room::decideOn(const EndMood&, ServerTime) const
{
    return m_state.mood.open ? record(MoodEnded{}) : Verdict{};
}

Decision Room::decideOn(const GiveMood& c, ServerTime) const
{
    const MoodRound& round = m_state.mood;
    if (!m_state.seat(c.seat)) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    if (!round.open || round.id != c.round) {
        return refuse(ErrorCode::BadMove, "nobody is asking that");
    }
    // A second answer is no error: the first one's acknowledgement may have been lost.
    return round.hasAnswered(c.seat) ? Verdict{} : record(MoodGiven{c.seat, c.mood});
}

Decision Room::decideOn(const MarkMoment&, ServerTime) const
{
    return record(MomentMarked{});
}

} // namespace tutti::classroom
