#pragma once

#include "ui/models/Theme.h"

#include <QColor>
#include <QString>

#include <cstdint>

namespace tutti::ui {

/// The shape that goes with a pitch class, so that nobody has to tell two colours apart.
enum class PitchShape : std::uint8_t {
    Circle,
    Ring,
    Triangle,
    Square,
    Diamond,
    Plus,
    Star,
    Heart,
    Drum,
    Snare,
    Shaker,
    DrumTriangle,
};

/// How a note looks: letter, colours, shape. Unpitched sounds have no letter and no hue.
struct PitchLook {
    QString letter;
    QColor fill;
    QColor ink;
    PitchShape shape = PitchShape::Circle;
    bool sharp = false;
    bool unpitched = false;
};

/// `midi` as a tablet sent it; `rhythm` says that the seat plays drums.
PitchLook pitchLook(std::int32_t midi, bool rhythm, const Theme& theme);

} // namespace tutti::ui
