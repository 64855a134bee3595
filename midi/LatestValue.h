#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace tutti::midi {

/// Hands the newest value from one thread to another without either ever waiting: three slots, of
/// which the writer, the reader and the exchange between them hold one each. Values nobody read are
/// replaced. Thread: write() on one thread, read() on one other.
template <typename T>
class LatestValue {
public:
    void write(const T& value)
    {
        m_slots[m_writing] = value;
        m_writing = m_exchange.exchange(static_cast<std::uint8_t>(m_writing | kFresh),
                                        std::memory_order_acq_rel) &
                    kSlot;
    }

    /// The newest value; stays as it is until the next read().
    const T& read()
    {
        if (m_exchange.load(std::memory_order_relaxed) & kFresh) {
            m_reading = m_exchange.exchange(m_reading, std::memory_order_acq_rel) & kSlot;
        }
        return m_slots[m_reading];
    }

private:
    static constexpr std::uint8_t kFresh = 4;
    static constexpr std::uint8_t kSlot = 3;

    std::array<T, 3> m_slots{};
    std::atomic<std::uint8_t> m_exchange{1};
    std::uint8_t m_writing = 0;
    std::uint8_t m_reading = 2;
};

} // namespace tutti::midi
