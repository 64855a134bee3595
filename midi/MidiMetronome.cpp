#include "midi/MidiMetronome.h"

#include "midi/ClickNote.h"

#include <algorithm>
#include <utility>

namespace tutti::midi {
namespace {

constexpr std::uint8_t kNoteOff = 0x80;
constexpr std::uint8_t kNoteOn = 0x90;
constexpr std::uint8_t kControl = 0xB0;
constexpr std::uint8_t kAllSoundOff = 120;
constexpr std::uint8_t kAllNotesOff = 123;
constexpr std::uint8_t kChannels = 16;
/// Channel 10, counted from 0.
constexpr std::uint8_t kDrums = 9;
/// Long enough for every drum machine, over before the next pulse of the fastest tempo.
constexpr std::chrono::milliseconds kNoteLength{40};

} // namespace

MidiMetronome::MidiMetronome(const Clock& clock, MidiPort& port)
    : m_clock(clock)
    , m_port(port)
{
}

std::optional<ServerTime> MidiMetronome::step(const ClickPlan& plan, const SoundChoice& choice)
{
    const ServerTime now = m_clock.now();
    obey(plan, now);
    endNotes(now);
    const auto due = m_sequence.take(plan, choice, now, now + std::chrono::nanoseconds{1});
    for (const DueClick& click : due) {
        strike(click, choice.volume);
    }
    return nextDue(plan, choice, now);
}

void MidiMetronome::obey(const ClickPlan& plan, ServerTime now)
{
    const bool isQuiet = plan.quiet.holdsAt(now);
    const bool isPlaying = !plan.timeline.segments.empty() && plan.timeline.playsAt(now);
    const bool wasQuiet = std::exchange(m_isQuiet, isQuiet);
    const bool wasPlaying = std::exchange(m_isPlaying, isPlaying);
    const bool beginsAgain = quietBegins(std::exchange(m_quiet, plan.quiet), plan.quiet);
    if ((isQuiet && !wasQuiet) || beginsAgain || (wasPlaying && !isPlaying)) {
        silence();
    }
}

void MidiMetronome::strike(const DueClick& click, float volume)
{
    const ClickNote note = clickNote(click.kind, volume);
    if (note.velocity == 0) {
        return;
    }
    for (std::size_t i = m_count; i-- > 0;) {
        if (m_sounding[i].key == note.key) {
            endNote(i);
        }
    }
    if (m_count == m_sounding.size()) {
        endNote(0);
    }
    m_sounding[m_count++] = {note.key, m_clock.now() + kNoteLength};
    send(kNoteOn | kDrums, note.key, note.velocity);
}

void MidiMetronome::endNotes(ServerTime now)
{
    for (std::size_t i = m_count; i-- > 0;) {
        if (m_sounding[i].until <= now) {
            endNote(i);
        }
    }
}

void MidiMetronome::endNote(std::size_t index)
{
    send(kNoteOff | kDrums, m_sounding[index].key, 0);
    m_sounding[index] = m_sounding[--m_count];
}

void MidiMetronome::silence()
{
    while (m_count > 0) {
        endNote(m_count - 1);
    }
    for (std::uint8_t channel = 0; channel < kChannels; ++channel) {
        send(kControl | channel, kAllNotesOff, 0);
        send(kControl | channel, kAllSoundOff, 0);
    }
}

std::optional<ServerTime> MidiMetronome::nextDue(const ClickPlan& plan, const SoundChoice& choice,
                                                 ServerTime now) const
{
    std::optional<ServerTime> next = ClickSequence::next(plan, choice, now);
    const auto consider = [&](ServerTime time) { next = next ? std::min(*next, time) : time; };
    for (std::size_t i = 0; i < m_count; ++i) {
        consider(m_sounding[i].until);
    }
    if (m_isPlaying && !plan.timeline.transport.playing) {
        consider(plan.timeline.transport.at);
    }
    return next;
}

void MidiMetronome::send(std::uint8_t status, std::uint8_t first, std::uint8_t second)
{
    const std::array message{status, first, second};
    if (!m_isGone && !m_port.send(message)) {
        m_isGone = true;
    }
}

} // namespace tutti::midi
