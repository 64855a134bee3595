#pragma once

#include "app/domain/Clock.h"

#include <chrono>

namespace tutti::test {

/// A clock that stands still until a test moves it.
class ManualClock final : public Clock {
public:
    ServerTime now() const override { return m_now; }
    std::string id() const override { return "manual-clock"; }
    std::int64_t wallMillis() const override
    {
        return 1'700'000'000'000 +
               std::chrono::floor<std::chrono::milliseconds>(m_now.time_since_epoch()).count();
    }
    void advance(std::chrono::nanoseconds time) { m_now += time; }
    void set(ServerTime time) { m_now = time; }

private:
    ServerTime m_now{std::chrono::seconds{10}};
};

} // namespace tutti::test
