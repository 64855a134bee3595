#pragma once

#include "app/domain/RoomState.h"

namespace tutti::midi {

/// Everything the click needs to know, as one value handed to the audio thread.
struct ClickPlan {
    /// Without segments: there is nothing to click yet.
    Timeline timeline;
    QuietState quiet;
    /// 0 (silent) to 1.
    float volume = 0.8F;
};

} // namespace tutti::midi
