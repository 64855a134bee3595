#pragma once

#include "app/domain/AudioOut.h"
#include "midi/LatestValue.h"
#include "midi/SpeakerRenderer.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tutti::midi {

/// Makes the output once the audio thread runs.
using AudioOutFactory = std::function<std::unique_ptr<AudioOut>()>;

/// What the speakers play from; each value is read by the audio thread alone.
struct SpeakerFeed {
    LatestValue<ClickPlan> plan;
    LatestValue<SoundChoice> choice;
    MixRing notes;
};

/// Whether there is a synthesiser: no SoundFont here, ready, or its SoundFont cannot be used.
enum class SynthState : std::uint8_t { None, Ready, Failed };

/// The part of the laptop's sound that lives on the audio thread.
/// Owns: the output. The feed belongs to Speakers and outlives this.
class SpeakersWorker : public QObject {
    Q_OBJECT

public:
    SpeakersWorker(AudioOutFactory makeOutput, std::string soundFont, SpeakerFeed& feed,
                   int framesPerSecond);

    /// Starts, or starts over on what is the default device now.
    void start();
    /// What is already in the device's buffer is not heard.
    void flush();

signals:
    void available(bool yes);
    /// Once, before the first available().
    void synthLoaded(tutti::midi::SynthState state);

private:
    void prepare();

    AudioOutFactory m_makeOutput;
    std::string m_soundFont;
    SpeakerFeed& m_feed;
    int m_rate;
    std::optional<SpeakerRenderer> m_renderer;
    std::unique_ptr<AudioOut> m_output;
};

} // namespace tutti::midi
