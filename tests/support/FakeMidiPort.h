#pragma once

#include "app/domain/MidiPort.h"

#include <vector>

namespace tutti::test {

/// A MIDI output that remembers what it was sent.
class FakeMidiPort final : public MidiPort {
public:
    std::vector<std::vector<std::uint8_t>> messages;
    bool isThere = true;

    bool send(std::span<const std::uint8_t> message) override
    {
        if (isThere) {
            messages.emplace_back(message.begin(), message.end());
        }
        return isThere;
    }
};

} // namespace tutti::test
