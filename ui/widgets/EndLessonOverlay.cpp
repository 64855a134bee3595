#include "ui/widgets/EndLessonOverlay.h"

#include "ui/widgets/Parts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tutti::ui {

EndLessonOverlay::EndLessonOverlay(QWidget* window)
    : Overlay(window)
    , m_title(makeLabel({}, "title", card()))
    , m_meaning(makeLabel({}, "body", card()))
    , m_end(makeButton({}, "primary", card()))
    , m_stay(makeButton({}, "plain", card()))
{
    card()->setFixedWidth(460);
    m_meaning->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_stay);
    buttons->addWidget(m_end);
    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_meaning);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(m_stay, &QPushButton::clicked, this, &Overlay::closeOverlay);
    connect(m_end, &QPushButton::clicked, this, [this] {
        closeOverlay();
        emit confirmed();
    });
}

void EndLessonOverlay::ask(bool inLesson)
{
    setAccessibleName(inLesson ? tr("End the lesson?") : tr("Close the room?"));
    m_title->setText(accessibleName());
    m_meaning->setText(inLesson ? tr("The music stops, the tablets say goodbye and the room "
                                     "closes. Everything up to now is saved.")
                                : tr("Nothing listens any more and the tablets go back to the "
                                     "code. You can open the room again at any time."));
    m_end->setText(inLesson ? tr("End the lesson") : tr("Close the room"));
    m_end->setAccessibleName(m_end->text());
    m_stay->setText(inLesson ? tr("Keep teaching") : tr("Keep it open"));
    m_stay->setAccessibleName(m_stay->text());
    openOver();
    m_stay->setFocus(Qt::PopupFocusReason);
}

} // namespace tutti::ui
