#pragma once

#include "midi/MidiSystem.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace tutti::test {

/// MIDI devices that come and go as a test says, seen by test and service thread.
class FakeMidiDevices {
public:
    using Messages = std::vector<std::vector<std::uint8_t>>;

    void plugOutput(const std::string& name)
    {
        const std::lock_guard lock{m_mutex};
        m_present.outputs.push_back({"fake:" + name, name, SoundDevice::Kind::MidiPort});
    }
    void plugInput(const std::string& name)
    {
        const std::lock_guard lock{m_mutex};
        m_present.inputs.push_back({"fake:" + name, name, SoundDevice::Kind::Keyboard});
    }
    void unplugAll()
    {
        const std::lock_guard lock{m_mutex};
        m_present = {};
    }
    /// Whether ports take what they are sent.
    void setWorking(bool works)
    {
        const std::lock_guard lock{m_mutex};
        m_works = works;
    }
    /// All that every port took.
    Messages messages() const
    {
        const std::lock_guard lock{m_mutex};
        return m_messages;
    }
    int openPorts() const
    {
        const std::lock_guard lock{m_mutex};
        return m_openPorts;
    }
    /// What an open keyboard sends; false without one.
    bool play(const std::vector<std::uint8_t>& message)
    {
        const std::lock_guard lock{m_mutex};
        if (m_take) {
            m_take(message);
        }
        return static_cast<bool>(m_take);
    }

    std::unique_ptr<midi::MidiSystem> makeSystem() { return std::make_unique<System>(*this); }

private:
    struct Port final : MidiPort {
        explicit Port(FakeMidiDevices& all)
            : devices(all)
        {
            const std::lock_guard lock{devices.m_mutex};
            ++devices.m_openPorts;
        }
        ~Port() override
        {
            const std::lock_guard lock{devices.m_mutex};
            --devices.m_openPorts;
        }
        bool send(std::span<const std::uint8_t> message) override
        {
            const std::lock_guard lock{devices.m_mutex};
            if (devices.m_works) {
                devices.m_messages.emplace_back(message.begin(), message.end());
            }
            return devices.m_works;
        }
        FakeMidiDevices& devices;
    };

    struct Input final : midi::MidiInput {
        Input(FakeMidiDevices& all, midi::KeyboardMessage take)
            : devices(all)
        {
            const std::lock_guard lock{devices.m_mutex};
            devices.m_take = std::move(take);
        }
        ~Input() override
        {
            const std::lock_guard lock{devices.m_mutex};
            devices.m_take = {};
        }
        FakeMidiDevices& devices;
    };

    struct System final : midi::MidiSystem {
        explicit System(FakeMidiDevices& all)
            : devices(all)
        {
        }
        midi::PresentDevices look() override
        {
            const std::lock_guard lock{devices.m_mutex};
            return devices.m_present;
        }
        std::unique_ptr<MidiPort> openOutput(const std::string& /*id*/) override
        {
            return std::make_unique<Port>(devices);
        }
        std::unique_ptr<midi::MidiInput> openInput(const std::string& /*id*/,
                                                   midi::KeyboardMessage take) override
        {
            return std::make_unique<Input>(devices, std::move(take));
        }
        FakeMidiDevices& devices;
    };

    mutable std::mutex m_mutex;
    midi::PresentDevices m_present;
    Messages m_messages;
    midi::KeyboardMessage m_take;
    int m_openPorts = 0;
    bool m_works = true;
};

} // namespace tutti::test
