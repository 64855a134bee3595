#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

class QKeyEvent;
class QSettings;
class QShortcut;
class QWidget;

namespace tutti::ui {

/// The window's keys, and what each does in words. Single letters reach a text field first, so that typing never runs a
/// command: Qt asks the field before it runs a shortcut. They can all be switched off, for whoever speaks to the computer.
/// Space belongs to a focused button or choice, Enter to what is being typed.
/// Thread: the GUI thread. Owns: nothing; window and settings must outlive it.
class KeyBindings final : public QObject {
    Q_OBJECT

public:
    /// One line of the list of keys.
    struct Entry {
        QString what;
        QList<QKeySequence> keys;
    };

    /// Null settings: whether single letters work is forgotten with the window.
    explicit KeyBindings(QWidget* window, QSettings* settings = nullptr);

    /// Holding the key repeats only where `repeats` says so. Without words the key is in no list.
    void bind(const QString& what, const QList<QKeySequence>& keys,
              const std::function<void()>& action, bool repeats = false);
    void bind(const QList<QKeySequence>& keys, const std::function<void()>& action,
              bool repeats = false);
    /// The same for what cannot wait: while a menu or a list is open, its key closes it and acts.
    void bindUrgent(const QString& what, const QList<QKeySequence>& keys,
                    const std::function<void()>& action);

    const std::vector<Entry>& entries() const { return m_entries; }
    bool hasSingleLetters() const { return m_singleLetters; }
    void setSingleLetters(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Urgent {
        QList<QKeySequence> keys;
        std::function<void()> action;
    };
    bool actsThroughPopup(const QKeyEvent& event) const;

    QWidget* m_window;
    QSettings* m_settings;
    bool m_singleLetters = true;
    std::vector<Entry> m_entries;
    std::vector<Urgent> m_urgent;
    std::vector<QShortcut*> m_letters;
};

} // namespace tutti::ui
