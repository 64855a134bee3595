#pragma once

#include "app/domain/Mood.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPixmap>
#include <QString>

#include <string>

namespace tutti::ui {

/// Drawings and type of the dashboard. All drawings live in the resources below :/icons and are rendered once a size.
/// Thread: the GUI thread.

/// A line icon in one colour; Qt SVG knows no currentColor, so the colour goes into the text. Units: device-independent pixels.
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal ratio);
/// The same for buttons; `faint` is the disabled state.
QIcon lineIcon(const QString& name, const QColor& colour, const QColor& faint);
/// An animal; grey for a seat nobody plays on.
QPixmap avatarPixmap(const std::string& avatar, int size, qreal ratio, bool grey);
/// One of the six faces.
QPixmap moodPixmap(Mood mood, int size, qreal ratio);
QPixmap logoPixmap(int size, qreal ratio, const QColor& dot);

/// Inter in pixels, and its display cut for titles and figures; the system's font where Inter is missing.
QFont textFont(int pixels, QFont::Weight weight = QFont::Normal);
QFont displayFont(int pixels);

} // namespace tutti::ui
