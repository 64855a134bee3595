#include "midi/SoundDesk.h"

#include "midi/RtMidiSystem.h"

#include <algorithm>
#include <utility>

namespace tutti::midi {
namespace {

constexpr auto kClick = "click";
constexpr auto kSynth = "synth";
constexpr Tempo kTestTempo{120'000};
/// More than what the speakers have in their buffer already.
constexpr std::chrono::milliseconds kTestLead{250};
/// Four pulses, and no fifth.
constexpr std::chrono::milliseconds kTestLength{1750};

float unit(double value)
{
    return static_cast<float>(std::clamp(value, 0.0, 1.0));
}

bool isMidi(const std::string& id)
{
    return id != kClick && id != kSynth;
}

} // namespace

SoundParts systemSoundParts(const Clock& clock)
{
    return {systemSpeakerParts(clock), makeRtMidiSystem};
}

SoundDesk::SoundDesk(const Clock& clock, QObject* parent)
    : SoundDesk(clock, systemSoundParts(clock), parent)
{
}

SoundDesk::SoundDesk(const Clock& clock, SoundParts parts, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_speakers(std::move(parts.speakers))
    , m_service(new MidiService(clock, std::move(parts.makeMidi), m_metronome, parts.pollEvery))
    , m_mix(m_speakers.notes())
{
    qRegisterMetaType<tutti::ServerTime>("tutti::ServerTime");
    m_thread.setObjectName(QStringLiteral("midi"));
    m_service->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_service, &QObject::deleteLater);
    wire();
}

SoundDesk::~SoundDesk()
{
    const bool ran = m_thread.isRunning();
    m_thread.quit();
    m_thread.wait();
    if (!ran) {
        delete m_service;
    }
}

void SoundDesk::wire()
{
    connect(m_service, &MidiService::devicesChanged, this, &SoundDesk::takeDevices);
    connect(m_service, &MidiService::news, this, &SoundDesk::takeNews);
    // Straight on: the receiver's thread is the one that counts, and the GUI may be busy painting.
    connect(m_service, &MidiService::keyPressed, this, &SoundDesk::keyPressed,
            Qt::DirectConnection);
    connect(m_service, &MidiService::keyReleased, this, &SoundDesk::keyReleased,
            Qt::DirectConnection);
    connect(&m_speakers, &Speakers::synthLoaded, this, &SoundDesk::takeSynth);
    connect(&m_speakers, &Speakers::available, this, [this](bool yes) {
        m_status.speakers = yes;
        m_knowsSpeakers = true;
        tellStatus();
        for (const auto& [what, label] : std::exchange(m_waitingNews, {})) {
            emit news(what, label);
        }
    });
    connect(&m_speakers, &Speakers::bluetooth, this, [this](bool yes) {
        m_status.bluetooth = yes;
        tellStatus();
    });
}

void SoundDesk::start()
{
    if (m_thread.isRunning()) {
        return;
    }
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_service, &MidiService::start);
    m_speakers.start();
}

void SoundDesk::setTimeline(const Timeline& timeline)
{
    m_plan.timeline = timeline;
    m_metronome.plan.write(m_plan);
    m_speakers.setTimeline(timeline);
}

void SoundDesk::setQuiet(const QuietState& quiet)
{
    m_plan.quiet = quiet;
    m_metronome.plan.write(m_plan);
    m_speakers.setQuiet(quiet);
}

void SoundDesk::feed(const Batch& batch, const RoomState& room)
{
    m_mix.setPlaysClass(m_playsClass.load(std::memory_order_relaxed));
    m_mix.feed(batch, room);
}

void SoundDesk::chooseOutput(const QString& id)
{
    const std::string chosen = id.isEmpty() ? kClick : id.toStdString();
    if (chosen == m_status.chosenOutput) {
        return;
    }
    m_status.chosenOutput = chosen;
    // What was open plays no longer; the service says when the new one does.
    m_devices.output.clear();
    QMetaObject::invokeMethod(m_service, [service = m_service, chosen] {
        service->chooseOutput(isMidi(chosen) ? chosen : std::string{});
    });
    updateStatus();
}

void SoundDesk::chooseInput(const QString& id)
{
    const std::string chosen = id.toStdString();
    if (chosen == m_status.chosenInput) {
        return;
    }
    m_status.chosenInput = chosen;
    m_devices.input.clear();
    QMetaObject::invokeMethod(m_service,
                              [service = m_service, chosen] { service->chooseInput(chosen); });
    updateStatus();
}

void SoundDesk::setClickVolume(double volume)
{
    m_choice.volume = unit(volume);
    applyChoice();
}

void SoundDesk::setClickEnabled(bool on)
{
    m_choice.clickOn = on;
    applyChoice();
}

void SoundDesk::setPlaysClass(bool on)
{
    m_wantsClass = on;
    updateStatus();
}

void SoundDesk::setRoleLevel(Role role, double level)
{
    m_choice.level(role) = unit(level);
    applyChoice();
}

void SoundDesk::testOutput()
{
    const ServerTime start = m_clock.now() + kTestLead;
    m_choice.test = Timeline::stopped(kTestTempo, Meter{}, m_clock.now())
                        .started(start, 0)
                        .stoppedAt(start + kTestLength);
    applyChoice();
}

void SoundDesk::takeSynth(SynthState state)
{
    m_hasSynth = state == SynthState::Ready;
    updateStatus();
    if (state == SynthState::Failed) {
        emit news(SoundNews::SynthFailed, {});
    }
}

void SoundDesk::takeDevices(const MidiDevices& devices)
{
    m_devices = devices;
    updateStatus();
}

void SoundDesk::takeNews(SoundNews what, const QString& label)
{
    if (m_knowsSpeakers) {
        emit news(what, label);
    } else {
        m_waitingNews.emplace_back(what, label);
    }
}

void SoundDesk::applyChoice()
{
    m_speakers.setChoice(m_choice);
    m_metronome.choice.write(m_choice);
}

std::string SoundDesk::outputNow() const
{
    const std::string& chosen = m_status.chosenOutput;
    const bool plays = chosen == kSynth ? m_hasSynth : chosen == m_devices.output;
    return plays ? chosen : kClick;
}

void SoundDesk::updateStatus()
{
    SoundStatus now = m_status;
    now.outputs = {{kClick, {}, SoundDevice::Kind::Click}};
    if (m_hasSynth) {
        now.outputs.push_back({kSynth, {}, SoundDevice::Kind::Synth});
    }
    now.outputs.insert(now.outputs.end(), m_devices.present.outputs.begin(),
                       m_devices.present.outputs.end());
    now.inputs = m_devices.present.inputs;
    now.input = m_devices.input;
    now.output = outputNow();
    now.playsClass = m_wantsClass && m_hasSynth;
    m_choice.instrument = now.output == kClick   ? Instrument::Click
                          : now.output == kSynth ? Instrument::Synth
                                                 : Instrument::None;
    m_choice.playsClass = now.playsClass;
    m_playsClass = now.playsClass;
    applyChoice();
    m_status = std::move(now);
    tellStatus();
}

void SoundDesk::tellStatus()
{
    if (m_knowsSpeakers) {
        emit statusChanged(m_status);
    }
}

} // namespace tutti::midi
