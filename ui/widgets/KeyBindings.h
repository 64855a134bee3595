#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>

class QWidget;

namespace tutti::ui {

/// The window's keys (DESIGN.md §9). Single letters reach a text field first: Qt asks the field before it runs a shortcut.
/// Space belongs to a focused button or choice, Enter to a number that is being typed.
class KeyBindings final : public QObject {
    Q_OBJECT

public:
    explicit KeyBindings(QWidget* window);

    /// Holding the key repeats only where `repeats` says so.
    void bind(const QList<QKeySequence>& keys, const std::function<void()>& action,
              bool repeats = false);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

} // namespace tutti::ui
