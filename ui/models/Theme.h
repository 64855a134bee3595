#pragma once

#include <QColor>
#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace tutti::ui {

enum class Scheme : std::uint8_t { Light, Dark };

/// The colours of one scheme by their token names, as the style sheet uses them. A value.
struct Theme {
    Scheme scheme = Scheme::Light;
    QColor bg, surface, sunken, text, text2, text3, line, lineStrong;
    QColor accent, onAccent, accentSoft, accentHover, accentPressed;
    QColor ok, okSoft, warn, warnSoft, danger, dangerSoft, dangerFill, onDangerFill;
    QColor track, lane, lane2, barline;

    /// Token name to colour, as the style sheet template asks for them.
    std::vector<std::pair<QString, QColor>> tokens() const;
};

const Theme& themeFor(Scheme scheme);

/// Puts a theme's colours where a template says @name@, and "light" or "dark" for @scheme@.
QString filledTemplate(QString text, const Theme& theme);

} // namespace tutti::ui
