#include "midi/FrameClock.h"

#include <algorithm>
#include <cmath>

namespace tutti::midi {
namespace {

constexpr std::chrono::milliseconds kStretch{500};
/// Before that many stretches the nominal rate is better than a fitted one.
constexpr std::size_t kEnoughForDrift = 20;
constexpr double kMaxDrift = 300e-6;
/// So far off, several stretches running, the device lost or repeated sound: the line starts anew.
constexpr double kContradiction = 15e6;
constexpr int kContradictionsForReset = 2;

} // namespace

FrameClock::FrameClock(int framesPerSecond)
    : m_nanosPerFrame(1e9 / framesPerSecond)
{
}

void FrameClock::reset()
{
    m_count = 0;
    m_current.reset();
    m_contradictions = 0;
}

void FrameClock::add(std::int64_t frames, ServerTime now)
{
    const auto position = static_cast<double>(frames);
    const Reading reading{position, static_cast<double>(now.time_since_epoch().count()) -
                                        position * m_nanosPerFrame};
    if (m_current && now - m_currentSince >= kStretch) {
        keep(*m_current);
        m_current.reset();
    }
    if (!m_current) {
        m_current = reading;
        m_currentSince = now;
    } else if (reading.zero < m_current->zero) {
        m_current = reading;
    }
    if (m_count == 0) {
        m_base = m_current->zero;
        m_drift = 0.0;
        m_middle = m_current->frames;
    }
}

void FrameClock::keep(const Reading& reading)
{
    const double expected = m_base + m_drift * (reading.frames - m_middle);
    const bool contradicts = m_count > 0 && std::abs(reading.zero - expected) > kContradiction;
    m_contradictions = contradicts ? m_contradictions + 1 : 0;
    if (contradicts && m_contradictions < kContradictionsForReset) {
        return;
    }
    if (contradicts) {
        m_count = 0;
        m_contradictions = 0;
    }
    if (m_count == kReadings) {
        std::rotate(m_readings.begin(), m_readings.begin() + 1, m_readings.end());
        --m_count;
    }
    m_readings[m_count++] = reading;
    fit();
}

void FrameClock::fit()
{
    // Differences to the first reading keep the sums small enough for exact doubles.
    const Reading& first = m_readings[0];
    const auto n = static_cast<double>(m_count);
    double frames = 0.0;
    double zero = 0.0;
    for (std::size_t i = 0; i < m_count; ++i) {
        frames += (m_readings[i].frames - first.frames) / n;
        zero += (m_readings[i].zero - first.zero) / n;
    }
    double covariance = 0.0;
    double variance = 0.0;
    for (std::size_t i = 0; i < m_count; ++i) {
        const double x = m_readings[i].frames - first.frames - frames;
        covariance += x * (m_readings[i].zero - first.zero - zero);
        variance += x * x;
    }
    const double limit = kMaxDrift * m_nanosPerFrame;
    const bool usable = m_count >= kEnoughForDrift && variance > 0.0;
    m_drift = usable ? std::clamp(covariance / variance, -limit, limit) : 0.0;
    m_base = first.zero + zero;
    m_middle = first.frames + frames;
}

std::optional<ServerTime> FrameClock::timeOf(std::int64_t frame) const
{
    if (m_count == 0 && !m_current) {
        return std::nullopt;
    }
    const auto position = static_cast<double>(frame);
    const double zero = m_base + m_drift * (position - m_middle);
    return ServerTime{std::chrono::nanoseconds{std::llround(zero + position * m_nanosPerFrame)}};
}

} // namespace tutti::midi
