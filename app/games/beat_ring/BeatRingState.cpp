#include "app/games/beat_ring/BeatRingState.h"

#include "app/games/beat_ring/RingCodec.h"

namespace tutti::games {

std::string BeatRingState::encode() const
{
    return encodeRing(ring);
}

} // namespace tutti::games
