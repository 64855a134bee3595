#include "ui/models/QuietKey.h"

namespace tutti::ui {

QuietPress quietPressAt(const QuietState& quiet, ServerTime now)
{
    if (!quiet.holdsAt(now) || quiet.releaseAt) {
        return QuietPress::BeQuiet;
    }
    return now - quiet.since < kQuietGuard ? QuietPress::Nothing : QuietPress::LetPlay;
}

} // namespace tutti::ui
