#pragma once

#include "ui/models/SeatModel.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace tutti::ui {

class SeatGrid;

/// The students of the lesson as tiles, and what can be done with the selected ones.
class StudentsPanel final : public QFrame {
    Q_OBJECT

public:
    StudentsPanel(const ViewContext& context, SeatModel& seats, QWidget* parent = nullptr);

    /// M: mutes the selected, or lets them play if all of them are muted.
    void toggleMuteSelected();
    /// Shift+M: the same for everyone.
    void toggleMuteAll();
    /// R: roles for the selected.
    void openRoleMenu();
    void freeSelected();
    SeatGrid& grid() const { return *m_grid; }

private:
    QHBoxLayout* makeHeader();
    void refresh();
    std::vector<SeatId> selectedSeats() const;
    bool allMuted(const std::vector<SeatId>& seats) const;
    void muteSeats(const std::vector<SeatId>& seats, bool muted);
    void fillRoles(QMenu* menu);
    void openTileMenu(const QPoint& at);
    QMenu* makeMenu();

    ViewContext m_context;
    SeatGrid* m_grid;
    QLabel* m_count;
    QPushButton* m_mute;
    QPushButton* m_role;
    QPushButton* m_free;
    QPushButton* m_muteAll;
    QPushButton* m_unmuteAll;
};

} // namespace tutti::ui
