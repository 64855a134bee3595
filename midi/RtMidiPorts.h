#pragma once

#include "app/domain/MidiPort.h"
#include "midi/JackServer.h"
#include "midi/MidiSystem.h"

#include <rtmidi/RtMidi.h>

namespace tutti::midi {

/// Takes what RtMidi reports instead of printing and throwing it.
class RtMidiErrors {
public:
    void listenTo(RtMidi& device);
    bool any() const { return m_any; }

private:
    std::atomic<bool> m_any{false};
};

/// One MIDI output through RtMidi. Thread: as MidiPort; made and destroyed on the service thread.
class RtMidiPort final : public MidiPort {
public:
    /// Opens port number `index`. With `jack` it is one of JACK's.
    RtMidiPort(RtMidi::Api api, unsigned index, std::shared_ptr<const JackHealth> jack);

    bool isOpen() const { return m_out.isPortOpen() && !m_errors.any(); }
    bool send(std::span<const std::uint8_t> message) override;

private:
    bool serverTakes();

    std::shared_ptr<const JackHealth> m_jack;
    std::uint64_t m_cycles = 0;
    int m_waiting = 0;
    RtMidiErrors m_errors;
    RtMidiOut m_out;
};

/// One MIDI input through RtMidi. Thread: the service thread; messages come on RtMidi's.
class RtMidiInput final : public MidiInput {
public:
    RtMidiInput(RtMidi::Api api, unsigned index, KeyboardMessage take);

    bool isOpen() const { return m_in.isPortOpen() && !m_errors.any(); }
    bool isBroken() const override { return m_errors.any(); }

private:
    static void receive(double seconds, std::vector<unsigned char>* message, void* self);

    KeyboardMessage m_take;
    RtMidiErrors m_errors;
    RtMidiIn m_in;
};

} // namespace tutti::midi
