#pragma once

#include "ui/models/Edits.h"
#include "ui/models/LiveParticipation.h"
#include "ui/models/RingFigures.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tutti::ui {

class FigureRow;
class MoodRow;
class ShortLabel;

/// How the class is doing: moods, who is here and takes part, who has been quiet. Group figures only, and what each one means.
class ClassPanel final : public QWidget {
    Q_OBJECT

public:
    ClassPanel(const ViewContext& context, Edits& edits, QWidget* parent = nullptr);

    void setCompact(bool compact);
    /// Time has gone on.
    void refresh();

private:
    void layOut();
    QHBoxLayout* makeQuiet();
    void refreshMood();
    void refreshFigures();
    void refreshJam();
    void refreshRing(const RingFigures& ring);
    void refreshQuiet();
    void toggleAsking();
    void giveBeats();

    ViewContext m_context;
    Edits& m_edits;
    LiveParticipation m_live;
    QLabel* m_checkIn;
    MoodRow* m_moods;
    FigureRow* m_here;
    FigureRow* m_active;
    FigureRow* m_takingPart;
    FigureRow* m_together;
    QLabel* m_note;
    QWidget* m_quiet;
    QLabel* m_pictures;
    ShortLabel* m_names;
    QPushButton* m_give;
    QPushButton* m_ask;
    std::vector<SeatId> m_quietSeats;
    ServerTime m_measuredAt;
    GameStatePtr m_game;
    std::optional<RingFigures> m_ring;
};

} // namespace tutti::ui
