#include "midi/RealTimeThread.h"

#include <cerrno>
#include <ctime>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>

namespace tutti::midi {
namespace {

/// Above ordinary work, below what the sound server uses.
constexpr int kPriority = 20;

} // namespace

void becomeRealTime()
{
    ::prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
    sched_param parameters{};
    parameters.sched_priority = kPriority;
    ::pthread_setschedparam(::pthread_self(), SCHED_FIFO, &parameters);
}

void sleepUntil(std::chrono::steady_clock::time_point moment)
{
    // Linux's steady_clock is CLOCK_MONOTONIC.
    const auto nanos = moment.time_since_epoch().count();
    const timespec until{static_cast<std::time_t>(nanos / 1'000'000'000),
                         static_cast<long>(nanos % 1'000'000'000)};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {
    }
}

} // namespace tutti::midi
