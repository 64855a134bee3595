#include "midi/RtMidiSystem.h"

#include "midi/PortName.h"
#include "midi/RtMidiPorts.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace tutti::midi {
namespace {

std::optional<MidiNaming> namingOf(RtMidi::Api api)
{
    switch (api) {
    case RtMidi::LINUX_ALSA:
        return MidiNaming::Alsa;
    case RtMidi::UNIX_JACK:
        return MidiNaming::Jack;
    case RtMidi::WINDOWS_MM:
        return MidiNaming::WindowsMM;
    case RtMidi::MACOSX_CORE:
        return MidiNaming::CoreMidi;
    default:
        return std::nullopt;
    }
}

struct Port {
    SoundDevice device;
    unsigned index = 0;
    /// With the numbers it has this time.
    std::string fullName;
};

/// The ports RtMidi lists, those that are no devices left out.
std::vector<Port> portsOf(RtMidi& lister, MidiNaming naming, SoundDevice::Kind kind)
{
    std::vector<std::string> fullNames;
    std::vector<std::string> names;
    for (unsigned i = 0; i < lister.getPortCount(); ++i) {
        fullNames.push_back(lister.getPortName(i));
        names.push_back(steadyName(naming, fullNames.back()));
    }
    const std::vector<std::string> ids = portIds(naming, names);
    std::vector<Port> ports;
    for (unsigned i = 0; i < ids.size(); ++i) {
        if (!ids[i].empty()) {
            ports.push_back({{ids[i], names[i], kind}, i, fullNames[i]});
        }
    }
    return ports;
}

std::optional<unsigned> indexOf(const std::vector<Port>& ports, const std::string& id)
{
    const auto found = std::find_if(ports.begin(), ports.end(),
                                    [&](const Port& port) { return port.device.id == id; });
    return found == ports.end() ? std::nullopt : std::optional{found->index};
}

/// Those plugged in anew are missing this once.
void append(std::vector<SoundDevice>& devices, const std::vector<Port>& ports, MidiNaming naming,
            Replugged& replugged)
{
    std::vector<std::string> ids;
    std::vector<std::string> fullNames;
    for (const Port& port : ports) {
        ids.push_back(port.device.id);
        fullNames.push_back(port.fullName);
    }
    const std::vector<std::string> anew = replugged.look(naming, ids, fullNames);
    for (const Port& port : ports) {
        if (std::find(anew.begin(), anew.end(), port.device.id) == anew.end()) {
            devices.push_back(port.device);
        }
    }
}

void sortByName(std::vector<SoundDevice>& devices)
{
    std::stable_sort(devices.begin(), devices.end(),
                     [](const SoundDevice& a, const SoundDevice& b) { return a.label < b.label; });
}

} // namespace

/// One of the systems RtMidi was built for, with what lists its ports while it works.
struct RtMidiSystem::Driver {
    RtMidi::Api api;
    MidiNaming naming;
    RtMidiErrors errors;
    std::unique_ptr<RtMidiIn> in;
    std::unique_ptr<RtMidiOut> out;
    Replugged repluggedOutputs;
    Replugged repluggedInputs;
    /// Refused once, which it would do each second.
    bool isHopeless = false;

    std::vector<Port> outputs() const
    {
        return out ? portsOf(*out, naming, SoundDevice::Kind::MidiPort) : std::vector<Port>{};
    }
    std::vector<Port> inputs() const
    {
        return in ? portsOf(*in, naming, SoundDevice::Kind::Keyboard) : std::vector<Port>{};
    }
    void close()
    {
        in.reset();
        out.reset();
    }
    /// Opens first, where that was not done yet.
    bool isOpen()
    {
        if (!out && !isHopeless) {
            open();
        }
        return out != nullptr;
    }
    void open()
    {
        try {
            in = std::make_unique<RtMidiIn>(api, "Tutti");
            out = std::make_unique<RtMidiOut>(api, "Tutti");
            errors.listenTo(*in);
            errors.listenTo(*out);
        } catch (const std::exception&) {
            close();
            isHopeless = true;
        }
    }
};

RtMidiSystem::RtMidiSystem()
{
    std::vector<RtMidi::Api> apis;
    RtMidi::getCompiledApi(apis);
    for (const RtMidi::Api api : apis) {
        if (const auto naming = namingOf(api)) {
            auto driver = std::make_unique<Driver>();
            driver->api = api;
            driver->naming = *naming;
            m_drivers.push_back(std::move(driver));
        }
    }
}

RtMidiSystem::~RtMidiSystem() = default;

bool RtMidiSystem::isThere(const Driver& driver)
{
    std::error_code error;
    switch (driver.api) {
    case RtMidi::UNIX_JACK:
        return m_jack.look();
    case RtMidi::LINUX_ALSA:
        return std::filesystem::exists("/dev/snd/seq", error);
    default:
        return true;
    }
}

bool RtMidiSystem::takes(const Driver& driver) const
{
    return driver.api != RtMidi::UNIX_JACK || m_jack.health()->isAlive;
}

PresentDevices RtMidiSystem::look()
{
    PresentDevices present;
    for (const auto& driver : m_drivers) {
        if (!isThere(*driver)) {
            driver->close();
        } else if (driver->isOpen()) {
            append(present.outputs, driver->outputs(), driver->naming, driver->repluggedOutputs);
            append(present.inputs, driver->inputs(), driver->naming, driver->repluggedInputs);
        }
    }
    sortByName(present.outputs);
    sortByName(present.inputs);
    return present;
}

std::unique_ptr<MidiPort> RtMidiSystem::openOutput(const std::string& id)
{
    for (const auto& driver : m_drivers) {
        const auto index = takes(*driver) ? indexOf(driver->outputs(), id) : std::nullopt;
        if (!index) {
            continue;
        }
        try {
            const bool isJack = driver->api == RtMidi::UNIX_JACK;
            auto port = std::make_unique<RtMidiPort>(driver->api, *index,
                                                     isJack ? m_jack.health() : nullptr);
            return port->isOpen() ? std::move(port) : nullptr;
        } catch (const std::exception&) {
            return nullptr;
        }
    }
    return nullptr;
}

std::unique_ptr<MidiInput> RtMidiSystem::openInput(const std::string& id, KeyboardMessage take)
{
    for (const auto& driver : m_drivers) {
        const auto index = takes(*driver) ? indexOf(driver->inputs(), id) : std::nullopt;
        if (!index) {
            continue;
        }
        try {
            auto input = std::make_unique<RtMidiInput>(driver->api, *index, std::move(take));
            return input->isOpen() ? std::move(input) : nullptr;
        } catch (const std::exception&) {
            return nullptr;
        }
    }
    return nullptr;
}

std::unique_ptr<MidiSystem> makeRtMidiSystem()
{
    return std::make_unique<RtMidiSystem>();
}

} // namespace tutti::midi
