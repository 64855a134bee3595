#pragma once

#include <chrono>

namespace tutti::midi {

/// Asks for real-time scheduling of the calling thread. Without the right to it, nothing changes:
/// the thread is woken a little less exactly. Thread: the one that shall be exact.
void becomeRealTime();

/// Sleeps until a moment, not for a while, so that lateness does not add up.
void sleepUntil(std::chrono::steady_clock::time_point moment);

} // namespace tutti::midi
