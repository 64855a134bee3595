#pragma once

#include "ui/widgets/ViewContext.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>

class QFrame;

namespace tutti::ui {

/// The dashboard's small building blocks. The style sheet knows a part by its `part` property.

QLabel* makeLabel(const QString& text, const char* part, QWidget* parent);
QPushButton* makeButton(const QString& text, const char* part, QWidget* parent);
QFrame* makePanel(QWidget* parent);
void setPart(QWidget* widget, const char* part);
/// Gives a button a line icon that follows the theme. `colour` picks it out of the theme.
void setLineIcon(QAbstractButton* button, const QString& name, const ViewContext& context,
                 QColor Theme::*colour = &Theme::text, int size = 16);
/// A label that shows a line icon in the theme's colour.
QLabel* makeIconLabel(const QString& name, const ViewContext& context, QColor Theme::*colour,
                      int size, QWidget* parent);

} // namespace tutti::ui
