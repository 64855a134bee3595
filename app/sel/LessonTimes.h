#pragma once

#include "app/domain/RoomState.h"
#include "app/sel/Participation.h"

#include <map>

namespace tutti::sel {

/// The sets of moments of one lesson that all measures are made of.
struct LessonTimes {
    /// S: the lesson from its start to its end. In Free Jam all of it is playing time.
    IntervalSet play;
    /// Q: Everyone quiet.
    IntervalSet quiet;
    std::map<SeatId, SeatTimes> seats;
};

/// Reads them off a lesson's control events, in order. Pure.
/// `end`: where what is still open is cut, for a lesson that never ended.
LessonTimes timesOf(const Batch& controlEvents, ServerTime end);

} // namespace tutti::sel
