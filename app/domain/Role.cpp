#include "app/domain/Role.h"

#include <algorithm>

namespace tutti {

std::string_view nameOf(Role role)
{
    switch (role) {
    case Role::Conductor:
        return "conductor";
    case Role::Melody:
        return "melody";
    case Role::Harmony:
        return "harmony";
    case Role::Bass:
        return "bass";
    case Role::Rhythm:
        return "rhythm";
    case Role::Listener:
        return "listener";
    }
    return {};
}

std::optional<Role> roleNamed(std::string_view name)
{
    const auto found =
        std::find_if(kRoles.begin(), kRoles.end(), [&](Role role) { return nameOf(role) == name; });
    return found == kRoles.end() ? std::nullopt : std::optional{*found};
}

} // namespace tutti
