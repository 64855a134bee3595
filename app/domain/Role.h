#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tutti {

/// What a seat does in the music. Names on the wire are those of nameOf().
enum class Role : std::uint8_t { Melody, Harmony, Bass, Rhythm, Listener };

inline constexpr std::array kRoles{Role::Melody, Role::Harmony, Role::Bass, Role::Rhythm,
                                   Role::Listener};

std::string_view nameOf(Role role);
std::optional<Role> roleNamed(std::string_view name);
/// Whether a seat with this role makes sound; a Listener listens.
constexpr bool plays(Role role)
{
    return role != Role::Listener;
}

} // namespace tutti
