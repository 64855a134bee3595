#include "ui/models/Pitch.h"

#include <array>

namespace tutti::ui {
namespace {

struct Natural {
    char letter;
    QRgb fill;
    QRgb ink;
    PitchShape shape;
};

constexpr std::int32_t kHighC = 72;
constexpr QRgb kDarkInk = 0xFF221A10;
constexpr QRgb kLightInk = 0xFFFFFFFF;

constexpr std::array kNaturals{
    Natural{'C', 0xFFD63230, kLightInk, PitchShape::Circle},
    Natural{'D', 0xFFF28C1B, kDarkInk, PitchShape::Triangle},
    Natural{'E', 0xFFF6CC2F, kDarkInk, PitchShape::Square},
    Natural{'F', 0xFFA6D65A, kDarkInk, PitchShape::Diamond},
    Natural{'G', 0xFF0F7F73, kLightInk, PitchShape::Plus},
    Natural{'A', 0xFF6A48BF, kLightInk, PitchShape::Star},
    Natural{'B', 0xFFF08CC0, kDarkInk, PitchShape::Heart},
};
/// On dark panels A is lighter, or it would sink into them.
constexpr QRgb kDarkPanelA = 0xFF7E5FD6;

/// Index into kNaturals of each of the twelve pitch classes; a sharp has its natural's look.
constexpr std::array<std::size_t, 12> kNaturalOf{0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6};
constexpr std::array<bool, 12> kSharp{false, true,  false, true,  false, false,
                                      true,  false, true,  false, true,  false};

PitchShape drumShape(std::int32_t midi)
{
    // General MIDI percussion, as server/PROTOCOL.md names it.
    switch (midi) {
    case 38:
        return PitchShape::Snare;
    case 70:
        return PitchShape::Shaker;
    case 81:
        return PitchShape::DrumTriangle;
    default:
        return PitchShape::Drum;
    }
}

} // namespace

PitchLook pitchLook(std::int32_t midi, bool rhythm, const Theme& theme)
{
    if (rhythm) {
        const bool dark = theme.scheme == Scheme::Dark;
        return {{}, theme.sunken, QColor(dark ? 0xB7BBC5 : 0x4A4E58), drumShape(midi), false, true};
    }
    const auto pitchClass = static_cast<std::size_t>(((midi % 12) + 12) % 12);
    const Natural& natural = kNaturals[kNaturalOf[pitchClass]];
    const bool sharp = kSharp[pitchClass];
    PitchLook look{QString(QLatin1Char(natural.letter)),
                   QColor(natural.fill),
                   QColor(natural.ink),
                   natural.shape,
                   sharp,
                   false};
    if (natural.letter == 'A' && theme.scheme == Scheme::Dark) {
        look.fill = QColor(kDarkPanelA);
    }
    if (natural.letter == 'C' && midi >= kHighC) {
        look.shape = PitchShape::Ring;
    }
    if (sharp) {
        look.letter += QChar(0x266F);
    }
    return look;
}

} // namespace tutti::ui
