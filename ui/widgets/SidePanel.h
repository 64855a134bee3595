#pragma once

#include "ui/models/Edits.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

namespace tutti::ui {

class ClassPanel;
class GamePanel;
class HandsPanel;

/// The right panel: the game and how the class is doing, which scroll, and below them, always in sight, who needs the teacher.
class SidePanel final : public QFrame {
    Q_OBJECT

public:
    SidePanel(const ViewContext& context, Edits& edits, QWidget* parent = nullptr);

    HandsPanel& hands() const { return *m_hands; }
    void setCompact(bool compact);
    /// Time has gone on.
    void refreshTime();

private:
    GamePanel* m_game;
    ClassPanel* m_class;
    HandsPanel* m_hands;
};

} // namespace tutti::ui
