#pragma once

#include "app/domain/Event.h"
#include "midi/ClassMix.h"
#include "midi/MidiService.h"
#include "midi/Speakers.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <utility>
#include <vector>

namespace tutti::midi {

/// What a sound desk is made of; tests put in their own.
struct SoundParts {
    SpeakerParts speakers;
    MidiSystemFactory makeMidi;
    /// How often the MIDI devices are looked at.
    std::chrono::milliseconds pollEvery{1000};
};

/// This computer's own sound. The clock outlives what is made of it.
SoundParts systemSoundParts(const Clock& clock);

/// The teacher's sound: the metronome on the speakers (click or synthesiser) or a MIDI output, the
/// class on the speakers, a MIDI keyboard into the room. No sound output, no synthesiser and no MIDI
/// are normal states; a chosen device that goes is replaced by the click and taken again when it is
/// back. Thread: GUI; setTimeline(), setQuiet() and feed() on one other, the classroom thread, as
/// long as this lives. Owns: the audio, metronome and MIDI service threads.
class SoundDesk : public QObject {
    Q_OBJECT

public:
    /// The clock outlives this.
    SoundDesk(const Clock& clock, SoundParts parts, QObject* parent = nullptr);
    explicit SoundDesk(const Clock& clock, QObject* parent = nullptr);
    ~SoundDesk() override;

    /// Takes speakers and MIDI; what there is comes by statusChanged().
    void start();
    /// Of the speakers it knows nothing before the first statusChanged().
    const SoundStatus& status() const { return m_status; }

    /// Thread: classroom.
    void setTimeline(const Timeline& timeline);
    /// Silences at once. Thread: classroom.
    void setQuiet(const QuietState& quiet);
    /// What the class and the teacher did; `room` is the state after it. Thread: classroom.
    void feed(const Batch& batch, const RoomState& room);

public slots:
    /// Id of a SoundDevice; one that is not here is taken when it comes.
    void chooseOutput(const QString& id);
    /// Empty: no keyboard.
    void chooseInput(const QString& id);
    /// 0 (silent) to 1; on every output.
    void setClickVolume(double volume);
    void setClickEnabled(bool on);
    /// Without a synthesiser the class is not heard, but the wish is kept.
    void setPlaysClass(bool on);
    /// 0 (silent) to 1.
    void setRoleLevel(tutti::Role role, double level);
    /// Four clicks on the output, now, whether the music plays or the click is on.
    void testOutput();

signals:
    /// For the first time once the speakers have answered: until then it would say that there are none.
    void statusChanged(const tutti::SoundStatus& status);
    /// Something the teacher should hear of; `label` is the device's own name.
    void news(tutti::midi::SoundNews what, const QString& label);
    /// A key of the chosen keyboard; `velocity` 1 to 127. Every key that is pressed is released.
    /// Thread: emitted on one of MIDI's own.
    void keyPressed(int midi, int velocity, tutti::ServerTime at);
    void keyReleased(int midi, tutti::ServerTime at);

private:
    void wire();
    void takeSynth(SynthState state);
    void takeDevices(const MidiDevices& devices);
    void applyChoice();
    void updateStatus();
    void tellStatus();
    void takeNews(SoundNews what, const QString& label);
    std::string outputNow() const;

    const Clock& m_clock;
    MetronomeFeed m_metronome;
    Speakers m_speakers;
    QThread m_thread;
    MidiService* m_service;

    // GUI thread
    SoundStatus m_status;
    SoundChoice m_choice;
    MidiDevices m_devices;
    bool m_knowsSpeakers = false;
    /// What is told once the speakers are known: what there is to say depends on them.
    std::vector<std::pair<SoundNews, QString>> m_waitingNews;
    bool m_hasSynth = false;
    bool m_wantsClass = false;

    // Classroom thread
    ClickPlan m_plan;
    ClassMix m_mix;
    std::atomic<bool> m_playsClass{false};
};

} // namespace tutti::midi
