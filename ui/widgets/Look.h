#pragma once

#include "ui/models/Theme.h"

#include <QObject>

#include <array>
#include <optional>

class QSettings;

namespace tutti::ui {

/// How the dashboard looks: light, dark, or as the system does; how large; and whether things move. The choices outlive the
/// program.
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
    /// Nothing slides, grows or fades. Begins as the system says, until somebody sets it.
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    /// Percent of the usual size, from the next start on: 100, 125 or 150.
    int size() const { return m_size; }
    void setSize(int percent);
    static constexpr std::array kSizes{100, 125, 150};
    /// The size that `settings` ask for, for a program that has no window yet.
    static int sizeIn(const QSettings& settings);
    /// The style sheet of the whole window in the colours of now.
    QString styleSheet() const;

signals:
    void changed();

private:
    QSettings* m_settings;
    Choice m_choice = Choice::System;
    std::optional<bool> m_reducedMotion;
    int m_size = kSizes.front();
};

} // namespace tutti::ui
