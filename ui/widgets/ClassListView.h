#pragma once

#include "app/domain/ClassList.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace tutti::ui {

class ShortLabel;

/// The classes of this laptop, and the children of the one that is chosen: picture, seat, first name. Every change is said at
/// once; while the class's room is open only the names can be changed, and only from the lesson.
class ClassListView final : public QWidget {
    Q_OBJECT

public:
    ClassListView(const ViewContext& context, QWidget* parent = nullptr);

    void setClasses(const std::vector<ClassEntry>& classes, ClassId current);
    void setRoster(const ClassRoster& roster);
    void restKeyboard();
    /// What messages may lie over: rows, no buttons and no hint.
    QWidget* messageAnchor() const;

signals:
    void classChosen(tutti::ClassId id);
    void classCreated(const QString& name, int seats);
    void classRenamed(tutti::ClassId id, const QString& name);
    void rosterEdited(const tutti::ClassRoster& roster);

private:
    QWidget* makeClasses();
    QWidget* makeStudents();
    QWidget* makeStudentsHead();
    void createClass();
    void renameClass();
    void addStudent();
    void removeSelected();
    void undoRemove();
    /// Shows the list as it is now and says so.
    void takeOver();
    void nameEdited(int row, int column);
    /// Fills first names from the clipboard, one a line, from the current row on.
    void pasteNames();
    void fillTable();
    void fillRow(int row);
    void refresh();

    ViewContext m_context;
    std::vector<ClassEntry> m_entries;
    ClassRoster m_roster;
    QListWidget* m_classes;
    QTableWidget* m_table;
    ShortLabel* m_title;
    QLabel* m_count;
    QLabel* m_hint;
    QCheckBox* m_names;
    QPushButton* m_new;
    QPushButton* m_rename;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_paste;
    QPushButton* m_undo;
    /// The list before students were taken off it, until something else changes.
    std::optional<ClassRoster> m_before;
};

} // namespace tutti::ui
