#pragma once

#include "app/domain/Ids.h"
#include "app/domain/ServerTime.h"

#include <cstdint>
#include <vector>

namespace tutti::classroom {

/// Notes a second one seat may play, and how many at once (classroom.md §2: 20 a second for grades 3 to 5; all ten
/// fingers may land together).
struct NoteLimits {
    double perSecond = 20.0;
    double burst = 24.0;
};

/// Counts each seat's notes with a token bucket. Part of the room's evolving state: mayPlay() only looks,
/// played() counts, so that deciding stays free of effects.
class NoteGate {
public:
    explicit NoteGate(NoteLimits limits);
    bool mayPlay(SeatId seat, ServerTime at) const;
    void played(SeatId seat, ServerTime at);

private:
    struct Bucket {
        double tokens = 0.0;
        ServerTime at;
        bool used = false;
    };

    double tokensAt(SeatId seat, ServerTime at) const;

    NoteLimits m_limits;
    std::vector<Bucket> m_buckets;
};

} // namespace tutti::classroom
