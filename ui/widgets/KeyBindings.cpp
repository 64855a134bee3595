#include "ui/widgets/KeyBindings.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSettings>
#include <QShortcut>

namespace tutti::ui {
namespace {

constexpr auto kLetters = "dashboard/singleLetters";

/// A letter, digit or sign alone or with Shift: what a voice program may type by mistake.
bool isSingleLetter(const QKeySequence& key)
{
    constexpr int kFirstNamedKey = 0x01000000;
    const QKeyCombination first = key[0];
    const Qt::KeyboardModifiers shifted = first.keyboardModifiers() & ~Qt::ShiftModifier;
    return key.count() == 1 && shifted == Qt::NoModifier && first.key() != Qt::Key_Space &&
           first.key() < kFirstNamedKey;
}

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
        return qobject_cast<const QAbstractSpinBox*>(focus) ||
               qobject_cast<const QLineEdit*>(focus);
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

KeyBindings::KeyBindings(QWidget* window, QSettings* settings)
    : QObject(window)
    , m_window(window)
    , m_settings(settings)
{
    if (m_settings) {
        m_singleLetters = m_settings->value(QLatin1String(kLetters), true).toBool();
    }
    // The application's events, for an open popup takes every key before the window sees it.
    qApp->installEventFilter(this);
}

void KeyBindings::bind(const QString& what, const QList<QKeySequence>& keys,
                       const std::function<void()>& action, bool repeats)
{
    for (const QKeySequence& key : keys) {
        auto* shortcut = new QShortcut(key, m_window);
        shortcut->setAutoRepeat(repeats);
        connect(shortcut, &QShortcut::activated, this, action);
        // Shift with a bracket is two names for one key; either means the same here.
        connect(shortcut, &QShortcut::activatedAmbiguously, this, action);
        if (isSingleLetter(key)) {
            shortcut->setEnabled(m_singleLetters);
            m_letters.push_back(shortcut);
        }
    }
    if (!what.isEmpty()) {
        m_entries.push_back({what, keys});
    }
}

void KeyBindings::bind(const QList<QKeySequence>& keys, const std::function<void()>& action,
                       bool repeats)
{
    bind(QString(), keys, action, repeats);
}

void KeyBindings::bindUrgent(const QString& what, const QList<QKeySequence>& keys,
                             const std::function<void()>& action)
{
    bind(what, keys, action);
    m_urgent.push_back({keys, action});
}

void KeyBindings::setSingleLetters(bool on)
{
    m_singleLetters = on;
    if (m_settings) {
        m_settings->setValue(QLatin1String(kLetters), on);
    }
    for (QShortcut* letter : m_letters) {
        letter->setEnabled(on);
    }
}

bool KeyBindings::actsThroughPopup(const QKeyEvent& event) const
{
    if (event.isAutoRepeat() || !QApplication::activePopupWidget()) {
        return false;
    }
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const QKeySequence pressed(QKeyCombination(modifiers, Qt::Key(event.key())));
    for (const Urgent& urgent : m_urgent) {
        if (urgent.keys.contains(pressed) && (m_singleLetters || !isSingleLetter(pressed))) {
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
