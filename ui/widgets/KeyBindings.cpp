#include "ui/widgets/KeyBindings.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QShortcut>

namespace tutti::ui {
namespace {

/// Whether the focused widget needs the key itself: Space presses it, Enter takes what was typed.
bool belongsTo(const QWidget* focus, const QKeyEvent& event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers != Qt::NoModifier) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Space:
        return qobject_cast<const QAbstractButton*>(focus) || qobject_cast<const QComboBox*>(focus);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return qobject_cast<const QAbstractSpinBox*>(focus);
    default:
        return false;
    }
}

} // namespace

KeyBindings::KeyBindings(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    window->installEventFilter(this);
}

void KeyBindings::bind(const QList<QKeySequence>& keys, const std::function<void()>& action,
                       bool repeats)
{
    for (const QKeySequence& key : keys) {
        auto* shortcut = new QShortcut(key, m_window);
        shortcut->setAutoRepeat(repeats);
        connect(shortcut, &QShortcut::activated, this, action);
        // Shift with a bracket is two names for one key; either means the same here.
        connect(shortcut, &QShortcut::activatedAmbiguously, this, action);
    }
}

bool KeyBindings::eventFilter(QObject* watched, QEvent* event)
{
    // The question climbs from the focused widget up to the window; accepting it gives that widget the key.
    if (event->type() == QEvent::ShortcutOverride &&
        belongsTo(m_window->focusWidget(), *static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tutti::ui
