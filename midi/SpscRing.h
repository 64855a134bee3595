#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <optional>

namespace tutti::midi {

/// A queue from one thread to one other that neither waits nor allocates: when it is full, push()
/// says so and the value is not taken. Thread: push() on one thread, pop() on one other.
template <typename T, std::size_t Size>
class SpscRing {
    static_assert(Size > 0 && (Size & (Size - 1)) == 0, "a power of two keeps the indices simple");

public:
    bool push(const T& value)
    {
        const std::size_t end = m_end.load(std::memory_order_relaxed);
        if (end - m_begin.load(std::memory_order_acquire) == Size) {
            return false;
        }
        m_slots[end % Size] = value;
        m_end.store(end + 1, std::memory_order_release);
        return true;
    }

    std::optional<T> pop()
    {
        const std::size_t begin = m_begin.load(std::memory_order_relaxed);
        if (begin == m_end.load(std::memory_order_acquire)) {
            return std::nullopt;
        }
        std::optional<T> value{m_slots[begin % Size]};
        m_begin.store(begin + 1, std::memory_order_release);
        return value;
    }

private:
    std::array<T, Size> m_slots{};
    alignas(64) std::atomic<std::size_t> m_begin{0};
    alignas(64) std::atomic<std::size_t> m_end{0};
};

} // namespace tutti::midi
