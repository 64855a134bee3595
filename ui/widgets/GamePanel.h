#pragma once

#include "ui/models/RingModel.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tutti::ui {

class NoteChips;
class RingOptions;

/// Which game is played, and what can be set in it. Goes into the right panel, which has the frame.
class GamePanel final : public QWidget {
    Q_OBJECT

public:
    GamePanel(const ViewContext& context, QWidget* parent);

    void setCompact(bool compact);

private:
    QHBoxLayout* makeTitle();
    QHBoxLayout* makeGames();
    QHBoxLayout* makeNotes();
    void startGame(std::string_view game);
    void explain();
    void refresh();

    struct GameButton {
        std::string_view game;
        QPushButton* button;
    };

    ViewContext m_context;
    RingModel m_ring;
    GameStatePtr m_shown;
    QLabel* m_name;
    QPushButton* m_how;
    std::vector<GameButton> m_games;
    NoteChips* m_notes;
    RingOptions* m_options;
    QVBoxLayout* m_column;
};

} // namespace tutti::ui
