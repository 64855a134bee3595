#pragma once

#include "ui/models/Theme.h"

namespace tutti::ui {

/// How a stage is drawn. The theme outlives it.
struct StageStyle {
    const Theme* theme = &themeFor(Scheme::Light);
    /// No growing and fading: the state steps on the beat.
    bool reducedMotion = false;
};

} // namespace tutti::ui
