#pragma once

#include "app/domain/Clock.h"
#include "midi/SpeakersWorker.h"

#include <QObject>
#include <QThread>

namespace tutti::midi {

/// What the speakers are made of; tests put in their own.
struct SpeakerParts {
    AudioOutFactory makeOutput;
    /// Path of the SoundFont; without such a file there is no synthesiser.
    std::string soundFont;
    /// Follow the system's default device as it changes.
    bool followsSystem = false;
};

/// This computer's own output and Debian's SoundFont. The clock outlives what is made of it.
SpeakerParts systemSpeakerParts(const Clock& clock);

/// The laptop's own speakers: the metronome on its pulses, and the class. Without a sound output the
/// lesson goes on, and this says so; a device plugged in later is used at once.
/// Thread: setTimeline() and setQuiet() on one thread, setChoice() on one, notes() fed by one, start()
/// and destruction on that of the object; signals arrive queued. Owns: the audio thread.
class Speakers : public QObject {
    Q_OBJECT

public:
    explicit Speakers(SpeakerParts parts, QObject* parent = nullptr);
    ~Speakers() override;

    /// Takes the sound output; the answers are synthLoaded(), bluetooth() and available().
    void start();

    void setTimeline(const Timeline& timeline);
    /// Quiet silences what is already in the buffer too.
    void setQuiet(const QuietState& quiet);
    void setChoice(const SoundChoice& choice);
    MixRing& notes() { return m_feed.notes; }

signals:
    /// Whether there is a sound output; after start() and whenever that changes.
    void available(bool yes);
    void synthLoaded(tutti::midi::SynthState state);
    /// Whether the default output is Bluetooth; after start() and whenever it is another one.
    void bluetooth(bool yes);

private:
    void followDevices();

    bool m_followsSystem;
    ClickPlan m_plan;
    SpeakerFeed m_feed;
    QThread m_thread;
    SpeakersWorker* m_worker;
};

} // namespace tutti::midi
