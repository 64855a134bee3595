#include "ui/widgets/KeyBindings.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
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

/// A popup that closes may leave the one that opened it.
void closePopups()
{
    const QWidget* last = nullptr;
    for (QWidget* popup = QApplication::activePopupWidget(); popup && popup != last;
         popup = QApplication::activePopupWidget()) {
        last = popup;
        popup->close();
    }
}

} // namespace

KeyBindings::KeyBindings(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    // The application's events, for an open popup takes every key before the window sees it.
    qApp->installEventFilter(this);
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

void KeyBindings::bindUrgent(const QList<QKeySequence>& keys, const std::function<void()>& action)
{
    bind(keys, action);
    m_urgent.push_back({keys, action});
}

bool KeyBindings::actsThroughPopup(const QKeyEvent& event) const
{
    if (event.isAutoRepeat() || !QApplication::activePopupWidget()) {
        return false;
    }
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const QKeySequence pressed(QKeyCombination(modifiers, Qt::Key(event.key())));
    for (const Urgent& urgent : m_urgent) {
        if (urgent.keys.contains(pressed)) {
            closePopups();
            urgent.action();
            return true;
        }
    }
    return false;
}

bool KeyBindings::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress &&
        actsThroughPopup(*static_cast<const QKeyEvent*>(event))) {
        return true;
    }
    // The question climbs from the focused widget up to the window; accepting it gives that widget the key.
    if (watched == m_window && event->type() == QEvent::ShortcutOverride &&
        belongsTo(m_window->focusWidget(), *static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tutti::ui
