#include "ui/widgets/KeyBindings.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeyEvent>
#include <QShortcut>
#include <QTabBar>

namespace tutti::ui {
namespace {

bool pressesWidget(const QKeyEvent& event, const QWidget* focus)
{
    const bool space = event.key() == Qt::Key_Space;
    if (!space || event.modifiers() != Qt::NoModifier) {
        return false;
    }
    return qobject_cast<const QAbstractButton*>(focus) || qobject_cast<const QComboBox*>(focus);
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
        pressesWidget(*static_cast<QKeyEvent*>(event), m_window->focusWidget())) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tutti::ui
