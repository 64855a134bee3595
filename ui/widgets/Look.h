#pragma once

#include "ui/models/Theme.h"

#include <QObject>

class QSettings;

namespace tutti::ui {

/// Which colours the dashboard wears: light, dark, or as the system does. The choice outlives the program.
/// Thread: the GUI thread. Owns: nothing; the settings must outlive it.
class Look final : public QObject {
    Q_OBJECT

public:
    enum class Choice : std::uint8_t { System, Light, Dark };

    /// `settings` may be null: then the choice lasts as long as the window.
    explicit Look(QSettings* settings, QObject* parent = nullptr);

    const Theme& theme() const;
    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    /// The style sheet of the whole window in the colours of now.
    QString styleSheet() const;

signals:
    void changed();

private:
    QSettings* m_settings;
    Choice m_choice = Choice::System;
};

} // namespace tutti::ui
