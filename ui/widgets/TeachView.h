#pragma once

#include "ui/models/Edits.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QHBoxLayout;

namespace tutti::ui {

class FoldButton;
class RoleMixer;
class SidePanel;
class StagePanel;
class StudentsPanel;
class TimelinePanel;
class TransportBar;

/// The view a teacher teaches from: transport above; students, stage with the mixer, and the game and class panel side by side;
/// the last bars below. Where the window is narrow the right panel folds into a button and opens over the stage.
class TeachView final : public QWidget {
    Q_OBJECT

public:
    TeachView(const ViewContext& context, SeatModel& seats, Edits& edits,
              QWidget* parent = nullptr);

    TransportBar& transport() const { return *m_transport; }
    StudentsPanel& students() const { return *m_students; }
    StagePanel& stage() const { return *m_stage; }
    RoleMixer& mixer() const { return *m_mixer; }
    TimelinePanel& timeline() const { return *m_timeline; }
    /// Whatever shows running time looks at the clock again.
    void refreshTime();
    /// Messages may lie over the lower edge of this, so far above it.
    QWidget* messageAnchor() const;
    int messagesAbove() const;

signals:
    /// The place for messages has changed.
    void rearranged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void wire();
    void makeCards(const ViewContext& context, Edits& edits);
    void fold(bool folded);
    void setOpen(bool open);
    void placeSide();

    TransportBar* m_transport;
    StudentsPanel* m_students;
    StagePanel* m_stage;
    RoleMixer* m_mixer;
    SidePanel* m_side;
    FoldButton* m_fold;
    TimelinePanel* m_timeline;
    QHBoxLayout* m_columns = nullptr;
    bool m_folded = false;
};

} // namespace tutti::ui
