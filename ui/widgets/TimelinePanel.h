#pragma once

#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tutti::ui {

class NoteChips;
class TimelineView;

/// What was played in the last eight bars, and a button that marks a moment to find it again.
class TimelinePanel final : public QFrame {
    Q_OBJECT

public:
    TimelinePanel(const ViewContext& context, QWidget* parent);

    void setCompact(bool compact);
    TimelineView& view() const { return *m_view; }

public slots:
    /// The K key.
    void markMoment();

signals:
    /// The student of a note that was clicked.
    void seatPicked(tutti::SeatId seat);

private:
    QHBoxLayout* makeHeader();
    void refresh();
    void dress();

    ViewContext m_context;
    NoteChips* m_notes;
    QLabel* m_drum;
    QLabel* m_drums;
    QPushButton* m_mark;
    TimelineView* m_view;
    QVBoxLayout* m_column;
    GameStatePtr m_game;
};

} // namespace tutti::ui
