#pragma once

#include "ui/models/Edits.h"
#include "ui/widgets/ViewContext.h"

#include <QObject>

class QMenu;
class QWidget;

namespace tutti::ui {

/// The menus of students: whatever a drag can do, and the rest. They act on the seats they were opened for.
/// Owns: nothing; a menu belongs to the widget it was made for and goes when it closes.
class StudentMenus final : public QObject {
    Q_OBJECT

public:
    StudentMenus(const ViewContext& context, Edits& edits, QWidget* owner);

    QMenu* tileMenu(const std::vector<SeatId>& seats);
    QMenu* roleMenu(const std::vector<SeatId>& seats);
    /// Null in games without beats to give.
    QMenu* beatMenu(const std::vector<SeatId>& seats);
    QMenu* shuffleMenu();

signals:
    /// The child at this seat's tablet is another one.
    void otherChildRequested(tutti::SeatId seat);
    void renameRequested(tutti::SeatId seat);

private:
    QMenu* makeMenu();
    void fillRoles(QMenu* menu, const std::vector<SeatId>& seats);
    bool fillBeats(QMenu* menu, const std::vector<SeatId>& seats);
    void fillTablets(QMenu* menu, const Seat& seat);
    void addMute(QMenu* menu, const std::vector<SeatId>& seats);
    void addForOne(QMenu* menu, SeatId seat);
    void addLeaving(QMenu* menu, const std::vector<SeatId>& seats);
    bool any(const std::vector<SeatId>& seats, bool (*holds)(const Seat&)) const;

    ViewContext m_context;
    Edits& m_edits;
    QWidget* m_owner;
};

} // namespace tutti::ui
