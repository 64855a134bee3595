#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

class QKeyEvent;
class QWidget;

namespace tutti::ui {

/// The window's keys. Single letters reach a text field first, so that typing never runs a command: Qt asks the field before
/// it runs a shortcut. Space belongs to a focused button or choice, Enter to a number that is being typed.
class KeyBindings final : public QObject {
    Q_OBJECT

public:
    explicit KeyBindings(QWidget* window);

    /// Holding the key repeats only where `repeats` says so.
    void bind(const QList<QKeySequence>& keys, const std::function<void()>& action,
              bool repeats = false);
    /// The same for what cannot wait: while a menu or a list is open, its key closes it and acts.
    void bindUrgent(const QList<QKeySequence>& keys, const std::function<void()>& action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Urgent {
        QList<QKeySequence> keys;
        std::function<void()> action;
    };
    bool actsThroughPopup(const QKeyEvent& event) const;

    QWidget* m_window;
    std::vector<Urgent> m_urgent;
};

} // namespace tutti::ui
