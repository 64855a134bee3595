#include "app/domain/Door.h"

#include <algorithm>

namespace tutti {
namespace {

bool holds(const std::vector<std::string>& devices, std::string_view device)
{
    return std::find(devices.begin(), devices.end(), device) != devices.end();
}

} // namespace

bool DoorState::isAdmitted(std::string_view device) const
{
    return holds(admitted, device);
}

bool DoorState::isDeclined(std::string_view device) const
{
    return holds(declined, device);
}

const Knock* DoorState::knockOf(std::string_view device) const
{
    const auto found = std::find_if(knocks.begin(), knocks.end(),
                                    [&](const Knock& knock) { return knock.device == device; });
    return found == knocks.end() ? nullptr : &*found;
}

} // namespace tutti
