#pragma once

#include "app/domain/Clock.h"
#include "app/domain/MidiPort.h"
#include "midi/ClickSequence.h"

#include <array>
#include <optional>

namespace tutti::midi {

/// The metronome on a MIDI output, channel 10: what is due until now, and when to look again. Every
/// note gets its end; when the music stops and when Everyone quiet begins the port is silenced as a
/// whole. Neither allocates nor waits. Thread: the metronome thread. Clock and port outlive it.
class MidiMetronome {
public:
    MidiMetronome(const Clock& clock, MidiPort& port);

    /// Sends what is due. The answer is when the next thing is due, as far as it is known now.
    std::optional<ServerTime> step(const ClickPlan& plan, const SoundChoice& choice);
    /// All notes off and all sound off, on every channel.
    void silence();
    /// The port did not take a message.
    bool isGone() const { return m_isGone; }

private:
    struct Sounding {
        std::uint8_t key = 0;
        ServerTime until;
    };

    void obey(const ClickPlan& plan, ServerTime now);
    void strike(const DueClick& click, float volume);
    void endNotes(ServerTime now);
    void endNote(std::size_t index);
    std::optional<ServerTime> nextDue(const ClickPlan& plan, const SoundChoice& choice,
                                      ServerTime now) const;
    void send(std::uint8_t status, std::uint8_t first, std::uint8_t second);

    const Clock& m_clock;
    MidiPort& m_port;
    ClickSequence m_sequence;
    std::array<Sounding, 4> m_sounding{};
    std::size_t m_count = 0;
    QuietState m_quiet;
    bool m_isQuiet = false;
    bool m_isPlaying = false;
    bool m_isGone = false;
};

} // namespace tutti::midi
