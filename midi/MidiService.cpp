#include "midi/MidiService.h"

#include <array>
#include <utility>

namespace tutti::midi {
namespace {

/// In the order of DeviceChange.
constexpr std::array kOutputNews{SoundNews::PortLost, SoundNews::PortBack, SoundNews::PortRefused};
constexpr std::array kInputNews{SoundNews::KeyboardLost, SoundNews::KeyboardBack,
                                SoundNews::KeyboardRefused};

SoundNews outputNews(DeviceChange change)
{
    return kOutputNews[static_cast<std::size_t>(change)];
}

SoundNews inputNews(DeviceChange change)
{
    return kInputNews[static_cast<std::size_t>(change)];
}

} // namespace

MidiService::MidiService(const Clock& clock, MidiSystemFactory makeSystem, MetronomeFeed& feed,
                         std::chrono::milliseconds pollEvery)
    : m_clock(clock)
    , m_makeSystem(std::move(makeSystem))
    , m_feed(feed)
    , m_timer(this)
    , m_notes([this](int midi, int velocity) { emit keyPressed(midi, velocity, m_clock.now()); },
              [this](int midi) { emit keyReleased(midi, m_clock.now()); })
{
    m_timer.setInterval(pollEvery);
    connect(&m_timer, &QTimer::timeout, this, &MidiService::poll);
}

MidiService::~MidiService()
{
    closeInput();
}

void MidiService::start()
{
    m_system = m_makeSystem();
    m_timer.start();
    poll();
}

void MidiService::chooseOutput(const std::string& id)
{
    if (id != m_output.chosen()) {
        m_metronome.reset();
        m_output.choose(id);
        poll();
    }
}

void MidiService::chooseInput(const std::string& id)
{
    if (id != m_input.chosen()) {
        closeInput();
        m_input.choose(id);
        poll();
    }
}

void MidiService::poll()
{
    if (!m_system) {
        return;
    }
    MidiDevices now;
    now.present = m_system->look();
    followOutput(now.present.outputs);
    followInput(now.present.inputs);
    now.output = m_output.openId();
    now.input = m_input.openId();
    if (now != m_devices) {
        m_devices = std::move(now);
        emit devicesChanged(m_devices);
    }
}

void MidiService::tell(const DeviceChoice& device, SoundNews what)
{
    emit news(what, QString::fromStdString(device.label()));
}

void MidiService::followOutput(const std::vector<SoundDevice>& present)
{
    if (m_output.mustClose(present, m_metronome && m_metronome->isGone())) {
        m_metronome.reset();
        if (const auto change = m_output.closed()) {
            tell(m_output, outputNews(*change));
        }
        // A port that refuses every message gets its next chance with the next look, not at once.
        return;
    }
    if (const auto change = m_output.survived()) {
        tell(m_output, outputNews(*change));
    }
    if (!m_output.mustOpen(present)) {
        return;
    }
    auto port = m_system->openOutput(m_output.chosen());
    const auto change = m_output.opened(port != nullptr);
    if (port) {
        m_metronome = std::make_unique<MetronomeThread>(m_clock, std::move(port), m_feed, [this] {
            QMetaObject::invokeMethod(this, &MidiService::poll, Qt::QueuedConnection);
        });
    }
    if (change) {
        tell(m_output, outputNews(*change));
    }
}

void MidiService::followInput(const std::vector<SoundDevice>& present)
{
    if (m_input.mustClose(present, m_keyboard && m_keyboard->isBroken())) {
        closeInput();
        if (const auto change = m_input.closed()) {
            tell(m_input, inputNews(*change));
        }
        return;
    }
    if (const auto change = m_input.survived()) {
        tell(m_input, inputNews(*change));
    }
    if (!m_input.mustOpen(present)) {
        return;
    }
    m_keyboard = m_system->openInput(
        m_input.chosen(), [this](std::span<const std::uint8_t> message) { m_notes.take(message); });
    if (const auto change = m_input.opened(m_keyboard != nullptr)) {
        tell(m_input, inputNews(*change));
    }
}

void MidiService::closeInput()
{
    m_keyboard.reset();
    m_notes.releaseAll();
}

} // namespace tutti::midi
