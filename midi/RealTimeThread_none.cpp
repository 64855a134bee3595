#include "midi/RealTimeThread.h"

#include <thread>

namespace tutti::midi {

void becomeRealTime() {}

void sleepUntil(std::chrono::steady_clock::time_point moment)
{
    std::this_thread::sleep_until(moment);
}

} // namespace tutti::midi
