#include "midi/PortName.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tutti::midi {
namespace {

/// In the order of MidiNaming.
constexpr std::array<std::string_view, 4> kPrefixes{"alsa:", "jack:", "windows:", "core:"};
/// Where everything sent comes back as if somebody had played it.
constexpr std::string_view kLoop = "Midi Through";
constexpr std::string_view kOurName = "Tutti";

bool isNumber(char c)
{
    return (c >= '0' && c <= '9') || c == ':';
}

bool isOurs(const std::string& name)
{
    if (name.compare(0, kOurName.size(), kOurName) != 0) {
        return false;
    }
    const char next = name.size() > kOurName.size() ? name[kOurName.size()] : ':';
    return next == ':' || next == '-';
}

bool isDevice(const std::string& name)
{
    return !name.empty() && !isOurs(name) && name.compare(0, kLoop.size(), kLoop) != 0;
}

} // namespace

std::string steadyName(MidiNaming naming, const std::string& portName)
{
    const auto space = portName.rfind(' ');
    if (naming == MidiNaming::Jack || naming == MidiNaming::CoreMidi ||
        space == std::string::npos || space + 1 == portName.size()) {
        return portName;
    }
    const bool numbered = std::all_of(portName.begin() + static_cast<std::ptrdiff_t>(space) + 1,
                                      portName.end(), isNumber);
    return numbered ? portName.substr(0, space) : portName;
}

std::vector<std::string> portIds(MidiNaming naming, const std::vector<std::string>& steadyNames)
{
    const std::string prefix{kPrefixes[static_cast<std::size_t>(naming)]};
    std::vector<std::string> ids;
    for (auto name = steadyNames.begin(); name != steadyNames.end(); ++name) {
        const auto before = std::count(steadyNames.begin(), name, *name);
        std::string id;
        if (isDevice(*name)) {
            id.append(prefix).append(*name);
        }
        if (isDevice(*name) && before > 0) {
            id.append("#").append(std::to_string(before + 1));
        }
        ids.push_back(std::move(id));
    }
    return ids;
}

std::vector<std::string> Replugged::look(MidiNaming naming, const std::vector<std::string>& ids,
                                         const std::vector<std::string>& portNames)
{
    std::vector<std::string> anew;
    if (naming != MidiNaming::Alsa) {
        return anew;
    }
    std::map<std::string, std::string> names;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto before = m_names.find(ids[i]);
        if (before != m_names.end() && before->second != portNames[i]) {
            anew.push_back(ids[i]);
        }
        names.emplace(ids[i], portNames[i]);
    }
    m_names = std::move(names);
    return anew;
}

} // namespace tutti::midi
