#pragma once

#include "app/domain/MusicalTime.h"
#include "app/domain/ServerTime.h"

#include <optional>
#include <vector>

namespace tutti::ui {

/// Turns taps into a tempo: the mean of the last few gaps. A pause of two seconds starts over, and so does
/// a gap that has nothing to do with the ones before it.
class TapTempo {
public:
    /// The tempo so far, in whole beats a minute, from the second tap on.
    std::optional<Tempo> tap(ServerTime at);

private:
    std::vector<ServerTime> m_taps;
};

} // namespace tutti::ui
