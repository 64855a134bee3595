#include "midi/RtMidiPorts.h"

#include <utility>

namespace tutti::midi {
namespace {

/// RtMidi's queue to JACK holds some two thousand messages and waits for ever when it is full.
constexpr int kMostWaiting = 1000;

} // namespace

void RtMidiErrors::listenTo(RtMidi& device)
{
    device.setErrorCallback(
        [](RtMidiError::Type type, const std::string& /*text*/, void* self) {
            if (type != RtMidiError::WARNING && type != RtMidiError::DEBUG_WARNING) {
                static_cast<RtMidiErrors*>(self)->m_any = true;
            }
        },
        this);
}

RtMidiPort::RtMidiPort(RtMidi::Api api, unsigned index, std::shared_ptr<const JackHealth> jack)
    : m_jack(std::move(jack))
    , m_out(api, "Tutti")
{
    m_errors.listenTo(m_out);
    m_out.openPort(index, "metronome");
}

bool RtMidiPort::send(std::span<const std::uint8_t> message)
{
    if (!serverTakes()) {
        return false;
    }
    try {
        m_out.sendMessage(message.data(), message.size());
    } catch (const std::exception&) {
        return false;
    }
    return !m_errors.any();
}

bool RtMidiPort::serverTakes()
{
    if (!m_jack) {
        return true;
    }
    const std::uint64_t cycles = m_jack->cycles.load(std::memory_order_relaxed);
    m_waiting = std::exchange(m_cycles, cycles) == cycles ? m_waiting + 1 : 1;
    return m_jack->isAlive && m_waiting < kMostWaiting;
}

RtMidiInput::RtMidiInput(RtMidi::Api api, unsigned index, KeyboardMessage take)
    : m_take(std::move(take))
    , m_in(api, "Tutti")
{
    m_errors.listenTo(m_in);
    m_in.setCallback(receive, this);
    m_in.openPort(index, "keyboard");
}

void RtMidiInput::receive(double /*seconds*/, std::vector<unsigned char>* message, void* self)
{
    if (message != nullptr) {
        static_cast<RtMidiInput*>(self)->m_take(*message);
    }
}

} // namespace tutti::midi
