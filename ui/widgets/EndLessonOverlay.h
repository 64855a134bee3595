#pragma once

#include "ui/widgets/Overlay.h"

class QLabel;
class QPushButton;

namespace tutti::ui {

/// Asks once before the room closes, and says what closing means.
class EndLessonOverlay final : public Overlay {
    Q_OBJECT

public:
    explicit EndLessonOverlay(QWidget* window);

    /// `inLesson`: a lesson runs; otherwise only the room is open.
    void ask(bool inLesson);

signals:
    void confirmed();

private:
    QLabel* m_title;
    QLabel* m_meaning;
    QPushButton* m_end;
    QPushButton* m_stay;
};

} // namespace tutti::ui
