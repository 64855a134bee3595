#pragma once

#include "app/domain/Clock.h"

namespace tutti::main {

/// The laptop's monotonic clock, counted from its construction, with an id of its own for this run.
class SystemClock final : public Clock {
public:
    SystemClock();
    ServerTime now() const override;
    std::string id() const override { return m_id; }
    std::int64_t wallMillis() const override;

private:
    std::chrono::steady_clock::time_point m_start;
    std::string m_id;
};

} // namespace tutti::main
