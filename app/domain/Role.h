#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tutti {

/// What a seat does in the music. Names on the wire are those of nameOf().
enum class Role : std::uint8_t { Conductor, Melody, Harmony, Bass, Rhythm, Listener };

/// In the order of the mixer. Conductor exists only in games that have one.
inline constexpr std::array kRoles{Role::Conductor, Role::Melody, Role::Harmony,
                                   Role::Bass,      Role::Rhythm, Role::Listener};

std::string_view nameOf(Role role);
std::optional<Role> roleNamed(std::string_view name);
/// Whether a seat with this role makes sound; a Listener listens, a Conductor leads without a note.
constexpr bool plays(Role role)
{
    return role != Role::Listener && role != Role::Conductor;
}

} // namespace tutti
