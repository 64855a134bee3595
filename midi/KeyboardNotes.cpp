#include "midi/KeyboardNotes.h"

#include <utility>

namespace tutti::midi {
namespace {

constexpr std::uint8_t kNoteOff = 0x80;
constexpr std::uint8_t kNoteOn = 0x90;
constexpr std::uint8_t kControl = 0xB0;
constexpr std::uint8_t kAllSoundOff = 120;
constexpr std::uint8_t kAllNotesOff = 123;

} // namespace

KeyboardNotes::KeyboardNotes(Pressed pressed, Released released)
    : m_pressed(std::move(pressed))
    , m_released(std::move(released))
{
}

void KeyboardNotes::take(std::span<const std::uint8_t> message)
{
    if (message.size() != 3 || message[1] > 127 || message[2] > 127) {
        return;
    }
    const int kind = message[0] & 0xF0;
    if (kind == kNoteOn && message[2] > 0) {
        press(message[1], message[2]);
    } else if (kind == kNoteOn || kind == kNoteOff) {
        release(message[1]);
    } else if (kind == kControl && (message[1] == kAllSoundOff || message[1] == kAllNotesOff)) {
        releaseAll();
    }
}

void KeyboardNotes::releaseAll()
{
    for (std::size_t key = 0; key < m_held.size(); ++key) {
        release(static_cast<std::uint8_t>(key));
    }
}

void KeyboardNotes::press(std::uint8_t key, std::uint8_t velocity)
{
    release(key);
    m_held.set(key);
    m_pressed(key, velocity);
}

void KeyboardNotes::release(std::uint8_t key)
{
    if (m_held.test(key)) {
        m_held.reset(key);
        m_released(key);
    }
}

} // namespace tutti::midi
