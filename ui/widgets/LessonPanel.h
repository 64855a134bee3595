#pragma once

#include "app/domain/SoundStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tutti::ui {

class Choice;
class ShortLabel;

/// What the lesson begins with: the mood question, the first game, the sound; and the button that begins it.
class LessonPanel final : public QFrame {
    Q_OBJECT

public:
    LessonPanel(const ViewContext& context, QWidget* parent = nullptr);

    void setSoundStatus(const SoundStatus& status);
    /// Begins the lesson, or goes back to it.
    void next();

signals:
    void soundTestRequested();
    /// The lesson runs already: go and teach.
    void teachRequested();
    /// The room is closed: open it, and begin as soon as it is.
    void startWithoutTabletsRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeStartRow();
    QWidget* makeFaces();
    void fillGames();
    void askMood(bool on);
    QWidget* makeMoodRow();
    QWidget* makeSoundRow();
    void startLesson();
    void refresh();

    ViewContext m_context;
    QCheckBox* m_mood;
    /// Gone where the panel is narrow.
    QLabel* m_thirdFace = nullptr;
    Choice* m_game;
    ShortLabel* m_sound;
    QLabel* m_soundState;
    QPushButton* m_test;
    QPushButton* m_start;
    QLabel* m_hint;
    QPushButton* m_without;
    /// Wanted while the room was closed: asked as soon as it is open.
    bool m_moodWanted = false;
    bool m_wasOpen = false;
};

} // namespace tutti::ui
