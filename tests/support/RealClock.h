#pragma once

#include "app/domain/Clock.h"

#include <chrono>

namespace tutti::test {

/// The real time, for what cannot be hurried: sound that is heard, threads that sleep.
class RealClock final : public Clock {
public:
    ServerTime now() const override
    {
        return ServerTime{std::chrono::steady_clock::now() - m_start};
    }
    std::string id() const override { return "real"; }
    std::int64_t wallMillis() const override { return 0; }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace tutti::test
