#pragma once

#include "app/domain/Role.h"
#include "app/domain/SoundStatus.h"
#include "ui/widgets/Overlay.h"
#include "ui/widgets/ViewContext.h"

#include <array>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;

namespace tutti::ui {

class Choice;

/// All the laptop's sound in one card: what the metronome plays on, the teacher's keyboard, and whether and how loud the class
/// is heard on the laptop, each role by itself.
class SoundOverlay final : public Overlay {
    Q_OBJECT

public:
    SoundOverlay(const ViewContext& context, QWidget* window);

    void setSoundStatus(const SoundStatus& status);

signals:
    void outputChosen(const QString& id);
    void testRequested();
    /// Empty: none.
    void keyboardChosen(const QString& id);
    void playsClassChanged(bool on);
    /// 0 to 1.
    void roleLevelChanged(tutti::Role role, double level);

private:
    static constexpr std::array kLevels{Role::Melody, Role::Harmony, Role::Bass, Role::Rhythm};

    QWidget* makeDevices();
    QWidget* makeMix();
    void refresh();

    ViewContext m_context;
    SoundStatus m_sound;
    Choice* m_output;
    QPushButton* m_test;
    Choice* m_keyboard;
    QCheckBox* m_playsClass;
    QLabel* m_mixHint;
    std::array<QSlider*, kLevels.size()> m_levels{};
    std::array<QLabel*, kLevels.size()> m_words{};
};

} // namespace tutti::ui
