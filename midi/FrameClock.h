#pragma once

#include "app/domain/ServerTime.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace tutti::midi {

/// Says when a frame of sound is heard, learnt from how many frames the device had taken at which
/// time. A device takes sound in pieces, so a reading counts too few frames or the right number,
/// never too many: of every half second the reading that puts frame 0 earliest is kept, and a line
/// fitted through them. Neither allocates nor waits. Units: frames since the
/// device was started. Thread: the audio thread.
class FrameClock {
public:
    explicit FrameClock(int framesPerSecond);

    /// At `now` the device had played `frames`.
    void add(std::int64_t frames, ServerTime now);
    /// When this frame is heard; nothing before the first reading.
    std::optional<ServerTime> timeOf(std::int64_t frame) const;
    /// Forgets everything: the device starts over.
    void reset();

private:
    /// The earliest reading of a stretch: `zero` is when frame 0 would have been heard at the
    /// nominal rate.
    struct Reading {
        double frames = 0.0;
        double zero = 0.0;
    };

    void keep(const Reading& reading);
    void fit();

    static constexpr std::size_t kReadings = 60;

    double m_nanosPerFrame;
    std::array<Reading, kReadings> m_readings{};
    std::size_t m_count = 0;
    std::optional<Reading> m_current;
    ServerTime m_currentSince;
    int m_contradictions = 0;
    /// zero = m_base + m_drift · (frames − m_middle).
    double m_base = 0.0;
    double m_drift = 0.0;
    double m_middle = 0.0;
};

} // namespace tutti::midi
