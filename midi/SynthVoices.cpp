#include "midi/SynthVoices.h"

#include "midi/ClickNote.h"
#include "midi/Mixing.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace tutti::midi {
namespace {

struct Part {
    Role role;
    int channel;
    /// General MIDI, from 0: xylophone, marimba, acoustic bass; the drums have none.
    std::optional<int> program;
};

constexpr std::array kParts{Part{Role::Melody, 0, 13}, Part{Role::Harmony, 1, 12},
                            Part{Role::Bass, 2, 32}, Part{Role::Rhythm, 9, std::nullopt}};
/// Drums of its own, so that the level of the children's drums does not move the metronome.
constexpr int kMetronomeChannel = 15;
/// The teacher's own too: her notes are neither turned down nor ended with the class's.
constexpr int kTeacherChannel = 4;
constexpr int kTeacherProgram = 13;
/// What waited longer for the audio thread (there were no speakers) is not heard any more.
constexpr std::chrono::seconds kStale{1};

const Part* partOf(Role role)
{
    const auto* found = std::find_if(kParts.begin(), kParts.end(),
                                     [&](const Part& part) { return part.role == role; });
    return found == kParts.end() ? nullptr : found;
}

/// Of what the metronome may be: ten notes at once still fit.
constexpr float kClassShare = 0.4F;

/// MIDI volume is heard as its square.
int volumeFor(float level)
{
    const float loudness = kClassShare * std::clamp(level, 0.0F, 1.0F);
    return static_cast<int>(std::lround(127.0F * std::sqrt(loudness)));
}

} // namespace

SynthVoices::SynthVoices(std::unique_ptr<SoundFontSynth> synth)
    : m_synth(std::move(synth))
{
    for (const Part& part : kParts) {
        if (part.program) {
            m_synth->setProgram(part.channel, *part.program);
        } else {
            m_synth->makeDrums(part.channel);
        }
    }
    m_synth->setProgram(kTeacherChannel, kTeacherProgram);
    m_synth->setVolume(kTeacherChannel, volumeFor(kUsualLevel));
    m_synth->makeDrums(kMetronomeChannel);
    m_synth->setVolume(kMetronomeChannel, 127);
    m_levels.fill(-1);
}

void SynthVoices::take(ServerTime start, const ClickPlan& plan, const SoundChoice& choice,
                       MixRing& notes)
{
    obey(start, plan, choice);
    playNotes(start, choice.playsClass && !m_isQuiet, notes);
}

void SynthVoices::render(std::span<std::int16_t> samples, std::span<const Beat> beats, float volume)
{
    std::size_t done = 0;
    for (const Beat& beat : beats) {
        const std::size_t until =
            std::min(samples.size(), static_cast<std::size_t>(beat.frame) * 2);
        mix(samples.subspan(done, until - done));
        strike(beat.kind, volume);
        done = until;
    }
    mix(samples.subspan(done));
}

void SynthVoices::obey(ServerTime start, const ClickPlan& plan, const SoundChoice& choice)
{
    const bool isQuiet = plan.quiet.holdsAt(start);
    const bool wasQuiet = std::exchange(m_isQuiet, isQuiet);
    const bool playedClass = std::exchange(m_playedClass, choice.playsClass);
    const bool beginsAgain = quietBegins(std::exchange(m_quiet, plan.quiet), plan.quiet);
    if ((isQuiet && !wasQuiet) || beginsAgain) {
        m_synth->silence();
    } else if (playedClass && !choice.playsClass) {
        silenceClass();
    }
    setLevels(choice);
}

void SynthVoices::setLevels(const SoundChoice& choice)
{
    for (const Part& part : kParts) {
        int& known = m_levels[static_cast<std::size_t>(part.role)];
        const int volume = volumeFor(choice.level(part.role));
        if (std::exchange(known, volume) != volume) {
            m_synth->setVolume(part.channel, volume);
        }
    }
}

void SynthVoices::silenceClass()
{
    for (const Part& part : kParts) {
        m_synth->silence(part.channel);
    }
}

void SynthVoices::playNotes(ServerTime start, bool classSounds, MixRing& notes)
{
    while (const auto event = notes.pop()) {
        const Part* part = partOf(event->role);
        if (event->kind == MixEvent::Kind::Silence) {
            silenceClass();
            m_synth->silence(kTeacherChannel);
            continue;
        }
        if (part == nullptr && !event->byTeacher) {
            continue;
        }
        const int channel = event->byTeacher ? kTeacherChannel : part->channel;
        if (event->kind == MixEvent::Kind::Off) {
            m_synth->noteOff(channel, event->key);
        } else if ((classSounds || event->byTeacher) && start - event->at < kStale) {
            m_synth->noteOn(channel, event->key, event->velocity);
        }
    }
}

void SynthVoices::strike(ClickKind kind, float volume)
{
    const ClickNote note = clickNote(kind, volume);
    if (m_lastKey >= 0) {
        m_synth->noteOff(kMetronomeChannel, m_lastKey);
    }
    m_lastKey = note.key;
    if (note.velocity > 0) {
        m_synth->noteOn(kMetronomeChannel, note.key, note.velocity);
    }
}

void SynthVoices::mix(std::span<std::int16_t> samples)
{
    while (!samples.empty() && m_synth->isSounding()) {
        const std::size_t frames = std::min(samples.size() / 2, kChunk);
        m_synth->render(std::span{m_left}.first(frames), std::span{m_right}.first(frames));
        for (std::size_t i = 0; i < frames; ++i) {
            samples[2 * i] = added(samples[2 * i], m_left[i]);
            samples[2 * i + 1] = added(samples[2 * i + 1], m_right[i]);
        }
        samples = samples.subspan(frames * 2);
    }
}

} // namespace tutti::midi
