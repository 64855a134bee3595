#pragma once

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QStringList>

namespace tutti::test {

/// What the open menu offers, the chosen one ticked; nothing if none is open.
inline QStringList menuItems()
{
    QStringList items;
    if (const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator()) {
                items += (action->isChecked() ? QStringLiteral("✓ ") : QString()) + action->text();
            }
        }
    }
    return items;
}

/// Picks from the open menu and closes it. False if it has no such item.
inline bool chooseItem(const QString& text)
{
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (!menu) {
        return false;
    }
    for (QAction* action : menu->actions()) {
        if (action->text() == text && action->isEnabled()) {
            action->trigger();
            menu->close();
            return true;
        }
    }
    menu->close();
    return false;
}

} // namespace tutti::test
