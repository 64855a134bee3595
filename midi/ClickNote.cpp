#include "midi/ClickNote.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tutti::midi {
namespace {

/// In the order of ClickKind, at full volume.
constexpr std::array kNotes{ClickNote{76, 127}, ClickNote{77, 96}, ClickNote{37, 110}};

} // namespace

ClickNote clickNote(ClickKind kind, float volume)
{
    ClickNote note = kNotes[static_cast<std::size_t>(kind)];
    const auto scaled = std::lround(static_cast<float>(note.velocity) * volume);
    const long least = volume > 0.0F ? 1 : 0;
    note.velocity = static_cast<std::uint8_t>(std::clamp(scaled, least, 127L));
    return note;
}

} // namespace tutti::midi
