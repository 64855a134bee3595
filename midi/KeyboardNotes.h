#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <span>

namespace tutti::midi {

/// The notes of a MIDI keyboard, out of its bytes. Every note that was pressed is released, at the
/// latest by releaseAll(). Thread: one at a time; the handlers are called on it.
class KeyboardNotes {
public:
    /// `midi` 0 to 127, `velocity` 1 to 127.
    using Pressed = std::function<void(int midi, int velocity)>;
    using Released = std::function<void(int midi)>;

    KeyboardNotes(Pressed pressed, Released released);

    /// One whole MIDI message; anything but notes and "all off" is ignored.
    void take(std::span<const std::uint8_t> message);
    /// The keyboard is gone, or says so.
    void releaseAll();

private:
    void press(std::uint8_t key, std::uint8_t velocity);
    void release(std::uint8_t key);

    Pressed m_pressed;
    Released m_released;
    std::bitset<128> m_held;
};

} // namespace tutti::midi
