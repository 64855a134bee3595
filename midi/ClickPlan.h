#pragma once

#include "app/domain/RoomState.h"

namespace tutti::midi {

/// What the classroom says about the click, as one value handed to the audio and metronome threads.
struct ClickPlan {
    /// Without segments: there is nothing to click yet.
    Timeline timeline;
    QuietState quiet;
};

/// Whether everything must fall silent: also when quiet begins again while its release is on the way.
inline bool quietBegins(const QuietState& before, const QuietState& now)
{
    return now.on && !now.releaseAt && (!before.on || before.releaseAt);
}

} // namespace tutti::midi
