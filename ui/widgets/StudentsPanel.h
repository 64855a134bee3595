#pragma once

#include "ui/models/Edits.h"
#include "ui/models/SeatModel.h"
#include "ui/models/SeatOrder.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QAbstractItemDelegate;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace tutti::ui {

class SeatGrid;
class StudentMenus;

/// The students of the lesson as tiles or as a list, and what can be done with the selected ones.
class StudentsPanel final : public QFrame {
    Q_OBJECT

public:
    StudentsPanel(const ViewContext& context, SeatModel& seats, Edits& edits,
                  QWidget* parent = nullptr);

    /// M: mutes the selected, or lets them play if all of them are muted.
    void toggleMuteSelected();
    /// Shift+M: the same for everyone.
    void toggleMuteAll();
    /// R: roles for the selected.
    void openRoleMenu();
    /// G: beats for the selected.
    void openBeatMenu();
    /// H: selects the one whose hand has been up longest, then the next.
    void selectNextHand();
    /// Ctrl+F.
    void openFind();
    void select(SeatId seat);
    void setCompact(bool compact);
    void showAsList(bool list);
    SeatGrid& grid() const { return *m_grid; }

signals:
    void otherChildRequested(tutti::SeatId seat);
    void renameRequested(tutti::SeatId seat);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeGrid();
    QHBoxLayout* makeHeader();
    QWidget* makeModes();
    QWidget* makeListRow();
    QPushButton* makeSegment(const QString& text, const QString& icon);
    void find(const QString& words);
    void closeFind();
    void refresh();
    std::vector<SeatId> selectedSeats() const;
    void popUp(QMenu* menu);

    ViewContext m_context;
    Edits& m_edits;
    StudentMenus* m_menus;
    SeatOrder* m_order;
    SeatGrid* m_grid;
    QAbstractItemDelegate* m_tiles;
    QAbstractItemDelegate* m_rows;
    QLabel* m_count;
    QLineEdit* m_find;
    QPushButton* m_gridMode;
    QPushButton* m_listMode;
    QPushButton* m_shuffle;
    QPushButton* m_muteAll;
    QWidget* m_listRow;
    SeatId m_lastHand;
};

} // namespace tutti::ui
