#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tutti::midi {

/// The systems RtMidi reaches that name their ports each in its own way.
enum class MidiNaming : std::uint8_t { Alsa, Jack, WindowsMM, CoreMidi };

/// What a device is called whenever it is plugged in: without the numbers that differ each time. Pure.
std::string steadyName(MidiNaming naming, const std::string& portName);

/// Ids for ports of these steady names: unique, and the same as long as the same devices are there;
/// empty for a port that is no device (our own, and the system's loop). Pure.
std::vector<std::string> portIds(MidiNaming naming, const std::vector<std::string>& steadyNames);

/// Notices a port that was out and in again between two looks. Only ALSA's numbers tell: elsewhere a
/// name has none, or its number moves when another device comes. Pure.
class Replugged {
public:
    /// Once a look, with the ids of the ports and the names they have in full; the answers are the ids
    /// of those plugged in anew.
    std::vector<std::string> look(MidiNaming naming, const std::vector<std::string>& ids,
                                  const std::vector<std::string>& portNames);

private:
    std::map<std::string, std::string> m_names;
};

} // namespace tutti::midi
